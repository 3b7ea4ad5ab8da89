// Reads one request off a connection: head, then body, each within its limit.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "web/body_memory.h"
#include "web/head.h"
#include "web/server/asio.h"
#include "web/wire_text.h"

namespace web::server {

// A body that takes what arrives; Beast's own string_body reserves at once what is announced.
struct ArrivingBody {
  using value_type = std::string;
  class reader {
   public:
    template <bool is_request, class Fields>
    reader(http::header<is_request, Fields>&, value_type& text) : text_(text) {}
    void init(const boost::optional<std::uint64_t>&, error_code& error) { error = {}; }
    template <class Buffers>
    std::size_t put(const Buffers& buffers, error_code& error) {
      error = {};
      const auto before = text_.size();
      for (const auto piece : boost::beast::buffers_range_ref(buffers)) {
        text_.append(static_cast<const char*>(piece.data()), piece.size());
      }
      return text_.size() - before;
    }
    void finish(error_code& error) { error = {}; }

   private:
    value_type& text_;
  };
};

class RequestReader {
 public:
  enum class Outcome { done, gone, malformed, too_large, no_room };
  static constexpr std::size_t max_head = 16 << 10;

  // What is read beyond the request stays in `buffer` for the next one.
  RequestReader(Socket& socket, boost::beast::flat_buffer& buffer) : socket_(socket), buffer_(buffer) {
    parser_.header_limit(max_head);
    parser_.body_limit(boost::none);
  }

  Awaitable<Outcome> read_head();
  // `share` grows with what arrives; no_room where it cannot.
  Awaitable<Outcome> read_body(std::size_t limit, BodyMemory::Share& share);

  // After a head that is done:
  Head head() const;
  bool keep_alive() const { return parser_.keep_alive(); }
  bool has_body() const { return !parser_.is_done(); }
  // As announced; nothing for chunks.
  std::optional<std::uint64_t> length() const;
  // It came together with the head, as a small form does: reading it waits for nobody.
  bool whole_body_is_here() const;
  std::string take_body() { return std::move(parser_.get().body()); }

 private:
  bool folds_lines(std::size_t parsed) const;
  std::optional<Outcome> parse_body(BodyMemory::Share&);

  Socket& socket_;
  boost::beast::flat_buffer& buffer_;
  http::request_parser<ArrivingBody> parser_;
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

inline Awaitable<RequestReader::Outcome> RequestReader::read_body(std::size_t limit,
                                                                  BodyMemory::Share& share) {
  parser_.body_limit(limit);
  parser_.eager(true);
  // A body that trickles in costs a small buffer, a file few reads.
  std::size_t at_once = 4 << 10;
  for (;;) {
    if (const auto outcome = parse_body(share)) co_return *outcome;
    const auto room = std::min(at_once, buffer_.max_size() - buffer_.size());
    if (room == 0) co_return Outcome::malformed;  // a chunk's head without end
    const auto [failure, bytes] = co_await socket_.async_read_some(buffer_.prepare(room), as_result);
    if (failure == asio::error::eof) co_return Outcome::malformed;
    if (failure) co_return Outcome::gone;
    buffer_.commit(bytes);
    if (bytes == at_once) at_once = std::min(2 * at_once, buffer_.max_size() / 2);
  }
}

// Takes in what is in the buffer; nothing where more has to come.
inline std::optional<RequestReader::Outcome> RequestReader::parse_body(BodyMemory::Share& share) {
  const auto before = parser_.get().body().size();
  error_code error;
  if (buffer_.size() > 0) buffer_.consume(parser_.put(buffer_.data(), error));
  if (error == http::error::body_limit) return Outcome::too_large;
  if (error && error != http::error::need_more) return Outcome::malformed;
  if (!share.grow(parser_.get().body().size() - before)) return Outcome::no_room;
  if (parser_.is_done()) return Outcome::done;
  return std::nullopt;
}

inline Head RequestReader::head() const {
  const auto& message = parser_.get();
  Head head{std::string(message.method_string()), std::string(message.target()), message.version(), {}};
  for (const auto& field : message) head.headers.emplace_back(lower_case(field.name_string()), field.value());
  return head;
}

inline bool RequestReader::whole_body_is_here() const {
  constexpr std::uint64_t small = 64 << 10;
  const auto announced = length();
  if (!announced || *announced > small) return false;
  error_code failed;
  return buffer_.size() + socket_.available(failed) >= *announced;
}

inline std::optional<std::uint64_t> RequestReader::length() const {
  const auto length = parser_.content_length();
  return length ? std::optional<std::uint64_t>(*length) : std::nullopt;
}

}  // namespace web::server
