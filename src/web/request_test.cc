#include "web/request.h"

#include <gtest/gtest.h>

namespace web {
namespace {

TEST(Request, FindsCookiesByTheirExactName) {
  Request request;
  request.headers = {{"cookie", "a=1;  b = x=y ; __Host-s=abc; broken"}, {"cookie", "c=3"}};
  EXPECT_EQ(request.cookie("a"), "1");
  EXPECT_EQ(request.cookie("b"), "x=y");
  EXPECT_EQ(request.cookie("c"), "3");
  EXPECT_EQ(request.cookie("__Host-s"), "abc");
  EXPECT_EQ(request.cookie("s"), std::nullopt);
  EXPECT_EQ(request.cookie("broken"), std::nullopt);
}

TEST(Request, ReadsIdsThatOnlyOneTextStandsFor) {
  Request request;
  const auto id_of = [&](std::string text) {
    request.path_values = {{"id", std::move(text)}};
    return request.path_id("id");
  };
  EXPECT_EQ(id_of("12"), 12);
  EXPECT_EQ(id_of("9223372036854775807"), INT64_MAX);
  for (const auto* odd : {"0", "-1", "012", "1x", " 1", "+1", "9223372036854775808", "add"})
    EXPECT_EQ(id_of(odd), 0) << odd;
  EXPECT_THROW(static_cast<void>(request.path_value("slug")), std::logic_error);
}

TEST(Request, HasNoActorWhereNobodyIsSignedIn) {
  EXPECT_THROW(static_cast<void>(Request{}.actor()), std::logic_error);
}

TEST(Request, SaysThatAFormIsMalformed) {
  Request request;
  request.headers = {{"content-type", "application/x-www-form-urlencoded"}};
  request.body = "a=%";
  EXPECT_THROW(static_cast<void>(request.form()), MalformedForm);
}

Request to(std::string path, std::string_view query = "") {
  Request request;
  request.path = std::move(path);
  request.query = *parse_urlencoded(query);
  return request;
}

TEST(SignInAddress, BringsPeopleBackToWhereTheyWanted) {
  EXPECT_EQ(sign_in_address(to("/users", "q=O%27Neil+%C5%81&page=2")),
            "/sign-in?next=%2Fusers%3Fq%3DO%2527Neil%2520%25C5%2581%26page%3D2");
  EXPECT_EQ(sign_in_address(to("/")), "/sign-in");
}

TEST(SignInAddress, NeverLeadsToAnotherSite) {
  EXPECT_EQ(sign_in_address(to("//evil.example/")), "/sign-in");
  Request fragment = to("/users");
  fragment.headers = {{"hx-request", "true"}, {"hx-current-url", "https://a.example//evil.example"}};
  EXPECT_EQ(sign_in_address(fragment), "/sign-in");
}

TEST(SignInAddress, BringsAFragmentsReaderBackToTheWholePage) {
  Request fragment = to("/users/list");
  fragment.headers = {{"hx-request", "true"}, {"hx-current-url", "https://hub.example/users?page=2"}};
  EXPECT_EQ(sign_in_address(fragment), "/sign-in?next=%2Fusers%3Fpage%3D2");
}

}  // namespace
}  // namespace web
