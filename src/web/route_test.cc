#include "web/route.h"

#include <gtest/gtest.h>

namespace web {
namespace {

Row get(std::string_view pattern) {
  return {Takes::get, pattern, anyone, 0, [](const Request&) { return Response{}; }};
}

Row post(std::string_view pattern) {
  return {Takes::post, pattern, anyone, 1024, [](const Request&) { return Response{}; }};
}

std::string_view matched(const RouteTable& table, std::string_view path, Method method = Method::get) {
  const auto match = table.match(method, path);
  return match.route ? match.route->pattern : std::string_view("nothing");
}

TEST(RouteTable, MatchesLiteralsAndNamesOfOneSegment) {
  const RouteTable table({get("/"), get("/users"), get("/users/{id}/progress/{slug}")});
  EXPECT_EQ(matched(table, "/"), "/");
  EXPECT_EQ(matched(table, "/users"), "/users");
  const auto match = table.match(Method::get, "/users/12/progress/exam room");
  ASSERT_NE(match.route, nullptr);
  EXPECT_EQ(match.values,
            (std::vector<std::pair<std::string, std::string>>{{"id", "12"}, {"slug", "exam room"}}));
  for (const auto* path :
       {"/user", "/users/", "/users/12", "/users//progress/x", "/users/1/progress/a/b", "//", ""}) {
    EXPECT_EQ(matched(table, path), "nothing") << path;
  }
}

TEST(RouteTable, MatchesNamesWithASuffix) {
  const RouteTable table({get("/certificates/{code}.pdf")});
  EXPECT_EQ(table.match(Method::get, "/certificates/A.B.pdf").values[0].second, "A.B");
  EXPECT_EQ(matched(table, "/certificates/.pdf"), "nothing");
  EXPECT_EQ(matched(table, "/certificates/A.PDF"), "nothing");
}

TEST(RouteTable, PrefersTheMoreSpecificPatternWhateverTheOrder) {
  const RouteTable table({get("/users/{id}"), get("/users/{id}.pdf"), get("/users/add"), get("/{any}/add")});
  EXPECT_EQ(matched(table, "/users/add"), "/users/add");
  EXPECT_EQ(matched(table, "/users/7.pdf"), "/users/{id}.pdf");
  EXPECT_EQ(matched(table, "/users/7"), "/users/{id}");
  EXPECT_EQ(matched(table, "/other/add"), "/{any}/add");
}

TEST(RouteTable, AnswersHeadByTheGetRoute) {
  const RouteTable table({get("/users"), post("/sign-out")});
  EXPECT_EQ(matched(table, "/users", Method::head), "/users");
  EXPECT_EQ(matched(table, "/sign-out", Method::head), "nothing");
}

TEST(RouteTable, TellsAWrongMethodFromAnUnknownPath) {
  const RouteTable table(
      {get("/users/add"), post("/users/{id}"), post("/sign-out"), get("/both"), post("/both")});
  const auto wrong = table.match(Method::get, "/sign-out");
  EXPECT_EQ(wrong.route, nullptr);
  EXPECT_TRUE(wrong.path_known);
  EXPECT_EQ(wrong.allow, "POST");
  EXPECT_EQ(table.match(Method::post, "/users/add").allow, "GET, HEAD");
  EXPECT_EQ(table.match(Method::get, "/both").allow, "GET, HEAD, POST");
  EXPECT_FALSE(table.match(Method::get, "/nowhere").path_known);
}

TEST(RouteTable, RefusesMalformedPatterns) {
  for (const auto* pattern :
       {"", "users", "/users/", "/a//b", "/{", "/{}", "/{Id}", "/x{id}", "/{a}{b}", "/{id", "/id}"}) {
    EXPECT_THROW(RouteTable({get(pattern)}), std::logic_error) << pattern;
  }
}

TEST(RouteTable, RefusesTwoRoutesForTheSamePathAndMethod) {
  EXPECT_THROW(RouteTable({get("/users/{id}"), get("/users/{user}")}), std::logic_error);
  EXPECT_NO_THROW(RouteTable({get("/users/{id}"), post("/users/{id}")}));
}

TEST(RouteTable, RefusesRoutesThatLeaveSomethingUnsaid) {
  auto unlimited = post("/a");
  unlimited.body_limit = 0;
  EXPECT_THROW(RouteTable({unlimited}), std::logic_error);
  auto nobody = get("/a");
  nobody.who = 0;
  EXPECT_THROW(RouteTable({nobody}), std::logic_error);
  auto get_with_body = get("/a");
  get_with_body.body_limit = 1;
  EXPECT_THROW(RouteTable({get_with_body}), std::logic_error);
  auto without_handler = get("/a");
  without_handler.handler = nullptr;
  EXPECT_THROW(RouteTable({without_handler}), std::logic_error);
}

TEST(RouteTable, AFormIsAGetThatShowsItAndAPostThatSendsItWithinTheLimit) {
  auto form = post("/users/add");
  form.takes = Takes::form;
  form.work = Work::heavy;
  const RouteTable table({form});
  const auto shown = table.match(Method::get, "/users/add");
  EXPECT_EQ(shown.route->body_limit, 0u);
  EXPECT_EQ(shown.route->work, Work::page);
  const auto sent = table.match(Method::post, "/users/add");
  EXPECT_EQ(sent.route->body_limit, 1024u);
  EXPECT_EQ(sent.route->work, Work::heavy);
}

TEST(RouteTable, LetsNothingThatAsksWhoSomebodyIsBeAnsweredAtOnce) {
  const auto handler = [](const Request&) { return Response::text("x"); };
  EXPECT_NO_THROW(RouteTable({{Takes::get, "/x", anyone, 0, handler, Work::at_once}}));
  EXPECT_THROW(RouteTable({{Takes::get, "/x", signed_in, 0, handler, Work::at_once}}), std::logic_error);
}

}  // namespace
}  // namespace web
