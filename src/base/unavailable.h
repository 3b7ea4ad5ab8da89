// Thrown when something the Hub leans on (its database, its disk) cannot be reached now. One place,
// web::Dispatcher, turns it into a plain 503 with Retry-After; nothing else catches it. The next request
// tries afresh.
#pragma once

#include <stdexcept>

namespace base {

class Unavailable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace base
