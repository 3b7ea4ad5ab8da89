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

// Counts what one file costs; each of these throws over its limit. For the thread that made it alone.
class Budget {
 public:
  Budget(const Limits&, std::size_t file_bytes);

  const Limits& limits() const { return limits_; }
  void made(std::size_t bytes);  // of what the file holds in fewer: deflated, or told by a count
  void kept(std::size_t bytes);  // of text in the rows of all its sheets
  void step() {                  // of every loop that a file can make longer
    if (++steps_ % steps_between_looks == 0) look();
  }
  void look() const;

 private:
  static constexpr std::size_t steps_between_looks = 64;

  const Limits& limits_;
  std::chrono::nanoseconds until_;  // of this thread's processor time
  std::size_t made_ = 0;
  std::size_t kept_ = 0;
  std::size_t steps_ = 0;
};

}  // namespace documents
