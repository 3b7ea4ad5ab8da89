// Reads one request off a connection: head, then body, each within its limit.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "web/head.h"
#include "web/server/asio.h"
#include "web/wire_text.h"

namespace web::server {

class RequestReader {
 public:
  enum class Outcome { done, gone, malformed, too_large };
  static constexpr std::size_t max_head = 16 << 10;

  // What is read beyond the request stays in `buffer` for the next one.
  RequestReader(Socket& socket, boost::beast::flat_buffer& buffer) : socket_(socket), buffer_(buffer) {
    parser_.header_limit(max_head);
    parser_.body_limit(boost::none);
  }

  Awaitable<Outcome> read_head();
  Awaitable<Outcome> read_body(std::size_t limit);

  // After a head that is done:
  Head head() const;
  bool keep_alive() const { return parser_.keep_alive(); }
  bool has_body() const { return !parser_.is_done(); }
  // As announced; nothing for chunks.
  std::optional<std::uint64_t> length() const;
  std::string take_body() { return std::move(parser_.get().body()); }

 private:
  bool folds_lines(std::size_t parsed) const;

  Socket& socket_;
  boost::beast::flat_buffer& buffer_;
  http::request_parser<http::string_body> parser_;
  std::size_t head_bytes_ = 0;
};

inline Awaitable<RequestReader::Outcome> RequestReader::read_head() {
  for (;;) {
    error_code error;
    const auto parsed = parser_.put(buffer_.data(), error);
    const bool folded = folds_lines(parsed);
    buffer_.consume(parsed);
    head_bytes_ += parsed;
    if (error == http::error::header_limit || head_bytes_ > max_head) co_return Outcome::too_large;
    if (folded || (error && error != http::error::need_more)) co_return Outcome::malformed;
    if (parser_.is_header_done()) co_return Outcome::done;
    if (buffer_.size() + head_bytes_ > max_head) co_return Outcome::too_large;
    const auto [failure, bytes] = co_await socket_.async_read_some(buffer_.prepare(4096), as_result);
    if (failure == asio::error::eof) co_return Outcome::malformed;
    if (failure) co_return Outcome::gone;
    buffer_.commit(bytes);
  }
}

// A header continued on a second line: programs differ in how they read one.
inline bool RequestReader::folds_lines(std::size_t parsed) const {
  const std::string_view text(static_cast<const char*>(buffer_.data().data()), parsed);
  return text.find("\n ") != std::string_view::npos || text.find("\n\t") != std::string_view::npos;
}

inline Awaitable<RequestReader::Outcome> RequestReader::read_body(std::size_t limit) {
  parser_.body_limit(limit);
  const auto [error, bytes] = co_await http::async_read(socket_, buffer_, parser_, as_result);
  if (!error) co_return Outcome::done;
  if (error == http::error::body_limit) co_return Outcome::too_large;
  const bool parse_failed = error.category() == http::make_error_code(http::error::bad_chunk).category();
  co_return parse_failed ? Outcome::malformed : Outcome::gone;
}

inline Head RequestReader::head() const {
  const auto& message = parser_.get();
  Head head{std::string(message.method_string()), std::string(message.target()), message.version(), {}};
  for (const auto& field : message) head.headers.emplace_back(lower_case(field.name_string()), field.value());
  return head;
}

inline std::optional<std::uint64_t> RequestReader::length() const {
  const auto length = parser_.content_length();
  return length ? std::optional<std::uint64_t>(*length) : std::nullopt;
}

}  // namespace web::server
