#include "web/server.h"

#include <gmock/gmock.h>

#include <system_error>

#include "web/running_server.h"

namespace web {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

using ServerTest = RunningServer;

const std::string hello = "GET /hello HTTP/1.1\r\nHost: hub\r\n\r\n";

std::string echo(std::string_view extra_headers, std::string_view body) {
  return "POST /echo HTTP/1.1\r\nHost: hub\r\nContent-Type: application/x-www-form-urlencoded\r\n" +
         std::string(extra_headers) + "\r\n" + std::string(body);
}

const std::string said = "csrf=session-csrf&say=hi";  // 24 bytes

TEST_F(ServerTest, AnswersWithLengthDateAndSecurityHeaders) {
  start();
  const auto answer = get("/hello");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "hello");
  EXPECT_EQ(answer.header("content-length"), "5");
  EXPECT_THAT(answer.header("date"), EndsWith(" GMT"));
  EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
  EXPECT_THAT(answer.header("content-security-policy"), StartsWith("default-src 'none'"));
  EXPECT_EQ(answer.header("cache-control"), "no-store");
}

TEST_F(ServerTest, LeftAnswersWithoutHttpsForYearsToCome) {
  settings.hsts = true;
  start();
  for (const auto* path : {"/hello", "/nothing", "/break", "/stream/few", "nonsense"}) {
    EXPECT_EQ(get(path).header("strict-transport-security"), "max-age=63072000; includeSubDomains") << path;
  }
  stop();
  settings.max_connections = 0;
  start();
  EXPECT_NE(connect().answer().header("strict-transport-security"), "");
  stop();
  settings.max_connections = 10;
  settings.hsts = false;
  start();
  EXPECT_EQ(get("/hello").header("strict-transport-security"), "");
}

TEST_F(ServerTest, TakesPathAndHostFromAnAbsoluteTarget) {
  start({{Takes::get, "/host", anyone, 0,
          [](const Request& request) { return Response::text(std::string(request.header("host"))); }}});
  EXPECT_EQ(get("http://hub/hello").body, "hello");
  EXPECT_EQ(get("http://hub.example.org:8080/host?q=1").body, "hub.example.org:8080");
  EXPECT_EQ(ask("GET http://hub.example.org/host HTTP/1.0\r\n\r\n").body, "hub.example.org");
  EXPECT_EQ(get("/host").body, "hub");
}

TEST_F(ServerTest, KeepsAConnectionForTheNextRequest) {
  start();
  auto client = connect();
  for (int i = 0; i < 3; ++i) {
    client.send(hello);
    EXPECT_EQ(client.answer().body, "hello");
  }
}

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder) {
  start();
  auto client = connect();
  client.send(hello + echo("Content-Length: 24\r\n", said) + "GET /nothing HTTP/1.1\r\nHost: hub\r\n\r\n" +
              hello);
  EXPECT_EQ(client.answer().body, "hello");
  EXPECT_EQ(client.answer().body, "hi");
  EXPECT_EQ(client.answer().status, 404);
  EXPECT_EQ(client.answer().body, "hello");
}

