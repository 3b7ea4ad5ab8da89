#include "web/head.h"

#include <gtest/gtest.h>

namespace web {
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

int fault(Headers headers, unsigned version = 11) {
  headers.emplace_back("host", "hub.example.org");
  const auto found = fault_in(Head{"POST", "/", version, std::move(headers)});
  return found ? found->status : 0;
}

int host_fault(const Headers& hosts, unsigned version = 11) {
  const auto found = fault_in(Head{"GET", "/", version, hosts});
  return found ? found->status : 0;
}

TEST(Head, TakesOneLengthOrOneChunkedCoding) {
  EXPECT_EQ(fault({}), 0);
  EXPECT_EQ(fault({{"content-length", "12"}}), 0);
  EXPECT_EQ(fault({{"transfer-encoding", "Chunked"}}), 0);
}

TEST(Head, RefusesEveryShapeThatCouldSmuggleARequest) {
  EXPECT_EQ(fault({{"transfer-encoding", "chunked"}, {"content-length", "1"}}), 400);
  EXPECT_EQ(fault({{"transfer-encoding", "chunked"}, {"transfer-encoding", "chunked"}}), 400);
  EXPECT_EQ(fault({{"content-length", "1"}, {"content-length", "1"}}), 400);
  EXPECT_EQ(fault({{"transfer-encoding", "chunked"}}, 10), 400);
  for (const auto* coding : {"gzip", "chunked, chunked", "gzip, chunked", "chunked, identity", "identity", "",
                             "xchunked", "chunked;q=1", "\"chunked\""}) {
    EXPECT_EQ(fault({{"transfer-encoding", coding}}), 400) << coding;
  }
  for (const auto* length : {"", "+1", "-1", "1,1", "0x1", "1 1", "1.0", "99999999999999999999"}) {
    EXPECT_EQ(fault({{"content-length", length}}), 400) << length;
  }
}

TEST(Head, NeedsExactlyOnePlainHost) {
  for (const auto* host : {"hub.example.org", "localhost:8080", "127.0.0.1", "[::1]:8080", "a_b"}) {
    EXPECT_EQ(host_fault({{"host", host}}), 0) << host;
  }
  for (const auto* host :
       {"", "a b", "a,b", "a/b", "user@a", "a:b", "a:", "a:123456", ":80", "[::1", "::1]", "[x]", "a:1:2"}) {
    EXPECT_EQ(host_fault({{"host", host}}), 400) << host;
  }
  EXPECT_EQ(host_fault({}), 400);
  EXPECT_EQ(host_fault({{"host", "a"}, {"host", "a"}}), 400);
  EXPECT_EQ(host_fault({}, 10), 0);
}

TEST(Head, RefusesASecondHeaderWhereOneMustStand) {
  EXPECT_EQ(fault({{"content-type", "text/plain"}, {"content-type", "multipart/form-data"}}), 400);
  EXPECT_EQ(fault({{"origin", "a"}, {"origin", "b"}}), 400);
  EXPECT_EQ(fault({{"sec-fetch-site", "same-origin"}, {"sec-fetch-site", "cross-site"}}), 400);
  EXPECT_EQ(fault({{"cookie", "a=1"}, {"cookie", "b=2"}}), 0);
}

TEST(Head, RefusesControlCharactersCompressedBodiesAndUnknownExpectations) {
  EXPECT_EQ(fault({{"x", std::string("a\0b", 3)}}), 400);
  EXPECT_EQ(fault({{"x", "a\rb"}}), 400);
  EXPECT_EQ(fault({{"content-encoding", "gzip"}}), 400);
  EXPECT_EQ(fault({{"expect", "a-miracle"}}), 417);
}

TEST(Head, RefusesMoreThanAHundredHeaders) {
  EXPECT_EQ(fault(Headers(99, {"x", "y"})), 0);
  EXPECT_EQ(fault(Headers(100, {"x", "y"})), 431);
}

TEST(Head, WaitsForContinueOnlyWithABodyOnHttp11) {
  const auto waits = [](const Headers& headers, unsigned version = 11) {
    return waits_for_continue(Head{"POST", "/", version, headers});
  };
  EXPECT_TRUE(waits({{"expect", "100-Continue"}, {"content-length", "10"}}));
  EXPECT_TRUE(waits({{"expect", "100-continue"}, {"transfer-encoding", "chunked"}}));
  EXPECT_FALSE(waits({{"expect", "100-continue"}, {"content-length", "0"}}));
  EXPECT_FALSE(waits({{"expect", "100-continue"}}));
  EXPECT_FALSE(waits({{"content-length", "10"}}));
  EXPECT_FALSE(waits({{"expect", "100-continue"}, {"content-length", "10"}}, 10));
}

}  // namespace
}  // namespace web
