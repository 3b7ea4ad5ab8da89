#include "documents/reading.h"

#include "base/text.h"

namespace documents {

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

void Budget::inflated(std::size_t bytes) {
  inflated_ += bytes;
  if (inflated_ > limits_.inflated_bytes) {
    throw Unreadable{"The file holds more than " + base::thousands(limits_.inflated_bytes >> 20) +
                     " MB once unpacked. Copy the rows into a new workbook and upload that."};
  }
}

void Budget::check_time() const {
  if (std::chrono::steady_clock::now() > until_) {
    throw Unreadable{"The file takes too long to read. Copy the rows into a new workbook and upload that."};
  }
}

void Budget::too_many_cells() {
  throw Unreadable{"The workbook holds too many cells. Copy the rows into a new workbook and upload that."};
}

}  // namespace documents
