// A TCP client for the server's tests: sends whatever it is told to, well formed or not.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace web {

struct Answer {
  int status = 0;  // 0: the connection ended without one
  std::string head;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;

  std::string header(const std::string& name) const;
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  ~RawClient();
  RawClient(RawClient&&) noexcept;
  RawClient(const RawClient&) = delete;

  void send(std::string_view);  // what the other end does not take is dropped
  void finish_sending();        // half-closes
  void reset();                 // closes with a reset
  // The next answer, its chunks put together; `head_only` where none has a body.
  Answer answer(bool head_only = false);
  // Everything until the other end closes. Throws std::runtime_error where it does not within ten seconds.
  std::string rest();

 private:
  bool fill();

  int socket_;
  std::string buffer_;
};

}  // namespace web
