// Slow clients, many clients, clients that go away, and a server that stops.
#include <gmock/gmock.h>

#include "web/running_server.h"

namespace web {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

using ServerUnderLoad = RunningServer;

const std::string hello = "GET /hello HTTP/1.1\r\nHost: hub\r\n\r\n";

TEST_F(ServerUnderLoad, EndsAHeadThatTakesTooLongWith408) {
  settings.header_timeout = seconds{1};
  start();
  auto client = connect();
  const auto began = steady_clock::now();
  client.send("GET /hello HTTP/1.1\r\n");
  std::thread drip([&] {
    for (int i = 0; i < 15; ++i) {
      client.send("X: y\r\n");
      std::this_thread::sleep_for(milliseconds(100));
    }
  });
  EXPECT_EQ(client.answer().status, 408);
  EXPECT_LT(steady_clock::now() - began, seconds{3});
  drip.join();
}

TEST_F(ServerUnderLoad, EndsABodyThatTakesTooLongWith408) {
  settings.body_timeout = seconds{1};
  start();
  auto client = connect();
  client.send("POST /echo HTTP/1.1\r\nHost: hub\r\nContent-Length: 100\r\n\r\nslow");
  EXPECT_EQ(client.answer().status, 408);
}

TEST_F(ServerUnderLoad, ClosesAnIdleConnectionQuietly) {
  settings.idle_timeout = seconds{1};
  start();
  auto client = connect();
  client.send(hello);
  EXPECT_EQ(client.answer().status, 200);
  EXPECT_EQ(client.rest(), "");
}

TEST_F(ServerUnderLoad, StaticFilesWaitedForPagesThatWaitedForAFrozenDatabase) {
  page_threads = 1;
  start({{Takes::get, "/at-once", anyone, 0, [](const Request&) { return Response::text("now"); },
          Work::at_once}});
  auto stuck = connect();
  stuck.send("GET /wait HTTP/1.1\r\nHost: hub\r\n\r\n");
  ASSERT_TRUE(eventually([&] { return waiting == 1; }));
  EXPECT_EQ(get("/at-once").status, 200);
  open_gate();
}

TEST_F(ServerUnderLoad, ServesOthersWhileSlowClientsHoldTheirConnections) {
  page_threads = 1;
  start();
  std::vector<RawClient> slow;
  for (int i = 0; i < 300; ++i) {
    slow.push_back(connect());
    slow.back().send(i % 2 == 0 ? "GET /hel"
                                : "POST /echo HTTP/1.1\r\nHost: hub\r\nContent-Length: 100\r\n\r\nx");
  }
  const auto began = steady_clock::now();
  for (int i = 0; i < 20; ++i) EXPECT_EQ(get("/hello").status, 200);
  EXPECT_LT(steady_clock::now() - began, seconds{2});
}

TEST_F(ServerUnderLoad, AnswersAFullQueueWith503AndWhenToComeBack) {
  page_threads = 1;
  page_queue = 1;
  start();
  auto working = connect();
  working.send("GET /wait HTTP/1.1\r\nHost: hub\r\n\r\n");
  ASSERT_TRUE(eventually([&] { return waiting == 1; }));
  auto queued = connect();
  queued.send("GET /wait HTTP/1.1\r\nHost: hub\r\n\r\n");
  Answer refused;
  ASSERT_TRUE(eventually([&] {
    auto client = connect();
    client.send(hello);
    client.finish_sending();
    refused = client.answer();
    return refused.status == 503;
  }));
  EXPECT_EQ(refused.header("retry-after"), "5");
  open_gate();
  EXPECT_EQ(working.answer().body, "waited");
  EXPECT_EQ(queued.answer().body, "waited");
}

TEST_F(ServerUnderLoad, AFileThatWasReadForEverKeptEverybodyFromSigningIn) {
  std::latch over(1);
  std::latch reading(1);
  const auto at_the_door = [](const Request&) { return Response::text("in\n"); };
  start({{Takes::get, "/file", anyone, 0,
          [&](const Request&) {
            reading.count_down();
            over.wait();
            return Response::text("read\n");
          },
          Work::heavy},
         {Takes::get, "/door", anyone, 0, at_the_door, Work::signing_in}});
  auto file = connect();
  file.send("GET /file HTTP/1.1\r\nHost: hub\r\n\r\n");
  reading.wait();
  EXPECT_EQ(get("/door").status, 200);
  over.count_down();
  EXPECT_EQ(file.answer().status, 200);
}

TEST_F(ServerUnderLoad, TurnsAwayMoreConnectionsThanItMayHave) {
  settings.max_connections = 2;
  start();
  auto first = connect();
  auto second = connect();
  for (auto* client : {&first, &second}) client->send("GET /wait HTTP/1.1\r\nHost: hub\r\n\r\n");
  ASSERT_TRUE(eventually([&] { return waiting == 2; }));
  EXPECT_EQ(connect().answer().status, 503);
  open_gate();
  for (auto* client : {&first, &second}) EXPECT_EQ(client->answer().body, "waited");
  EXPECT_EQ(get("/hello").status, 200);
}

TEST_F(ServerUnderLoad, ServesManyConnectionsFromSeveralThreads) {
  settings.io_threads = 3;
  start();
  std::vector<std::thread> crowd;
  std::atomic<int> served{0};
  for (int i = 0; i < 8; ++i) {
    crowd.emplace_back([&] {
      for (int j = 0; j < 50; ++j) {
        auto client = connect();
        for (int k = 0; k < 5; ++k) {
          client.send(hello);
          served += client.answer().body == "hello" ? 1 : 0;
        }
      }
    });
  }
  for (auto& thread : crowd) thread.join();
  EXPECT_EQ(served, 8 * 50 * 5);
  EXPECT_TRUE(eventually([&] { return server->connections() == 0; }));
}

TEST_F(ServerUnderLoad, OutlivesClientsThatResetWheneverTheyLike) {
  start();
  const std::string request = "POST /echo HTTP/1.1\r\nHost: hub\r\nContent-Length: 5\r\n\r\nhello";
  for (int i = 0; i < 500; ++i) {
    auto client = connect();
    client.send(request.substr(0, static_cast<std::size_t>(i) % (request.size() + 1)));
    client.reset();
  }
  EXPECT_EQ(get("/hello").status, 200);
  EXPECT_TRUE(eventually([&] { return server->connections() == 0; }));
}

TEST_F(ServerUnderLoad, FinishesWhatIsInFlightWhenItStops) {
  start();
  auto working = connect();
  working.send("GET /wait HTTP/1.1\r\nHost: hub\r\n\r\n");
  auto idle = connect();
  idle.send(hello);
  EXPECT_EQ(idle.answer().status, 200);
  ASSERT_TRUE(eventually([&] { return waiting == 1; }));
  server->stop();
  EXPECT_EQ(idle.rest(), "");
  EXPECT_TRUE(eventually([&] {
    try {
      connect();
      return false;
    } catch (const std::runtime_error&) {
      return true;
    }
  }));
  open_gate();
  const auto answer = working.answer();
  EXPECT_EQ(answer.body, "waited");
  EXPECT_EQ(answer.header("connection"), "close");
  const auto began = steady_clock::now();
  stop();
  EXPECT_LT(steady_clock::now() - began, seconds{2});
}

TEST_F(ServerUnderLoad, CutsWhatDoesNotEndWithinTheTimeToDrain) {
  settings.drain_timeout = seconds{1};
  start();
  auto slow = connect();
  slow.send("GET /hel");
  EXPECT_EQ(get("/hello").status, 200);
  const auto began = steady_clock::now();
  stop();
  EXPECT_GE(steady_clock::now() - began, milliseconds(900));
  EXPECT_LT(steady_clock::now() - began, seconds{3});
}

TEST_F(ServerUnderLoad, StopsBeforeItHasEverRun) {
  base::WorkPool pool(1, 1);
  Dispatcher dispatcher(RouteTable({}), {}, people, pages, refusals);
  Server early(ServerSettings{.port = 0}, dispatcher, Pools{pool, pool, pool});
  early.stop();
  early.stop();
  early.run();
}

}  // namespace
}  // namespace web
