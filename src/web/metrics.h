// What /metrics tells Prometheus: requests by route and status class, how long they took, and gauges that are
// asked for at each scrape. Any thread.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "web/route.h"

namespace web {

class Metrics {
 public:
  // `route` is the pattern, never a path; empty where none matched.
  void count_request(std::string_view route, int status, std::chrono::microseconds);
  // `labels` as Prometheus writes them, pool="pages", or empty. `value` is called on any thread and must not
  // throw.
  void add_gauge(std::string name, std::string help, std::string labels, std::function<double()> value);

  // The text exposition format, version 0.0.4.
  std::string text() const;

 private:
  static constexpr std::array<double, 11> bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                 0.1,   0.25,   0.5,   1,    5};  // seconds
  struct Durations {
    std::array<std::uint64_t, bounds.size() + 1> counts{};
    double sum = 0;
  };
  struct Gauge {
    std::string name, help, labels;
    std::function<double()> value;
  };
  std::string requests_text() const;
  std::string gauges_text() const;

  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> requests_;  // route, hundreds of the status
  std::map<std::string, Durations, std::less<>> durations_;
  std::vector<Gauge> gauges_;
};

// GET /metrics. The registry outlives the handler.
Handler metrics_page(const Metrics&);

}  // namespace web