TEST_F(ServerTest, ClosesWhereTheClientAsksForIt) {
  start();
  auto client = connect();
  client.send("GET /hello HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(client.answer().header("connection"), "close");
  EXPECT_EQ(client.rest(), "");
}

TEST_F(ServerTest, ClosesAfterHttp10UnlessAskedToKeep) {
  start();
  auto client = connect();
  client.send("GET /hello HTTP/1.0\r\n\r\n");
  EXPECT_EQ(client.answer().body, "hello");
  EXPECT_EQ(client.rest(), "");
  auto keeping = connect();
  keeping.send("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(keeping.answer().header("connection"), "keep-alive");
  keeping.send("GET /hello HTTP/1.0\r\n\r\n");
  EXPECT_EQ(keeping.answer().body, "hello");
}

TEST_F(ServerTest, AnswersHeadWithTheHeadersOfGetAndNoBody) {
  start();
  auto client = connect();
  client.send("HEAD /hello HTTP/1.1\r\nHost: hub\r\n\r\n");
  const auto head = client.answer(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("content-length"), "5");
  client.send("HEAD /nothing HTTP/1.1\r\nHost: hub\r\n\r\n" + hello);
  EXPECT_EQ(client.answer(true).status, 404);
  EXPECT_EQ(client.answer().body, "hello");
}

TEST_F(ServerTest, ReadsBodiesOfKnownLengthAndInChunks) {
  start();
  EXPECT_EQ(ask(echo("Content-Length: 24\r\n", said)).body, "hi");
  EXPECT_EQ(
      ask(echo("Transfer-Encoding: chunked\r\n", "4\r\ncsrf\r\n14;x=y\r\n=session-csrf&say=hi\r\n0\r\n\r\n"))
          .body,
      "hi");
}

TEST_F(ServerTest, TakesARequestThatComesByteByByte) {
  start();
  auto client = connect();
  for (const char c : echo("Content-Length: 24\r\n", said)) client.send(std::string_view(&c, 1));
  EXPECT_EQ(client.answer().body, "hi");
}

TEST_F(ServerTest, TellsAClientThatWaitsToGoOn) {
  start();
  auto client = connect();
  client.send(echo("Expect: 100-continue\r\nContent-Length: 24\r\n", ""));
  EXPECT_EQ(client.answer().status, 100);
  client.send(said);
  EXPECT_EQ(client.answer().body, "hi");
}

TEST_F(ServerTest, ABlankLineBeforeARequestWasRefused) {
  start();
  EXPECT_EQ(ask("\r\n" + hello).body, "hello");
  EXPECT_EQ(ask("\r\n\r\n\r\n\r\n" + hello).body, "hello");
  auto client = connect();
  for (const char c : "\r\n" + hello) client.send(std::string_view(&c, 1));
  EXPECT_EQ(client.answer().body, "hello");
  client.send("\r\n");
  client.send(hello);
  EXPECT_EQ(client.answer().body, "hello");
}

TEST_F(ServerTest, ABlankLineAfterARequestIsNoRequest) {
  settings.idle_timeout = std::chrono::seconds{1};
  start();
  auto client = connect();
  client.send(hello + "\r\n");
  EXPECT_EQ(client.answer().body, "hello");
  EXPECT_EQ(client.rest(), "");
}

TEST_F(ServerTest, RefusesATooLargeBodyWithoutAskingForIt) {
  start();
  auto client = connect();
  client.send(echo("Expect: 100-continue\r\nContent-Length: 1001\r\n", ""));
  const auto answer = client.answer();
  EXPECT_EQ(answer.status, 413);
  EXPECT_EQ(answer.header("connection"), "close");
}

TEST_F(ServerTest, RefusesBodiesBeyondTheRoutesLimit) {
  start();
  const std::string body(900'000, 'x');
  EXPECT_EQ(ask(echo("Content-Length: 900000\r\n", body)).status, 413);
  EXPECT_EQ(ask(echo("Transfer-Encoding: chunked\r\n", "dbba0\r\n" + body + "\r\n0\r\n\r\n")).status, 413);
  EXPECT_EQ(ask("GET /hello HTTP/1.1\r\nHost: hub\r\nContent-Length: 1\r\n\r\nx").status, 413);
  EXPECT_EQ(ask(echo("Content-Length: 1000\r\n", said + "&pad=" + std::string(971, 'x'))).status, 200);
}

TEST_F(ServerTest, SendsThePageForATooLargeBodyToWhoIsStillSendingIt) {
  start();
  auto client = connect();
  client.send(echo("Content-Length: 20000000\r\n", std::string(20'000'000, 'x')));
  EXPECT_EQ(client.answer().status, 413);
}

TEST_F(ServerTest, RefusesHeadsBeyondSixteenKilobytes) {
  start();
  const std::string name = "GET /hello HTTP/1.1\r\nHost: hub\r\nX: ";
  EXPECT_EQ(ask(name + std::string(15'000, 'x') + "\r\n\r\n").status, 200);
  EXPECT_EQ(ask(name + std::string(17'000, 'x') + "\r\n\r\n").status, 431);
  EXPECT_EQ(ask("GET /" + std::string(17'000, 'x') + " HTTP/1.1\r\nHost: hub\r\n\r\n").status, 431);
  std::string many = "GET /hello HTTP/1.1\r\nHost: hub\r\n";
  for (int i = 0; i < 3'000; ++i) many += "X: yyyy\r\n";
  EXPECT_EQ(ask(many + "\r\n").status, 431);
  EXPECT_EQ(ask(name + std::string(1'000'000, 'x')).status, 431);
}

TEST_F(ServerTest, AnswersAClientThatHasFinishedSending) {
  start();
  auto client = connect();
  client.send(hello);
  client.finish_sending();
  EXPECT_EQ(client.answer().body, "hello");
  EXPECT_EQ(client.rest(), "");
}

TEST_F(ServerTest, NamesTheMethodsOfAPathForAnyOther) {
  start();
  for (const auto* method : {"PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW", "get"}) {
    const auto answer = ask(std::string(method) + " /hello HTTP/1.1\r\nHost: hub\r\n\r\n");
    EXPECT_EQ(answer.status, 405) << method;
    EXPECT_EQ(answer.header("allow"), "GET, HEAD") << method;
  }
  EXPECT_EQ(ask("PUT /nothing HTTP/1.1\r\nHost: hub\r\n\r\n").status, 404);
}

TEST_F(ServerTest, ReadsNoBodyForAPathThatTakesNone) {
  start();
  auto client = connect();
  client.send("POST /nothing HTTP/1.1\r\nHost: hub\r\nContent-Length: 40\r\n\r\n" + hello);
  EXPECT_EQ(client.answer().status, 404);
  EXPECT_EQ(client.rest(), "");
}

TEST_F(ServerTest, WritesNoHeaderThatBreaksOutOfItsLine) {
  start();
  const auto answer = get("/break");
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.header("set-cookie"), "");
}

TEST_F(ServerTest, BelievesAProxysHeaderOnlyFromTheProxy) {
  const std::string forwarded =
      "GET /peer HTTP/1.1\r\nHost: hub\r\nX-Forwarded-For: 6.6.6.6, 192.0.2.7\r\n\r\n";
  start();
  EXPECT_EQ(ask(forwarded).body, "127.0.0.1");
  stop();
  settings.trusted_proxies = {Network::from("127.0.0.0/8").value()};
  start();
  EXPECT_EQ(ask(forwarded).body, "192.0.2.7");
  EXPECT_EQ(ask("GET /peer HTTP/1.1\r\nHost: hub\r\nX-Forwarded-For: nonsense\r\n\r\n").body, "127.0.0.1");
}

TEST_F(ServerTest, SaysWhichAddressItCannotListenOn) {
  start();
  ServerSettings same{.port = server->port()};
  base::WorkPool pool(1, 1);
  Dispatcher dispatcher(RouteTable({}), {}, people, pages, refusals);
  try {
    Server second(same, dispatcher, Pools{pool, pool, pool});
    FAIL();
  } catch (const std::system_error& error) {
    EXPECT_EQ(error.code(), std::errc::address_in_use);
    EXPECT_THAT(error.what(), HasSubstr("cannot listen on 127.0.0.1:" + std::to_string(same.port)));
  }
}

}  // namespace
}  // namespace web
