// Clients that connect and say nothing: nobody waits for them.
#include <gmock/gmock.h>

#include "web/running_server.h"

namespace web {
namespace {

class ServerSilenceTest : public RunningServer {
 protected:
  std::vector<RawClient> connect_each(int clients, std::string_view and_say = "") const {
    std::vector<RawClient> all;
    for (int i = 0; i < clients; ++i) {
      all.push_back(connect());
      all.back().send(and_say);
    }
    return all;
  }
};

const std::string hello = "GET /hello HTTP/1.1\r\nHost: hub\r\n\r\n";

TEST_F(ServerSilenceTest, SilentConnectionsTurnedEverybodyElseAway) {
  settings.max_connections = 20;
  start();
  const auto silent = connect_each(50);
  for (int i = 0; i < 10; ++i) EXPECT_EQ(get("/hello").status, 200);
  EXPECT_TRUE(eventually([&] { return server->connections() <= 20; }));
}

TEST_F(ServerSilenceTest, HeadsThatNeverEndTurnedEverybodyElseAway) {
  settings.max_connections = 20;
  start();
  const auto slow = connect_each(50, "GET /hel");
  EXPECT_EQ(get("/hello").status, 200);
  const auto slow_form = connect_each(50, "POST /echo HTTP/1.1\r\nHost: hub\r\nContent-Length: 99\r\n\r\nx");
  EXPECT_EQ(get("/hello").status, 200);
}

TEST_F(ServerSilenceTest, TheOneThatWasSilentForLongestMakesRoom) {
  settings.max_connections = 3;
  start();
  auto first = connect();
  auto second = connect();
  auto third = connect();
  for (auto* client : {&first, &second, &third, &first}) {
    client->send(hello);
    EXPECT_EQ(client->answer().status, 200);
  }
  EXPECT_EQ(get("/hello").status, 200);
  EXPECT_EQ(second.rest(), "");
  first.send(hello);
  EXPECT_EQ(first.answer().status, 200);
}

TEST_F(ServerSilenceTest, OneAddressHadAllTheConnections) {
  settings.max_connections_of_one_address = 5;
  start();
  auto silent = connect_each(6);
  EXPECT_EQ(silent.front().rest(), "");
  silent.back().send(hello);
  EXPECT_EQ(silent.back().answer().status, 200);
  EXPECT_TRUE(eventually([&] { return server->connections() == 5; }));
}

TEST_F(ServerSilenceTest, AProxysConnectionsAreNotCountedAsOneClients) {
  settings.max_connections_of_one_address = 1;
  settings.trusted_proxies = {Network::from("127.0.0.1").value()};
  start();
  auto first = connect();
  auto second = connect();
  for (auto* client : {&first, &second, &first, &second}) {
    client->send(hello);
    EXPECT_EQ(client->answer().status, 200);
  }
}

TEST_F(ServerSilenceTest, NeverMakesRoomWhileItIsAnswering) {
  settings.max_connections = 1;
  start();
  auto working = connect();
  working.send("GET /wait HTTP/1.1\r\nHost: hub\r\n\r\n");
  ASSERT_TRUE(eventually([&] { return waiting == 1; }));
  EXPECT_EQ(connect().answer().status, 503);
  open_gate();
  EXPECT_EQ(working.answer().body, "waited");
}

}  // namespace
}  // namespace web
