// A server on a free port with a few routes, for tests over real sockets.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <memory>
#include <thread>

#include "web/raw_client.h"
#include "web/server.h"
#include "web/test_doubles.h"

namespace web {

class RunningServer : public testing::Test {
 protected:
  static constexpr std::size_t body_limit = 1000;

  ~RunningServer() override;

  // GET /hello, POST /echo, GET /peer, GET /wait (until open_gate()), GET /break, GET /stream/{kind}, and
  // `more`.
  void start(std::vector<Row> more = {});
  void stop();  // returns when run() has
  void open_gate();

  RawClient connect() const { return RawClient(server->port()); }
  // One request on a connection of its own.
  Answer ask(std::string_view request, bool head_only = false) const;
  Answer get(std::string_view path) const;

  ServerSettings settings{.port = 0};
  std::size_t page_threads = 2;
  std::size_t page_queue = 100;
  std::atomic<int> waiting{0};  // requests that stand at the gate
  std::atomic<int> streams_alive{0};
  std::atomic<int> pieces_made{0};
  FixedSession people;
  PlainPages pages;
  NotedRefusals refusals;
  std::unique_ptr<Server> server;

 private:
  std::vector<Row> routes(std::vector<Row> more);

  std::latch gate_{1};
  std::atomic<bool> gate_open_{false};
  std::unique_ptr<base::WorkPool> page_pool_;
  std::unique_ptr<base::WorkPool> heavy_pool_;
  std::unique_ptr<base::WorkPool> sign_in_pool_;
  std::unique_ptr<Dispatcher> dispatcher_;
  std::thread runner_;
};

// Waits up to five seconds.
template <class Condition>
bool eventually(Condition condition) {
  for (int i = 0; i < 500 && !condition(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  return condition();
}

}  // namespace web
