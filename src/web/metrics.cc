#include "web/metrics.h"

#include <fmt/format.h>

#include <algorithm>

namespace web {

void Metrics::count_request(std::string_view route, int status, std::chrono::microseconds took) {
  const std::string name = route.empty() ? "none" : std::string(route);
  const double seconds = std::chrono::duration<double>(took).count();
  const auto bucket = static_cast<std::size_t>(std::ranges::lower_bound(bounds, seconds) - bounds.begin());
  const std::scoped_lock lock(mutex_);
  ++requests_[{name, status / 100}];
  Durations& durations = durations_[name];
  ++durations.counts[bucket];
  durations.sum += seconds;
}

void Metrics::add_gauge(std::string name, std::string help, std::string labels,
                        std::function<double()> value) {
  const std::scoped_lock lock(mutex_);
  gauges_.push_back({std::move(name), std::move(help), std::move(labels), std::move(value)});
  // All of one name stand together, under one HELP line.
  std::ranges::stable_sort(gauges_, {}, &Gauge::name);
}

std::string Metrics::text() const {
  const std::scoped_lock lock(mutex_);
  return requests_text() + gauges_text();
}

std::string Metrics::requests_text() const {
  std::string text =
      "# HELP exams_hub_requests_total Requests answered, by route and class of status.\n"
      "# TYPE exams_hub_requests_total counter\n";
  for (const auto& [key, count] : requests_) {
    text += fmt::format("exams_hub_requests_total{{route=\"{}\",status=\"{}xx\"}} {}\n", key.first,
                        key.second, count);
  }
  text +=
      "# HELP exams_hub_request_seconds Time from the whole request to its answer, by route.\n"
      "# TYPE exams_hub_request_seconds histogram\n";
  for (const auto& [route, durations] : durations_) {
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
      total += durations.counts[i];
      text += fmt::format("exams_hub_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", route, bounds[i],
                          total);
    }
    total += durations.counts.back();
    text += fmt::format("exams_hub_request_seconds_bucket{{route=\"{0}\",le=\"+Inf\"}} {1}\n", route, total);
    text += fmt::format("exams_hub_request_seconds_sum{{route=\"{}\"}} {}\n", route, durations.sum);
    text += fmt::format("exams_hub_request_seconds_count{{route=\"{}\"}} {}\n", route, total);
  }
  return text;
}

std::string Metrics::gauges_text() const {
  std::string text;
  std::string_view previous;
  for (const Gauge& gauge : gauges_) {
    if (gauge.name != previous)
      text += fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n", gauge.name, gauge.help);
    previous = gauge.name;
    text += gauge.name + (gauge.labels.empty() ? "" : "{" + gauge.labels + "}") +
            fmt::format(" {}\n", gauge.value());
  }
  return text;
}

Handler metrics_page(const Metrics& metrics) {
  return [&metrics](const Request&) {
    Response response;
    response.header("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    response.body = metrics.text();
    return response;
  };
}

}  // namespace web
