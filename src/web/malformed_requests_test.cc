#include "web/running_server.h"

namespace web {
namespace {

using MalformedRequests = RunningServer;

const std::string start_line = "GET /hello HTTP/1.1\r\n";
const std::string host = "Host: hub\r\n";
const std::string post = "POST /echo HTTP/1.1\r\nHost: hub\r\n";

struct Case {
  std::string what;
  std::string bytes;
};

std::vector<Case> cases() {
  const std::string long_line(20'000, 'a');
  return {
      {"five blank lines", "\r\n\r\n\r\n\r\n\r\n"},
      {"a blank line of a line feed alone", "\n"},
      {"a blank line with a space", " \r\n"},
      {"nonsense", "hello there\r\n\r\n"},
      {"no version", "GET /hello\r\n\r\n"},
      {"HTTP/0.9", "GET /hello HTTP/0.9\r\n\r\n"},
      {"HTTP/1.2", "GET /hello HTTP/1.2\r\n" + host + "\r\n"},
      {"HTTP/2.0", "GET /hello HTTP/2.0\r\n" + host + "\r\n"},
      {"the HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
      {"a version in small letters", "GET /hello http/1.1\r\n" + host + "\r\n"},
      {"TLS on a plain port", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15)},
      {"two spaces before the version", "GET /hello  HTTP/1.1\r\n" + host + "\r\n"},
      {"a space in front", " GET /hello HTTP/1.1\r\n" + host + "\r\n"},
      {"a tab for a space", "GET\t/hello HTTP/1.1\r\n" + host + "\r\n"},
      {"a method of odd characters", "G@T /hello HTTP/1.1\r\n" + host + "\r\n"},
      {"bare line feeds", "GET /hello HTTP/1.1\nHost: hub\n\n"},
      {"a bare line feed in the head", start_line + "Host: hub\nX: y\r\n\r\n"},
      {"a bare carriage return", start_line + "Host: hub\rX: y\r\n\r\n"},
      {"NUL in a header", start_line + host + std::string("X: a\0b\r\n\r\n", 10)},
      {"NUL in the target", std::string("GET /he\0llo HTTP/1.1\r\n", 22) + host + "\r\n"},
      {"no Host", start_line + "\r\n"},
      {"two Hosts", start_line + host + host + "\r\n"},
      {"an empty Host", start_line + "Host:\r\n\r\n"},
      {"a Host with a path", start_line + "Host: hub/x\r\n\r\n"},
      {"a Host with a user", start_line + "Host: a@hub\r\n\r\n"},
      {"a header without a colon", start_line + host + "Nonsense\r\n\r\n"},
      {"a header without a name", start_line + host + ": x\r\n\r\n"},
      {"a space before the colon", start_line + host + "Content-Length : 0\r\n\r\n"},
      {"a space in a name", start_line + host + "X Y: z\r\n\r\n"},
      {"a folded header", start_line + host + "X: a\r\n b\r\n\r\n"},
      {"a folded first header", start_line + " Host: hub\r\n\r\n"},
      {"a folded Transfer-Encoding", post + "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n"},
      {"an absolute target without a Host", "GET http://hub/hello HTTP/1.1\r\n\r\n"},
      {"an absolute target with two Hosts", "GET http://hub/hello HTTP/1.1\r\n" + host + host + "\r\n"},
      {"an absolute target of another scheme", "GET ftp://hub/hello HTTP/1.1\r\n" + host + "\r\n"},
      {"an absolute target with a user", "GET http://a@hub/hello HTTP/1.1\r\n" + host + "\r\n"},
      {"an absolute target without a host", "GET http:///hello HTTP/1.1\r\n" + host + "\r\n"},
      {"an asterisk target", "OPTIONS * HTTP/1.1\r\n" + host + "\r\n"},
      {"CONNECT", "CONNECT hub:443 HTTP/1.1\r\n" + host + "\r\n"},
      {"a fragment", "GET /hello#x HTTP/1.1\r\n" + host + "\r\n"},
      {"a malformed escape", "GET /hel%zzlo HTTP/1.1\r\n" + host + "\r\n"},
      {"an encoded slash", "GET /static%2Fapp HTTP/1.1\r\n" + host + "\r\n"},
      {"an encoded NUL", "GET /hello%00 HTTP/1.1\r\n" + host + "\r\n"},
      {"dot segments", "GET /a/../hello HTTP/1.1\r\n" + host + "\r\n"},
      {"encoded dot segments", "GET /%2e%2e/hello HTTP/1.1\r\n" + host + "\r\n"},
      {"a backslash", "GET /..\\hello HTTP/1.1\r\n" + host + "\r\n"},
      {"raw bytes over ASCII", "GET /\xC3\xA9 HTTP/1.1\r\n" + host + "\r\n"},
      {"an overlong escape", "GET /%C0%AE%C0%AE/ HTTP/1.1\r\n" + host + "\r\n"},
      {"a malformed query", "GET /hello?q=% HTTP/1.1\r\n" + host + "\r\n"},
      {"a head too long", start_line + host + "X: " + long_line + "\r\n\r\n"},
      {"a target too long", "GET /" + long_line + " HTTP/1.1\r\n" + host + "\r\n"},
      {"length and chunks", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {"chunks and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"},
      {"two lengths that differ", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"},
      {"two lengths alike", post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello"},
      {"a list of lengths", post + "Content-Length: 5, 5\r\n\r\nhello"},
      {"a signed length", post + "Content-Length: +5\r\n\r\nhello"},
      {"a negative length", post + "Content-Length: -5\r\n\r\nhello"},
      {"a hexadecimal length", post + "Content-Length: 0x5\r\n\r\nhello"},
      {"an empty length", post + "Content-Length: \r\n\r\nhello"},
      {"a length beyond 64 bits", post + "Content-Length: 99999999999999999999\r\n\r\n"},
      {"Transfer-Encoding: gzip", post + "Transfer-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello"},
      {"chunked, identity", post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"},
      {"gzip, chunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"},
      {"chunked twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {"an odd coding", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"},
      {"a vertical tab before chunked", post + "Transfer-Encoding: \vchunked\r\n\r\n0\r\n\r\n"},
      {"chunks on HTTP/1.0",
       "POST /echo HTTP/1.0\r\nHost: hub\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {"a chunk size of no digits", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n0\r\n\r\n"},
      {"a negative chunk size", post + "Transfer-Encoding: chunked\r\n\r\n-1\r\n0\r\n\r\n"},
      {"a chunk size beyond 64 bits", post + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n"},
      {"a chunk longer than it says", post + "Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n"},
      {"an expectation nobody knows", post + "Expect: a-miracle\r\nContent-Length: 0\r\n\r\n"},
      {"a compressed body", post + "Content-Encoding: gzip\r\nContent-Length: 0\r\n\r\n"},
      {"a body on GET", start_line + host + "Content-Length: 5\r\n\r\nhello"},
  };
}

TEST_F(MalformedRequests, AreEachRefusedWithA4xxAndNothingAfterThemIsRead) {
  start();
  for (const auto& [what, bytes] : cases()) {
    auto client = connect();
    client.send(bytes + "GET /hello HTTP/1.1\r\nHost: hub\r\n\r\n");
    const auto answer = client.answer();
    EXPECT_GE(answer.status, 400) << what;
    EXPECT_LT(answer.status, 500) << what;
    EXPECT_EQ(answer.header("connection"), "close") << what;
    EXPECT_EQ(client.rest(), "") << what;
  }
  EXPECT_EQ(get("/hello").status, 200);
}

TEST_F(MalformedRequests, AreRefusedAlikeWhenTheyComeByteByByte) {
  start();
  for (const auto& [what, bytes] : cases()) {
    if (bytes.size() > 1'000) continue;
    auto client = connect();
    for (const char c : bytes) client.send(std::string_view(&c, 1));
    client.finish_sending();
    const auto answer = client.answer();
    EXPECT_GE(answer.status, 400) << what;
    EXPECT_LT(answer.status, 500) << what;
  }
}

TEST_F(MalformedRequests, CutShortAreRefused) {
  start();
  const std::string whole = post + "Content-Length: 5\r\n\r\nhello";
  for (std::size_t length = 1; length < whole.size(); ++length) {
    auto client = connect();
    client.send(whole.substr(0, length));
    client.finish_sending();
    EXPECT_EQ(client.answer().status, 400) << length;
  }
}

TEST_F(MalformedRequests, DoNoHarmWhateverByteIsChanged) {
  start();
  const std::string whole = post + "Content-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char odd : {'\0', '\r', '\n', ' ', ':', '\xFF'}) {
      auto changed = whole;
      changed[at] = odd;
      auto client = connect();
      client.send(changed);
      client.finish_sending();
      EXPECT_NE(client.answer().status, 0) << at << " " << static_cast<int>(odd);
    }
  }
  EXPECT_EQ(get("/hello").status, 200);
}

}  // namespace
}  // namespace web
