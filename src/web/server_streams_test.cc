#include "web/running_server.h"

namespace web {
namespace {

using ServerStreams = RunningServer;

const std::string end = " HTTP/1.1\r\nHost: hub\r\n\r\n";

TEST_F(ServerStreams, GoOutInChunksAndKeepTheConnection) {
  start();
  auto client = connect();
  client.send("GET /stream/few" + end + "GET /hello" + end);
  const auto answer = client.answer();
  EXPECT_EQ(answer.header("transfer-encoding"), "chunked");
  EXPECT_EQ(answer.header("content-length"), "");
  EXPECT_EQ(answer.body, "piece0;piece2;");
  EXPECT_EQ(client.answer().body, "hello");
  EXPECT_TRUE(eventually([&] { return streams_alive == 0; }));
}

TEST_F(ServerStreams, EndWithTheConnectionOnHttp10) {
  start();
  auto client = connect();
  client.send("GET /stream/few HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  const auto answer = client.answer();
  EXPECT_EQ(answer.header("transfer-encoding"), "");
  EXPECT_EQ(answer.header("connection"), "close");
  EXPECT_EQ(answer.body, "piece0;piece2;");
}

TEST_F(ServerStreams, AreNotPulledForHead) {
  start();
  auto client = connect();
  client.send("HEAD /stream/endless" + end + "GET /hello" + end);
  EXPECT_EQ(client.answer(true).status, 200);
  EXPECT_EQ(client.answer().body, "hello");
  EXPECT_EQ(pieces_made, 0);
  EXPECT_EQ(streams_alive, 0);
}

TEST_F(ServerStreams, AnswerWith500WhereTheFirstPieceFails) {
  start();
  EXPECT_EQ(get("/stream/broken").status, 500);
  EXPECT_EQ(streams_alive, 0);
}

TEST_F(ServerStreams, AreCutWhereALaterPieceFailsSoThatTheClientKnows) {
  start();
  auto client = connect();
  client.send("GET /stream/breaks" + end);
  EXPECT_EQ(client.answer().status, 0);
  EXPECT_TRUE(eventually([&] { return streams_alive == 0; }));
}

TEST_F(ServerStreams, AreEndedWhenTheClientGoesAway) {
  start();
  auto client = connect();
  client.send("GET /stream/endless" + end);
  ASSERT_TRUE(eventually([&] { return pieces_made > 2; }));
  client.reset();
  EXPECT_TRUE(eventually([&] { return streams_alive == 0; }));
  EXPECT_EQ(get("/hello").status, 200);
}

TEST_F(ServerStreams, MakeNoPieceBeforeTheClientHasTakenTheLast) {
  start();
  auto client = connect();
  client.send("GET /stream/endless" + end);
  ASSERT_TRUE(eventually([&] { return pieces_made > 2; }));
  int before = -1;
  ASSERT_TRUE(eventually([&] {
    const int now = pieces_made;
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    return std::exchange(before, now) == now && now == pieces_made;
  }));
  EXPECT_LT(pieces_made, 300);
  client.reset();
}

TEST_F(ServerStreams, AreCutWhenTheClientStopsReading) {
  settings.write_timeout = std::chrono::seconds{1};
  start();
  auto client = connect();
  client.send("GET /stream/endless" + end);
  ASSERT_TRUE(eventually([&] { return pieces_made > 2; }));
  EXPECT_TRUE(eventually([&] { return streams_alive == 0; }));
}

TEST_F(ServerStreams, AreCutWhenTheServerStopsAndTheyDoNotEnd) {
  settings.drain_timeout = std::chrono::seconds{1};
  start();
  auto client = connect();
  client.send("GET /stream/endless" + end);
  ASSERT_TRUE(eventually([&] { return pieces_made > 2; }));
  stop();
  EXPECT_EQ(streams_alive, 0);
}

}  // namespace
}  // namespace web
