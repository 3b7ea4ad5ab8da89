// What is sent piece by piece: a download too large to be whole in memory.
#pragma once

#include <optional>
#include <string>

namespace base {

// Each call returns the next piece, nothing at the end. Called on a worker, never on two at once; a throw
// cuts the connection (the client sees an incomplete download). Destroyed early if the client goes away: its
// destructor stops the work.
class BodyStream {
 public:
  virtual ~BodyStream() = default;
  virtual std::optional<std::string> next() = 0;
};

}  // namespace base
