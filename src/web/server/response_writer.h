// Writes one response to a connection, whole or as it is made.
#pragma once

#include <algorithm>
#include <string>

#include "base/log.h"
#include "web/response.h"
#include "web/server/deadline.h"
#include "web/server/run_on.h"
#include "web/server/shared.h"

namespace web::server {

class ResponseWriter {
 public:
  struct Manner {
    unsigned version;
    bool head_only;
    bool keep_alive;
  };
  ResponseWriter(Shared& shared, Socket& socket, Deadline& deadline, Manner manner)
      : shared_(shared), socket_(socket), deadline_(deadline), manner_(manner) {}

  // The stream's first piece, before anything is written: false if it failed, while a page can still say so.
  Awaitable<bool> fetch_first_piece(Response&);
  // False where the client did not get it all.
  Awaitable<bool> write(Response&);

 private:
  enum class Fetched { piece, end, failed };
  static constexpr std::size_t most_at_once = 256 << 10;  // what a slow line takes within the write time-out

  template <class Body>
  void fill_head(http::response<Body>&, const Response&) const;
  template <class Body>
  Awaitable<bool> send(http::response<Body>&);
  Awaitable<bool> write_without_body(Response&);
  Awaitable<bool> write_with_body(Response&);
  Awaitable<bool> write_stream(Response&);
  Awaitable<bool> write_piece();
  Awaitable<Fetched> fetch(BodyStream&);

  Shared& shared_;
  Socket& socket_;
  Deadline& deadline_;
  Manner manner_;
  std::string piece_;
  Fetched fetched_ = Fetched::end;
};

inline Awaitable<bool> ResponseWriter::fetch_first_piece(Response& response) {
  fetched_ = co_await fetch(*response.stream);
  co_return fetched_ != Fetched::failed;
}

inline Awaitable<bool> ResponseWriter::write(Response& response) {
  const bool bodiless = manner_.head_only || response.status == 304 || response.status == 204;
  if (bodiless) co_return co_await write_without_body(response);
  if (response.stream) co_return co_await write_stream(response);
  co_return co_await write_with_body(response);
}

template <class Body>
void ResponseWriter::fill_head(http::response<Body>& message, const Response& response) const {
  message.version(manner_.version);
  message.result(static_cast<unsigned>(response.status));
  for (const auto& [name, value] : response.headers) message.insert(name, value);
  message.set(http::field::date, http_date(std::chrono::system_clock::now()));
  message.keep_alive(manner_.keep_alive);
  if (!manner_.keep_alive) message.set(http::field::connection, "close");
}

template <class Body>
Awaitable<bool> ResponseWriter::send(http::response<Body>& message) {
  http::response_serializer<Body> serializer(message);
  while (!serializer.is_done()) {
    deadline_.within(shared_.settings.write_timeout);
    const auto [error, bytes] = co_await http::async_write_some(socket_, serializer, as_result);
    if (error) co_return false;
  }
  co_return true;
}

inline Awaitable<bool> ResponseWriter::write_without_body(Response& response) {
  http::response<http::empty_body> message;
  fill_head(message, response);
  if (manner_.head_only && !response.stream && response.status != 304 && response.status != 204) {
    message.content_length(response.body.size());
  }
  co_return co_await send(message);
}

inline Awaitable<bool> ResponseWriter::write_with_body(Response& response) {
  http::response<http::string_body> message;
  fill_head(message, response);
  message.body() = std::move(response.body);
  message.content_length(message.body().size());
  co_return co_await send(message);
}

inline Awaitable<bool> ResponseWriter::write_stream(Response& response) {
  http::response<http::empty_body> message;
  fill_head(message, response);
  message.chunked(manner_.version == 11);
  http::response_serializer<http::empty_body> serializer(message);
  deadline_.within(shared_.settings.write_timeout);
  const auto [error, bytes] = co_await http::async_write_header(socket_, serializer, as_result);
  bool going = !error;
  while (going && fetched_ == Fetched::piece) {
    going = co_await write_piece();
    if (going) fetched_ = co_await fetch(*response.stream);
  }
  // Ending it may stop work in progress: not on the thread that serves everybody else.
  const bool ended = co_await run_on(shared_.pools.heavy, [&response] { response.stream.reset(); });
  if (!ended) response.stream.reset();
  if (!going || fetched_ == Fetched::failed) co_return false;
  if (manner_.version != 11) co_return true;
  deadline_.within(shared_.settings.write_timeout);
  const auto [last_error, last_bytes] =
      co_await asio::async_write(socket_, http::make_chunk_last(), as_result);
  co_return !last_error;
}

inline Awaitable<bool> ResponseWriter::write_piece() {
  for (std::size_t at = 0; at < piece_.size(); at += most_at_once) {
    const auto slice = asio::buffer(piece_.data() + at, std::min(most_at_once, piece_.size() - at));
    deadline_.within(shared_.settings.write_timeout);
    if (manner_.version == 11) {
      const auto [error, bytes] = co_await asio::async_write(socket_, http::make_chunk(slice), as_result);
      if (error) co_return false;
    } else {
      const auto [error, bytes] = co_await asio::async_write(socket_, slice, as_result);
      if (error) co_return false;
    }
  }
  co_return true;
}

inline Awaitable<ResponseWriter::Fetched> ResponseWriter::fetch(BodyStream& stream) {
  deadline_.lift();
  Fetched result = Fetched::failed;
  const auto pull = [this, &stream, &result] {
    try {
      auto next = stream.next();
      result = next ? Fetched::piece : Fetched::end;
      piece_ = next ? std::move(*next) : std::string();
    } catch (...) {
      base::log(base::LogLevel::error, "stream_failed");
    }
  };
  for (;;) {
    const bool ran = co_await run_on(shared_.pools.heavy, pull);
    if (ran) co_return result;
    // A download under way waits its turn rather than break off.
    Timer pause(socket_.get_executor(), std::chrono::milliseconds(20));
    co_await pause.async_wait(as_result);
  }
}

}  // namespace web::server
