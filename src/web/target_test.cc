#include "web/target.h"

#include <gtest/gtest.h>

namespace web {
namespace {

TEST(Target, DecodesPathAndQuery) {
  const auto target = parse_target("/verify/%E6%9D%8E+a%20b?q=a+b&x=%26");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/verify/李+a b");
  EXPECT_EQ(target->query.get("q"), "a b");
  EXPECT_EQ(target->query.get("x"), "&");
  EXPECT_EQ(parse_target("/")->path, "/");
  EXPECT_EQ(parse_target("/users/?")->path, "/users/");
}

TEST(Target, TakesHostAndPathFromAnAbsoluteOne) {
  const auto target = parse_target("http://hub.example.org:8080/verify/a%20b?q=1");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->host, "hub.example.org:8080");
  EXPECT_EQ(target->path, "/verify/a b");
  EXPECT_EQ(target->query.get("q"), "1");
  EXPECT_EQ(parse_target("HTTPS://[::1]:8443/")->host, "[::1]:8443");
  EXPECT_EQ(parse_target("http://hub")->path, "/");
  EXPECT_EQ(parse_target("http://hub?q=1")->path, "/");
  EXPECT_EQ(parse_target("http://hub?q=1")->query.get("q"), "1");
  EXPECT_EQ(parse_target("/users")->host, "");
  EXPECT_EQ(parse_target("//evil.example/users")->host, "") << "a path, however it looks";
}

TEST(Target, RefusesAnAbsoluteOneThatIsNoHttpAddressOfAHost) {
  for (const auto* target : {"http://",
                             "http:///users",
                             "http://?q=1",
                             "http:/hub/users",
                             "http:hub",
                             "ftp://hub/",
                             "file:///etc/passwd",
                             "://hub/",
                             "http://user@hub/",
                             "http://hub:port/",
                             "http://hub:/",
                             "http://hub:123456/",
                             "http://[::1/",
                             "http://hub\\/",
                             "http://hub%2Fx/",
                             "http://a b/",
                             "http://hub/../users",
                             "http://hub/%2e%2e/users",
                             "http://hub/#x",
                             "hub:443"}) {
    EXPECT_FALSE(parse_target(target)) << target;
  }
}

TEST(Target, RefusesWhatTwoProgramsMayReadDifferently) {
  for (const auto* target :
       {"",     "users",  "*",     "/a%2Fb", "/a%2fb",  "/%2e%2e/a", "/../a",   "/./a",    "/a/..",
        "/%2E", "/a%5Cb", "/a\\b", "/a%00b", "/a%0Ab",  "/a%7F",     "/a#b",    "/a b",    "/\xC3\xA9",
        "/%",   "/%4",    "/%zz",  "/%FF",   "/%C0%AE", "/?a=%",     "/?a=%FF", "/?a=%00", "//\t"}) {
    EXPECT_FALSE(parse_target(target)) << target;
  }
}

}  // namespace
}  // namespace web
