// One client's connection: requests in, answers out, one after the other, all on the connection's strand.
#pragma once

#include <algorithm>
#include <memory>
#include <string>

#include "base/random.h"
#include "web/head.h"
#include "web/response.h"
#include "web/server/request_reader.h"
#include "web/server/response_writer.h"
#include "web/target.h"

namespace web::server {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Shared& shared, Socket socket, std::unique_ptr<Seats::Seat> seat)
      : shared_(shared), socket_(std::move(socket)), seat_(std::move(seat)) {}

  // Until the client or the server has had enough.
  Awaitable<void> serve();

  // Any thread:
  bool late(Clock::time_point now) const { return deadline_.passed(now); }
  void give_up_wait() { on_strand(&Connection::expire); }
  void leave_idle() { on_strand(&Connection::stop_idling); }  // the server stops: nothing more is asked here
  void cut() { on_strand(&Connection::close); }               // whatever it does

 private:
  Awaitable<bool> exchange();
  Awaitable<bool> wait_for_request();
  bool begins_request(int& blank_lines_left);
  Awaitable<bool> answer(RequestReader&, const Head&);
  Awaitable<bool> receive_body(RequestReader&, const Head&, Request&, const Route&, BodyMemory::Share&);
  Awaitable<std::optional<Response>> turned_away(Request&);
  Awaitable<bool> go_on(const Head&);
  Awaitable<bool> refuse(const Head&, Request&, int status);
  enum class After { keep_alive, close, linger };
  Awaitable<bool> deliver(const Head&, Request&, Response, After);
  Awaitable<void> linger();
  Request request_from(const Head&) const;
  void on_strand(void (Connection::*act)());
  void expire();
  void stop_idling();
  void make_room();
  void waits_for_client(bool);
  void close();

  Shared& shared_;
  Socket socket_;
  boost::beast::flat_buffer buffer_{64 << 10};
  Deadline deadline_;
  bool expired_ = false;
  bool idle_ = false;
  bool waits_for_client_ = false;
  bool gives_up_ = false;  // others want this place
  std::unique_ptr<Seats::Seat> seat_;
  bool served_one_ = false;
};

inline Awaitable<void> Connection::serve() {
  error_code ignored;
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
  seat_->give_up_by([weak = weak_from_this()] {
    if (const auto self = weak.lock()) self->on_strand(&Connection::make_room);
  });
  for (bool more = true; more;) more = co_await exchange();
  close();
}

// One request and its answer; whether another may follow.
inline Awaitable<bool> Connection::exchange() {
  waits_for_client(true);
  const bool asked = co_await wait_for_request();
  if (!asked) co_return false;
  expired_ = false;
  RequestReader reader(socket_, buffer_);
  deadline_.within(shared_.settings.header_timeout);
  const auto outcome = co_await reader.read_head();
  Head head;
  Request request;
  if (outcome == RequestReader::Outcome::done) {
    head = reader.head();
    const bool more = co_await answer(reader, head);
    served_one_ = true;
    if (buffer_.size() == 0) buffer_.shrink_to_fit();
    co_return more;
  }
  if (outcome == RequestReader::Outcome::gone && !expired_) co_return false;
  const int status = expired_ ? 408 : outcome == RequestReader::Outcome::too_large ? 431 : 400;
  co_return co_await refuse(head, request, status);
}

inline Awaitable<bool> Connection::wait_for_request() {
  deadline_.within(served_one_ ? shared_.settings.idle_timeout : shared_.settings.header_timeout);
  for (int blank_lines_left = 4; !begins_request(blank_lines_left);) {
    if (shared_.stopping) co_return false;
    idle_ = true;
    const auto [error, bytes] = co_await socket_.async_read_some(buffer_.prepare(4096), as_result);
    idle_ = false;
    if (error) co_return false;
    buffer_.commit(bytes);
  }
  co_return true;
}

