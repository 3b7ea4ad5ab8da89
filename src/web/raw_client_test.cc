#include "web/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

#include "web/wire_text.h"

namespace web {

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{10, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket_);
    throw std::runtime_error("cannot connect");
  }
}

RawClient::~RawClient() {
  if (socket_ >= 0) ::close(socket_);
}

RawClient::RawClient(RawClient&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), buffer_(std::move(other.buffer_)) {}

void RawClient::send(std::string_view text) {
  while (!text.empty()) {
    const auto sent = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void RawClient::finish_sending() {
  ::shutdown(socket_, SHUT_WR);
}

void RawClient::reset() {
  const linger at_once{1, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  ::close(std::exchange(socket_, -1));
}

bool RawClient::fill() {
  char bytes[16 * 1024];
  const auto got = ::recv(socket_, bytes, sizeof bytes, 0);
  if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
    throw std::runtime_error("the server says nothing");
  if (got <= 0) return false;
  buffer_.append(bytes, static_cast<std::size_t>(got));
  return true;
}

std::string RawClient::rest() {
  while (fill()) {
  }
  return std::exchange(buffer_, {});
}

std::string Answer::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

Answer RawClient::answer(bool head_only) {
  Answer answer;
  std::size_t end = 0;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill()) return answer;
  }
  answer.head = buffer_.substr(0, end + 4);
  buffer_.erase(0, end + 4);
  answer.status = std::stoi(answer.head.substr(9, 3));
  for (auto at = answer.head.find("\r\n") + 2; at < end; at = answer.head.find("\r\n", at) + 2) {
    const auto line = answer.head.substr(at, answer.head.find("\r\n", at) - at);
    const auto colon = line.find(": ");
    answer.headers.emplace(lower_case(line.substr(0, colon)), line.substr(colon + 2));
  }
  if (head_only || answer.status == 100 || answer.status == 304) return answer;
  const auto take = [&](std::size_t bytes) {
    while (buffer_.size() < bytes && fill()) {
    }
    auto taken = buffer_.substr(0, bytes);
    buffer_.erase(0, bytes);
    return taken;
  };
  if (answer.header("transfer-encoding") == "chunked") {
    for (;;) {
      std::string size;
      while (!size.ends_with("\r\n")) {
        const auto next = take(1);
        if (next.empty()) return {};
        size += next;
      }
      const auto bytes = std::stoul(size, nullptr, 16);
      const auto piece = take(bytes + 2);
      if (piece.size() != bytes + 2) return {};
      if (bytes == 0) return answer;
      answer.body += piece.substr(0, bytes);
    }
  }
  if (const auto length = answer.header("content-length"); !length.empty()) {
    answer.body = take(std::stoul(length));
  } else {
    answer.body = rest();
  }
  return answer;
}

}  // namespace web
