// What the readers of one file share: the limits counted down, and the one way out with a sentence.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "documents/spreadsheet.h"

namespace documents {

// Thrown inside the readers alone; read_spreadsheet turns it into a Refusal. `sentence` says what to do.
struct Unreadable {
  std::string sentence;
};

[[noreturn]] void damaged();  // "The file is damaged or was not saved completely. ..."
[[noreturn]] void protected_by_password();

// Counts what one file costs. Not for two threads.
class Budget {
 public:
  explicit Budget(const Limits& limits)
      : limits_(limits), until_(std::chrono::steady_clock::now() + limits.time) {}

  const Limits& limits() const { return limits_; }
  void inflated(std::size_t bytes);  // throws over the limit
  void xml_event() {
    if (++xml_events_ > max_xml_events) too_many_cells();
  }
  void check_time() const;  // throws after the limit

 private:
  // 10,000 rows of 50 cells are 2.5 million; the rest is room for cells that are blank.
  static constexpr std::size_t max_xml_events = 5'000'000;
  [[noreturn]] static void too_many_cells();

  const Limits& limits_;
  std::chrono::steady_clock::time_point until_;
  std::size_t inflated_ = 0;
  std::size_t xml_events_ = 0;
};

}  // namespace documents
