// The one file that sees Asio and Beast: server/*.h belong to it.
#include "web/server.h"

#include <sys/socket.h>

#include <csignal>
#include <system_error>

#include "web/server/connections.h"

namespace web {
namespace {

using namespace server;

constexpr std::chrono::milliseconds tick{200};  // how exactly time-outs are kept

std::string too_many_connections(bool hsts) {
  std::string answer =
      "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 5\r\nContent-Length: 0\r\n";
  if (hsts) answer += "Strict-Transport-Security: " + std::string(hsts_value) + "\r\n";
  return answer + "\r\n";
}

Acceptor listen(const Strand& strand, const ServerSettings& settings) {
  const auto where = settings.address + ":" + std::to_string(settings.port);
  const auto check = [&](const error_code& error) {
    if (error) throw std::system_error(error, "cannot listen on " + where);
  };
  error_code error;
  const auto address = asio::ip::make_address(settings.address, error);
  check(error);
  Acceptor acceptor(strand);
  const asio::ip::tcp::endpoint endpoint(address, settings.port);
  acceptor.open(endpoint.protocol(), error);
  check(error);
  acceptor.set_option(asio::socket_base::reuse_address(true), error);
  check(error);
  acceptor.bind(endpoint, error);
  check(error);
  acceptor.listen(asio::socket_base::max_listen_connections, error);
  check(error);
  return acceptor;
}

}  // namespace

struct Server::Impl {
  Impl(ServerSettings settings, Dispatcher& dispatcher, Pools pools)
      : shared{std::move(settings), dispatcher, pools},
        strand(asio::make_strand(context)),
        acceptor(listen(strand, shared.settings)),
        port(acceptor.local_endpoint().port()),
        clock(strand) {}

  Awaitable<void> accept();
  Awaitable<void> keep_time();
  void take(Socket);
  std::unique_ptr<Seats::Seat> seat_for(const Socket&);
  void turn_away(Socket);
  void begin_to_stop();

  Shared shared;  // outlives what the context still holds of connections
  asio::io_context context;
  Strand strand;
  Acceptor acceptor;
  const std::uint16_t port;
  Timer clock;
  Clock::time_point cut_at = Clock::time_point::max();
  Connections connections;
};

Awaitable<void> Server::Impl::accept() {
  while (!shared.stopping) {
    auto [error, socket] = co_await acceptor.async_accept(asio::make_strand(context), as_result);
    if (!error) {
      take(std::move(socket));
    } else if (!shared.stopping) {
      // Out of descriptors, most likely.
      base::log(base::LogLevel::warning, "accept_failed", {{"error", error.message()}});
      shared.seats.free_one();
      Timer pause(strand, std::chrono::milliseconds(100));
      co_await pause.async_wait(as_result);
    }
  }
}

void Server::Impl::take(Socket socket) {
  auto seat = seat_for(socket);
  if (!seat) return turn_away(std::move(socket));
  const auto own_strand = socket.get_executor();
  const auto connection = std::make_shared<Connection>(shared, std::move(socket), std::move(seat));
  connections.add(connection);
  asio::co_spawn(
      own_strand, [connection] { return connection->serve(); },
      [this, connection](const std::exception_ptr& failure) {
        connections.remove(connection);
        if (failure) base::log(base::LogLevel::error, "connection_failed");
        if (shared.stopping) asio::post(strand, [this] { clock.cancel(); });
      });
}

std::unique_ptr<Seats::Seat> Server::Impl::seat_for(const Socket& socket) {
  error_code error;
  const auto endpoint = socket.remote_endpoint(error);
  const auto address = Address::from(error ? std::string() : endpoint.address().to_string());
  if (!address) return shared.seats.take({});
  // All of a proxy's people come from its address.
  const bool shares = !is_one_of(shared.settings.trusted_proxies, *address);
  return shared.seats.take(shares ? address->counted_as() : std::string());
}

void Server::Impl::turn_away(Socket socket) {
  error_code ignored;
  socket.non_blocking(true, ignored);
  socket.send(asio::buffer(too_many_connections(shared.settings.hsts)), 0, ignored);
}

Awaitable<void> Server::Impl::keep_time() {
  while (!shared.stopping || connections.count() > 0) {
    clock.expires_after(tick);
    co_await clock.async_wait(as_result);
    connections.give_up_late_ones();
    if (Clock::now() > cut_at) connections.cut_all();
  }
}

void Server::Impl::begin_to_stop() {
  if (shared.stopping.exchange(true)) return;
  cut_at = Clock::now() + shared.settings.drain_timeout;
  error_code ignored;
  acceptor.close(ignored);
  connections.leave_idle();
  clock.cancel();
}

Server::Server(ServerSettings settings, Dispatcher& dispatcher, Pools pools)
    : impl_(std::make_unique<Impl>(std::move(settings), dispatcher, pools)) {
  std::signal(SIGPIPE, SIG_IGN);
}

Server::~Server() = default;

std::uint16_t Server::port() const {
  return impl_->port;
}

std::size_t Server::connections() const {
  return impl_->connections.count();
}

void Server::run() {
  const auto ignore = [](const std::exception_ptr&) {};
  asio::co_spawn(impl_->strand, [this] { return impl_->accept(); }, ignore);
  asio::co_spawn(impl_->strand, [this] { return impl_->keep_time(); }, ignore);
  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < impl_->shared.settings.io_threads; ++i) {
    threads.emplace_back([this] { impl_->context.run(); });
  }
  impl_->context.run();
}

void Server::stop() {
  asio::post(impl_->strand, [this] { impl_->begin_to_stop(); });
}

}  // namespace web
