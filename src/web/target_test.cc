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

TEST(Target, RefusesWhatTwoProgramsMayReadDifferently) {
  for (const auto* target : {"",       "users",   "*",         "http://a.example/",
                             "/a%2Fb", "/a%2fb",  "/%2e%2e/a", "/../a",
                             "/./a",   "/a/..",   "/%2E",      "/a%5Cb",
                             "/a\\b",  "/a%00b",  "/a%0Ab",    "/a%7F",
                             "/a#b",   "/a b",    "/\xC3\xA9", "/%",
                             "/%4",    "/%zz",    "/%FF",      "/%C0%AE",
                             "/?a=%",  "/?a=%FF", "/?a=%00",   "//\t"}) {
    EXPECT_FALSE(parse_target(target)) << target;
  }
}

}  // namespace
}  // namespace web