// Passes over blank lines before a request (RFC 9112, 2.2); what stands behind too many is no request.
inline bool Connection::begins_request(int& blank_lines_left) {
  const auto text = [this] {
    return std::string_view(static_cast<const char*>(buffer_.data().data()), buffer_.size());
  };
  for (; blank_lines_left > 0 && text().starts_with("\r\n"); --blank_lines_left) buffer_.consume(2);
  const bool half_a_line = blank_lines_left > 0 && text() == "\r";
  return !text().empty() && !half_a_line;
}

inline Awaitable<bool> Connection::answer(RequestReader& reader, const Head& head) {
  Request request = request_from(head);
  if (const auto fault = fault_in(head)) co_return co_await refuse(head, request, fault->status);
  auto target = parse_target(head.target);
  if (!target) co_return co_await refuse(head, request, 400);
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  // RFC 9112, 3.2.2: an absolute target's host stands for the header's.
  if (!target->host.empty()) request.set_header("host", std::move(target->host));
  if (head.method != "GET" && head.method != "HEAD" && head.method != "POST") {
    const auto match = shared_.dispatcher.routes().match(Method::get, request.path);
    Response response = shared_.dispatcher.error(request, match.path_known ? 405 : 404);
    if (match.path_known) response.header("Allow", match.allow);
    co_return co_await deliver(head, request, std::move(response), After::linger);
  }
  const Route* route = shared_.dispatcher.routes().match(request.method, request.path).route;
  BodyMemory::Share share(route ? shared_.bodies_of(*route) : shared_.forms, counted_address(request.peer));
  if (route && reader.has_body()) {
    const bool received = co_await receive_body(reader, head, request, *route, share);
    if (!received) co_return false;
  }
  waits_for_client(false);
  deadline_.lift();
  const Work work = route ? route->work : Work::page;
  Response response;
  const auto respond = [this, &request, &response] { response = shared_.dispatcher.respond(request); };
  bool ran = true;
  if (work == Work::at_once) {
    respond();
  } else {
    ran = co_await run_on(shared_.pools.of(work), respond);
  }
  if (!ran) response = shared_.dispatcher.error(request, 503);
  // Who is slow to take the answer holds none of the memory for bodies.
  request.drop_body();
  share.release();
  // What is left of a body that no route takes would be read as the next request.
  const auto after = reader.has_body()     ? After::linger
                     : reader.keep_alive() ? After::keep_alive
                                           : After::close;
  co_return co_await deliver(head, request, std::move(response), after);
}

// False where there is nothing more to do: refused already, or the client is gone.
inline Awaitable<bool> Connection::receive_body(RequestReader& reader, const Head& head, Request& request,
                                                const Route& route, BodyMemory::Share& share) {
  const auto announced = reader.length().value_or(0);
  if (announced > route.body_limit) co_return co_await refuse(head, request, 413);
  if (!reader.whole_body_is_here() && (route.who & strangers) == 0) {
    waits_for_client(false);
    if (auto away = co_await turned_away(request)) {
      co_return co_await deliver(head, request, std::move(*away), After::linger);
    }
    if (request.session) share.belongs_to(std::to_underlying(request.session->actor.account));
  }
  // Better now than when half of it has been sent.
  if (!share.has_room_for(announced)) co_return co_await refuse(head, request, 503);
  deadline_.within(shared_.settings.body_timeout);
  const bool told = co_await go_on(head);
  if (!told) co_return false;
  const auto outcome = co_await reader.read_body(route.body_limit, share);
  request.body = reader.take_body();
  if (outcome == RequestReader::Outcome::done) co_return true;
  // Nothing is held while a refused client goes on sending.
  request.drop_body();
  share.release();
  if (outcome == RequestReader::Outcome::gone && !expired_) co_return false;
  const int status = expired_                                       ? 408
                     : outcome == RequestReader::Outcome::too_large ? 413
                     : outcome == RequestReader::Outcome::no_room   ? 503
                                                                    : 400;
  co_return co_await refuse(head, request, status);
}

// Who may not send this body gets the answer before a byte of it is read. Asks the database, so on a worker.
inline Awaitable<std::optional<Response>> Connection::turned_away(Request& request) {
  deadline_.lift();
  std::optional<Response> away;
  const auto ask = [this, &request, &away] { away = shared_.dispatcher.refusal_unread(request); };
  const bool ran = co_await run_on(shared_.pools.pages, ask);
  if (!ran) away = shared_.dispatcher.error(request, 503);
  co_return std::move(away);
}

