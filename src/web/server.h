// The HTTP/1.1 server: Beast coroutines on the I/O threads read and write, handlers run on bounded pools.
// Beast and Asio are seen by server.cc alone, of which server/*.h are parts.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/work_pool.h"
#include "web/client_address.h"
#include "web/dispatcher.h"

namespace web {

struct ServerSettings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  // 0: any free one
  std::size_t io_threads = 1;
  std::size_t max_connections = 10'000;
  std::size_t max_connections_of_one_address = 2'500;  // but of a trusted proxy
  std::chrono::seconds header_timeout{15};             // to read a request's head
  std::chrono::seconds body_timeout{60};               // to read its body
  std::chrono::seconds write_timeout{60};              // for each piece written
  std::chrono::seconds idle_timeout{75};               // between requests of one connection
  std::chrono::seconds drain_timeout{20};              // what is in flight at stop()
  std::size_t largest_form = 1 << 20;                  // a route that takes more takes files
  std::size_t max_form_bytes = std::size_t{64} << 20;  // of all forms together; beyond it 503
  // Of forms that strangers may send, 16 KB each: more than all connections can.
  std::size_t max_stranger_bytes = std::size_t{160} << 20;
  std::size_t max_file_bytes = std::size_t{256} << 20;  // of all files together; an eighth holds the largest
  std::vector<Network> trusted_proxies{};               // whose X-Forwarded-For is believed
  bool hsts = false;                                    // the public address is https
};

// One for each Work; they outlive the servers.
struct Pools {
  base::WorkPool& pages;
  base::WorkPool& heavy;
  base::WorkPool& sign_ins;

  base::WorkPool& of(Work work) const {
    return work == Work::heavy ? heavy : work == Work::signing_in ? sign_ins : pages;
  }
};

class Server {
 public:
  // Binds and listens; throws std::system_error, with a sentence, where it cannot (port in use). Serves from
  // run() on.
  Server(ServerSettings, Dispatcher&, Pools);
  ~Server();

  std::uint16_t port() const;
  std::size_t connections() const;  // open now; any thread
  void run();                       // returns after stop(), when what was in flight is finished
  void stop();                      // any thread

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace web
