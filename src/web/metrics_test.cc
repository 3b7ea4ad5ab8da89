#include "web/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace web {
namespace {

using std::chrono::microseconds;
using testing::HasSubstr;

TEST(Metrics, CountRequestsByRouteAndClassOfStatus) {
  Metrics metrics;
  metrics.count_request("/users/{id}/edit", 200, microseconds(100));
  metrics.count_request("/users/{id}/edit", 204, microseconds(100));
  metrics.count_request("/users/{id}/edit", 404, microseconds(100));
  metrics.count_request("", 404, microseconds(100));
  const auto text = metrics.text();
  EXPECT_THAT(text, HasSubstr("exams_hub_requests_total{route=\"/users/{id}/edit\",status=\"2xx\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("exams_hub_requests_total{route=\"/users/{id}/edit\",status=\"4xx\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("exams_hub_requests_total{route=\"none\",status=\"4xx\"} 1\n"));
}

TEST(Metrics, KeepDurationsAsACumulativeHistogram) {
  Metrics metrics;
  metrics.count_request("/a", 200, microseconds(1000));
  metrics.count_request("/a", 200, microseconds(2000));
  metrics.count_request("/a", 200, microseconds(6'000'000));
  const auto text = metrics.text();
  EXPECT_THAT(text, HasSubstr("exams_hub_request_seconds_bucket{route=\"/a\",le=\"0.001\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("exams_hub_request_seconds_bucket{route=\"/a\",le=\"0.0025\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("exams_hub_request_seconds_bucket{route=\"/a\",le=\"5\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("exams_hub_request_seconds_bucket{route=\"/a\",le=\"+Inf\"} 3\n"));
  EXPECT_THAT(text, HasSubstr("exams_hub_request_seconds_count{route=\"/a\"} 3\n"));
}

TEST(Metrics, AskGaugesAtEachScrape) {
  Metrics metrics;
  double waiting = 1;
  metrics.add_gauge("exams_hub_waiting", "Tasks that wait.", "pool=\"pages\"", [&] { return waiting; });
  metrics.add_gauge("exams_hub_waiting", "Tasks that wait.", "pool=\"heavy\"", [] { return 7.0; });
  waiting = 2;
  Request request;
  const auto response = metrics_page(metrics)(request);
  EXPECT_EQ(response.header_value("content-type"), "text/plain; version=0.0.4; charset=utf-8");
  EXPECT_THAT(response.body,
              HasSubstr("# HELP exams_hub_waiting Tasks that wait.\n# TYPE exams_hub_waiting gauge\n"
                        "exams_hub_waiting{pool=\"pages\"} 2\nexams_hub_waiting{pool=\"heavy\"} 7\n"));
}

}  // namespace
}  // namespace web