// False where the client is gone.
inline Awaitable<bool> Connection::go_on(const Head& head) {
  if (!waits_for_continue(head)) co_return true;
  constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
  const auto [error, bytes] = co_await asio::async_write(socket_, asio::buffer(line), as_result);
  co_return !error;
}

inline Awaitable<bool> Connection::refuse(const Head& head, Request& request, int status) {
  Response response = shared_.dispatcher.error(request, status);
  co_return co_await deliver(head, request, std::move(response), After::linger);
}

inline Awaitable<bool> Connection::deliver(const Head& head, Request& request, Response response,
                                           After after) {
  // On HTTP/1.0 a body of unknown length ends with the connection.
  const bool last = shared_.stopping || gives_up_ || (response.stream && head.version == 10);
  if (after == After::keep_alive && last) after = After::close;
  const bool head_only = head.method == "HEAD";
  ResponseWriter writer(shared_, socket_, deadline_, {head.version, head_only, after == After::keep_alive});
  if (response.stream && !head_only) {
    const bool began = co_await writer.fetch_first_piece(response);
    if (!began) response = shared_.dispatcher.error(request, 500);
  }
  const bool safe =
      std::ranges::all_of(response.headers, [](const auto& h) { return safe_header(h.first, h.second); });
  if (!safe) response = shared_.dispatcher.error(request, 500);
  add_security_headers(response, shared_.settings.hsts);
  const bool complete = co_await writer.write(response);
  if (!complete) {
    error_code ignored;
    socket_.set_option(asio::socket_base::linger(true, 0),
                       ignored);  // a reset: the client knows that it is incomplete
    co_return false;
  }
  if (after == After::linger || (after == After::close && buffer_.size() > 0)) co_await linger();
  co_return after == After::keep_alive;
}

// Takes in what the client still sends: closing at once would reset the connection, and the answer with it.
inline Awaitable<void> Connection::linger() {
  constexpr std::size_t most = 64 << 20;
  error_code failed;
  socket_.shutdown(asio::socket_base::shutdown_send, failed);
  idle_ = true;
  waits_for_client(true);
  deadline_.within(std::chrono::seconds(shared_.stopping ? 1 : 10));
  for (std::size_t taken = 0; !failed && taken < most;) {
    buffer_.clear();
    const auto [error, bytes] = co_await socket_.async_read_some(buffer_.prepare(16 << 10), as_result);
    failed = error;
    taken += bytes;
  }
}

inline Request Connection::request_from(const Head& head) const {
  Request request;
  request.method = head.method == "POST" ? Method::post : head.method == "HEAD" ? Method::head : Method::get;
  request.headers = head.headers;
  request.id = base::random_token(9);
  error_code error;
  const auto endpoint = socket_.remote_endpoint(error);
  if (error) return request;
  const auto peer = Address::from(endpoint.address().to_string());
  if (peer) request.peer = client_address(*peer, shared_.settings.trusted_proxies, head.headers).text();
  return request;
}

inline void Connection::on_strand(void (Connection::*act)()) {
  asio::post(socket_.get_executor(), [self = shared_from_this(), act] { (self.get()->*act)(); });
}

inline void Connection::expire() {
  if (!deadline_.passed(Clock::now())) return;
  deadline_.lift();
  expired_ = true;
  error_code ignored;
  socket_.cancel(ignored);
}

inline void Connection::stop_idling() {
  error_code ignored;
  if (idle_) socket_.cancel(ignored);
}

// At once where nobody has asked for anything yet, else after the answer.
inline void Connection::make_room() {
  gives_up_ = true;
  error_code ignored;
  if (waits_for_client_) socket_.cancel(ignored);
}

inline void Connection::waits_for_client(bool waits) {
  waits_for_client_ = waits;
  if (waits) {
    seat_->silent();
  } else {
    seat_->busy();
  }
}

inline void Connection::close() {
  error_code ignored;
  socket_.close(ignored);
}

}  // namespace web::server
