#include "documents/reading.h"

#include <ctime>

#include "base/text.h"

namespace documents {
namespace {

// What else the machine does is not the file's doing.
std::chrono::nanoseconds processor_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

}  // namespace

void damaged() {
  throw Unreadable{
      "The file is damaged or was not saved completely. Open it in your spreadsheet program, save it again "
      "as .xlsx "
      "and "
      "upload that."};
}

void protected_by_password() {
  throw Unreadable{
      "The file is protected with a password. Open it in your spreadsheet program, take the password off, "
      "save it and "
      "upload it again."};
}

Budget::Budget(const Limits& limits, std::size_t file_bytes)
    : limits_(limits), until_(processor_time() + limits.time + limits.time * file_bytes / (1 << 20)) {}

void Budget::made(std::size_t bytes) {
  made_ += bytes;
  if (made_ > limits_.inflated_bytes) {
    throw Unreadable{"The file holds more than " + base::thousands(limits_.inflated_bytes >> 20) +
                     " MB once unpacked. Copy the rows into a new workbook and upload that."};
  }
}

void Budget::kept(std::size_t bytes) {
  constexpr std::size_t most = 16 << 20;
  kept_ += bytes;
  if (kept_ > most) {
    throw Unreadable{
        "The sheet holds too much text. Delete the columns that are not needed and upload it again."};
  }
}

void Budget::look() const {
  // 10,000 rows of 50 cells are 3.5 million steps at most; the rest is room for what is blank.
  constexpr std::size_t most_steps = 5'000'000;
  if (steps_ > most_steps) {
    throw Unreadable{"The workbook holds too many cells. Copy the rows into a new workbook and upload that."};
  }
  if (processor_time() > until_) {
    throw Unreadable{"The file takes too long to read. Copy the rows into a new workbook and upload that."};
  }
}

}  // namespace documents
