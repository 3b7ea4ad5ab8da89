// What all connections of one Server share.
#pragma once

#include <atomic>

#include "web/server.h"

namespace web::server {

struct Shared {
  ServerSettings settings;
  Dispatcher& dispatcher;
  Pools pools;
  std::atomic<bool> stopping{false};
  std::atomic<std::size_t> body_bytes{0};  // promised to requests that are being read or handled
};

// A request's share of the memory for bodies, until it is answered.
class BodyShare {
 public:
  explicit BodyShare(Shared& shared) : shared_(shared) {}
  BodyShare(const BodyShare&) = delete;
  BodyShare& operator=(const BodyShare&) = delete;
  ~BodyShare() { shared_.body_bytes -= bytes_; }

  bool take(std::size_t bytes) {
    bytes_ = bytes;
    return shared_.body_bytes.fetch_add(bytes) + bytes <= shared_.settings.max_body_bytes;
  }

 private:
  Shared& shared_;
  std::size_t bytes_ = 0;
};

}  // namespace web::server
