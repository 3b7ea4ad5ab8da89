#include "web/response.h"

#include <gtest/gtest.h>

namespace web {
namespace {

TEST(Response, RefusesHeadersThatBreakOutOfTheirLine) {
  Response response;
  EXPECT_THROW(response.header("X", "a\r\nSet-Cookie: b"), std::logic_error);
  EXPECT_THROW(response.header("X", "a\nb"), std::logic_error);
  EXPECT_THROW(response.header("X", std::string("a\0b", 3)), std::logic_error);
  EXPECT_THROW(response.header("X\r\n", "a"), std::logic_error);
  EXPECT_THROW(response.header("X Y", "a"), std::logic_error);
  EXPECT_THROW(response.header("", "a"), std::logic_error);
  EXPECT_TRUE(response.headers.empty());
}

TEST(Response, FindsHeadersInAnyLetterCase) {
  Response response;
  response.header("X-One", "1").header("X-Two", "2");
  EXPECT_EQ(response.header_value("x-two"), "2");
  EXPECT_EQ(response.header_value("x-three"), "");
}

TEST(Response, RedirectsWithinThisSiteOnly) {
  EXPECT_EQ(Response::see_other("/users?q=a").header_value("Location"), "/users?q=a");
  EXPECT_EQ(Response::see_other("/users?q=Łu k").header_value("Location"), "/users?q=%C5%81u%20k");
  for (const auto* elsewhere : {"", "users", "//evil.example", "https://evil.example", "/\\evil.example",
                                "/a\r\nX: y", "/\t/evil.example"}) {
    EXPECT_THROW(Response::see_other(elsewhere), std::logic_error) << elsewhere;
  }
}

TEST(Attachment, NamesAPlainFilePlainly) {
  EXPECT_EQ(attachment("UserUploadTemplate.xlsx"), "attachment; filename=\"UserUploadTemplate.xlsx\"");
  EXPECT_EQ(inline_as("a.pdf"), "inline; filename=\"a.pdf\"");
}

TEST(Attachment, NamesAFileInAnyScriptWithAnAsciiFallback) {
  EXPECT_EQ(attachment("Łukasz 李.pdf"),
            "attachment; filename=\"_ukasz _.pdf\"; filename*=UTF-8''%C5%81ukasz%20%E6%9D%8E.pdf");
}

TEST(Attachment, IsSafeWhateverTheNameHolds) {
  const auto value = attachment("a\"b\\c\r\nd/e%f;g");
  EXPECT_TRUE(safe_header("Content-Disposition", value));
  EXPECT_EQ(value, "attachment; filename=\"a_b_c__d_e_f;g\"; filename*=UTF-8''a%22b%5Cc%0D%0Ad%2Fe%25f%3Bg");
  EXPECT_EQ(attachment(""), "attachment; filename=\"download\"");
}

TEST(Cookies, AreHostOnlySecureAndOutOfReachOfScripts) {
  EXPECT_EQ(set_cookie("session", "abc", true), "__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
  EXPECT_EQ(set_cookie("session", "abc", false), "session=abc; Path=/; HttpOnly; SameSite=Lax");
  EXPECT_EQ(clear_cookie("session", true),
            "__Host-session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
  EXPECT_EQ(cookie_name("session", true), "__Host-session");
  EXPECT_THROW(set_cookie("session", "a;b", true), std::logic_error);
}

TEST(SecurityHeaders, StandOnEveryResponse) {
  auto response = Response::html("x");
  add_security_headers(response, true);
  EXPECT_NE(response.header_value("content-security-policy").find("default-src 'none'"),
            std::string_view::npos);
  EXPECT_EQ(response.header_value("content-security-policy").find("unsafe"), std::string_view::npos);
  EXPECT_EQ(response.header_value("x-content-type-options"), "nosniff");
  EXPECT_EQ(response.header_value("referrer-policy"), "same-origin");
  EXPECT_EQ(response.header_value("cross-origin-opener-policy"), "same-origin");
  EXPECT_EQ(response.header_value("cross-origin-resource-policy"), "same-origin");
  EXPECT_EQ(response.header_value("cache-control"), "no-store");
  EXPECT_EQ(response.header_value("strict-transport-security"), "max-age=63072000; includeSubDomains");
}

TEST(SecurityHeaders, LeaveOutHstsWhereTheAddressIsNotHttps) {
  Response response;
  add_security_headers(response, false);
  EXPECT_EQ(response.header_value("strict-transport-security"), "");
}

TEST(SecurityHeaders, LetOnlyCacheableResponsesBeStored) {
  Response kept;
  kept.cacheable = true;
  kept.header("Cache-Control", "public, max-age=60");
  add_security_headers(kept, false);
  EXPECT_EQ(kept.header_value("cache-control"), "public, max-age=60");
  Response forgetful;
  forgetful.header("Cache-Control", "public");
  add_security_headers(forgetful, false);
  EXPECT_EQ(forgetful.header_value("cache-control"), "no-store");
}

TEST(HttpDate, IsWrittenAsTheStandardSays) {
  EXPECT_EQ(http_date(std::chrono::system_clock::from_time_t(784111777)), "Sun, 06 Nov 1994 08:49:37 GMT");
}

}  // namespace
}  // namespace web
