#include "web/dispatcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/unavailable.h"
#include "web/test_doubles.h"

namespace web {
namespace {

using access::Role;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

Handler says(std::string text) {
  return [text = std::move(text)](const Request&) { return Response::html(text); };
}

Handler refuses(base::Refusal refusal) {
  return [refusal = std::move(refusal)](const Request&) -> Response { throw Refused{refusal}; };
}

template <class Exception>
Handler throws(std::string what) {
  return [what = std::move(what)](const Request&) -> Response { throw Exception(what); };
}

std::vector<Row> routes() {
  constexpr std::size_t limit = 1024;
  return {
      {Takes::get, "/", signed_in, 0, says("home")},
      {Takes::get, "/sign-in", anyone, 0,
       [](const Request& request) { return Response::html("csrf=" + request.csrf); }},
      {Takes::post, "/sign-in", anyone, limit, says("signed in")},
      {Takes::post, "/sign-out", signed_in, limit, says("signed out")},
      {Takes::get, "/account/password", signed_in, 0, says("password")},
      {Takes::get, "/static/{file}", anyone, 0, says("file"), Work::at_once},
      {Takes::get, "/users", user_managers, 0, says("users")},
      {Takes::post, "/users/add", user_managers, limit, says("added")},
      {Takes::get, "/audit", centre_admins, 0, says("audit")},
      {Takes::get, "/operator/centres", hub_operators, 0, says("centres")},
      {Takes::get, "/text", anyone, 0, [](const Request&) { return Response::text("plain"); }},
      {Takes::get, "/stale", anyone, 0, refuses(base::Refusal::conflict("Somebody else changed it."))},
      {Takes::get, "/bad", anyone, 0, refuses(base::Refusal::bad_input("name", "Type a name."))},
      {Takes::get, "/gone", anyone, 0, refuses(base::Refusal::not_found())},
      {Takes::get, "/forbidden", anyone, 0, refuses(base::Refusal::forbidden("Ask your Centre Admin."))},
      {Takes::get, "/often", anyone, 0,
       refuses({base::Refusal::Kind::too_many, "Wait.", {}, std::chrono::seconds{90}})},
      {Takes::get, "/down", anyone, 0, throws<base::Unavailable>("host=db password=x")},
      {Takes::get, "/broken", anyone, 0, throws<std::invalid_argument>("sian@example.org")},
      {Takes::get, "/odd", anyone, 0, [](const Request&) -> Response { throw 42; }},
  };
}

class DispatcherTest : public testing::Test {
 protected:
  Response get(std::string path, std::vector<std::pair<std::string, std::string>> headers = {}) {
    request = {};
    request.path = std::move(path);
    request.headers = std::move(headers);
    return dispatcher.respond(request);
  }

  Response post(std::string path, std::string body,
                std::vector<std::pair<std::string, std::string>> headers = {}) {
    request = {};
    request.method = Method::post;
    request.path = std::move(path);
    request.body = std::move(body);
    request.headers = std::move(headers);
    request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    return dispatcher.respond(request);
  }

  FixedSession people;
  PlainPages pages;
  NotedRefusals refusals;
  Metrics metrics;
  Dispatcher dispatcher{
      RouteTable(routes()), {"https://Hub.example.org:443/", true, &metrics}, people, pages, refusals};
  Request request;
};

TEST_F(DispatcherTest, AnswersUnknownPathsWith404AndWrongMethodsWith405) {
  EXPECT_EQ(get("/nothing").status, 404);
  const auto wrong = get("/sign-out");
  EXPECT_EQ(wrong.status, 405);
  EXPECT_EQ(wrong.header_value("allow"), "POST");
}

TEST_F(DispatcherTest, FillsInTheRouteSessionAndCsrfOfARequest) {
  people.sign_in(Role::exams_officer);
  EXPECT_EQ(get("/users").body, "users");
  EXPECT_EQ(request.route, "/users");
  EXPECT_EQ(request.csrf, "session-csrf");
  EXPECT_EQ(request.actor().account, access::AccountId{7});
  EXPECT_FALSE(request.id.empty());
}

TEST_F(DispatcherTest, SendsWhoIsNotSignedInToSignInAndBack) {
  const auto response = get("/users");
  EXPECT_EQ(response.status, 303);
  EXPECT_EQ(response.header_value("location"), "/sign-in?next=%2Fusers");
  EXPECT_EQ(get("/").header_value("location"), "/sign-in");
}

TEST_F(DispatcherTest, RefusesAFormOfSomebodySignedOut) {
  EXPECT_EQ(post("/users/add", "csrf=session-csrf").status, 403);
  EXPECT_THAT(refusals.routes, ElementsAre());
}

TEST_F(DispatcherTest, SendsTheWholePageOfAFragmentToSignIn) {
  const auto response =
      get("/users", {{"hx-request", "true"}, {"hx-current-url", "https://hub.example.org/users?q=a"}});
  EXPECT_EQ(response.status, 403);
  EXPECT_EQ(response.header_value("hx-redirect"), "/sign-in?next=%2Fusers%3Fq%3Da");
}

TEST_F(DispatcherTest, RefusesAWrongRoleAndTellsTheAudit) {
  people.sign_in(Role::invigilator);
  EXPECT_EQ(get("/users").status, 403);
  people.sign_in(Role::exams_officer);
  EXPECT_EQ(get("/audit").status, 403);
  EXPECT_THAT(refusals.routes, ElementsAre("/users", "/audit"));
}

TEST_F(DispatcherTest, TellsEachRoleFromTheOthers) {
  people.sign_in(Role::exams_officer, true);
  EXPECT_EQ(get("/audit").status, 200);
  EXPECT_EQ(get("/users").status, 200);
  for (const auto role : {Role::senior_leader, Role::invigilator, Role::hub_operator}) {
    people.sign_in(role);
    EXPECT_EQ(get("/users").status, 403);
    EXPECT_EQ(get("/").status, 200);
  }
}

TEST_F(DispatcherTest, HidesTheOperatorsPagesFromEverybodyElseWhoIsSignedIn) {
  EXPECT_EQ(get("/operator/centres").status, 303);
  people.sign_in(Role::exams_officer, true);
  EXPECT_EQ(get("/operator/centres").status, 404);
  people.sign_in(Role::hub_operator);
  EXPECT_EQ(get("/operator/centres").status, 200);
  EXPECT_THAT(refusals.routes, ElementsAre());
}

TEST_F(DispatcherTest, LetsNobodyPastThePasswordPageWhoMustChangeTheirs) {
  people.sign_in(Role::exams_officer);
  people.session->must_change_password = true;
  for (const auto* path : {"/", "/users", "/audit"}) {
    EXPECT_EQ(get(path).header_value("location"), "/account/password") << path;
  }
  EXPECT_EQ(post("/users/add", "csrf=session-csrf").header_value("location"), "/account/password");
  EXPECT_EQ(get("/account/password").status, 200);
  EXPECT_EQ(get("/static/app.css").status, 200);
  EXPECT_EQ(post("/sign-out", "csrf=session-csrf").status, 200);
}

TEST_F(DispatcherTest, AsksNoDatabaseForStaticFiles) {
  people.unavailable = true;
  EXPECT_EQ(get("/static/app.css").status, 200);
  EXPECT_EQ(people.asked, 0);
}

TEST_F(DispatcherTest, TakesAFormWithTheSessionsToken) {
  people.sign_in(Role::exams_officer);
  EXPECT_EQ(post("/users/add", "csrf=session-csrf").status, 200);
  EXPECT_EQ(post("/users/add", "csrf=session-csrf",
                 {{"origin", "https://hub.example.org"}, {"sec-fetch-site", "same-origin"}})
                .status,
            200);
  EXPECT_EQ(post("/users/add", "csrf=session-csrf", {{"sec-fetch-site", "none"}}).status, 200);
}

TEST_F(DispatcherTest, RefusesAFormWithoutTheSessionsToken) {
  people.sign_in(Role::exams_officer);
  for (const auto* body : {"", "csrf=", "csrf=session-csrg", "csrf=session-csr", "token=session-csrf"}) {
    EXPECT_EQ(post("/users/add", body).status, 403) << body;
  }
}

TEST_F(DispatcherTest, RefusesAFormFromAnotherSite) {
  people.sign_in(Role::exams_officer);
  using Header = std::pair<std::string, std::string>;
  for (const Header& header :
       {Header{"sec-fetch-site", "cross-site"}, Header{"sec-fetch-site", "same-site"},
        Header{"origin", "https://evil.example"}, Header{"origin", "null"},
        Header{"origin", "http://hub.example.org"}, Header{"origin", "https://hub.example.org:8443"}}) {
    EXPECT_EQ(post("/users/add", "csrf=session-csrf", {header}).status, 403) << header.second;
  }
}

TEST_F(DispatcherTest, TakesAFormOnAnyNameOfItsMachineWhileThereIsNoHttps) {
  Dispatcher plain(RouteTable(routes()), {.public_origin = "http://127.0.0.1:8080"}, people, pages, refusals);
  people.sign_in(Role::exams_officer);
  const auto status = [&](std::string host, std::string origin) {
    Request sent;
    sent.method = Method::post;
    sent.path = "/users/add";
    sent.body = "csrf=session-csrf";
    sent.headers = {
        {"content-type", "application/x-www-form-urlencoded"}, {"host", host}, {"origin", origin}};
    return plain.respond(sent).status;
  };
  EXPECT_EQ(status("localhost:8080", "http://localhost:8080"), 200);
  EXPECT_EQ(status("127.0.0.1:8080", "http://127.0.0.1:8080"), 200);
  EXPECT_EQ(status("localhost:8080", "http://evil.example"), 403);
  EXPECT_EQ(status("localhost:8080", "http://localhost:9999"), 403);
}

TEST_F(DispatcherTest, AnswersAMalformedFormWith400) {
  people.sign_in(Role::exams_officer);
  EXPECT_EQ(post("/users/add", "csrf=session-csrf&a=%").status, 400);
}

TEST_F(DispatcherTest, GivesVisitorsATokenOfTheirOwnThatTheirFormsSendBack) {
  const auto page = get("/sign-in");
  const auto token = page.body.substr(5);
  EXPECT_EQ(page.header_value("set-cookie"),
            "__Host-visitor=" + token + "; Path=/; HttpOnly; SameSite=Lax; Secure");
  const std::pair<std::string, std::string> cookie{"cookie", "__Host-visitor=" + token};
  EXPECT_EQ(get("/sign-in", {cookie}).body, "csrf=" + token);
  EXPECT_EQ(get("/sign-in", {cookie}).header_value("set-cookie"), "");
  EXPECT_EQ(post("/sign-in", "csrf=" + token, {cookie}).status, 200);
  EXPECT_EQ(post("/sign-in", "csrf=" + token).status, 403);
  EXPECT_EQ(post("/sign-in", "csrf=x", {cookie}).status, 403);
  EXPECT_EQ(post("/sign-in", "csrf=", {{"cookie", "__Host-visitor="}}).status, 403);
  EXPECT_EQ(post("/sign-in", "csrf=short", {{"cookie", "__Host-visitor=short"}}).status, 403);
}

TEST_F(DispatcherTest, TakesAVisitorsTokenAfterSigningInOnlyWhereStrangersMayCome) {
  const auto token = get("/sign-in").body.substr(5);
  const std::pair<std::string, std::string> cookie{"cookie", "__Host-visitor=" + token};
  people.sign_in(Role::exams_officer);
  EXPECT_EQ(post("/sign-in", "csrf=" + token, {cookie}).status, 200);
  EXPECT_EQ(post("/users/add", "csrf=" + token, {cookie}).status, 403);
}

TEST_F(DispatcherTest, SetsNoCookieOnWhatIsNoPage) {
  EXPECT_EQ(get("/text").header_value("set-cookie"), "");
  EXPECT_EQ(get("/static/app.css").header_value("set-cookie"), "");
}

TEST_F(DispatcherTest, AnswersARefusalWithThePageForItsKind) {
  EXPECT_EQ(get("/stale").status, 409);
  EXPECT_EQ(get("/stale").body, "409 Somebody else changed it.");
  EXPECT_EQ(get("/bad").status, 422);
  EXPECT_EQ(get("/bad").body, "422 Type a name.");
  EXPECT_EQ(get("/gone").status, 404);
  const auto often = get("/often");
  EXPECT_EQ(often.status, 429);
  EXPECT_EQ(often.header_value("retry-after"), "90");
  EXPECT_THAT(refusals.routes, ElementsAre());
  EXPECT_EQ(get("/forbidden").status, 403);
  EXPECT_THAT(refusals.routes, ElementsAre("/forbidden"));
}

TEST_F(DispatcherTest, AnswersAnUnreachableDatabaseWith503AndWhenToComeBack) {
  EXPECT_EQ(get("/down").status, 503);
  EXPECT_EQ(get("/down").header_value("retry-after"), "5");
  people.unavailable = true;
  EXPECT_EQ(get("/users").status, 503);
}

TEST_F(DispatcherTest, AnswersWhatBreaksWith500AndNoDetail) {
  EXPECT_EQ(get("/broken").body, "500 ");
  EXPECT_EQ(get("/odd").status, 500);
}

TEST_F(DispatcherTest, LogsRoutesAndIdsButNoPathQueryOrTextOfAnException) {
  people.sign_in(Role::exams_officer);
  testing::internal::CaptureStderr();
  request = {};
  request.path = "/users/add/sian.jones";
  request.query.add("q", "sian.jones");
  dispatcher.respond(request);
  get("/broken");
  get("/users");
  const auto log = testing::internal::GetCapturedStderr();
  EXPECT_THAT(log, HasSubstr("\"route\":\"/users\""));
  EXPECT_THAT(log, HasSubstr("\"actor\":7"));
  EXPECT_THAT(log, HasSubstr("\"status\":200"));
  EXPECT_THAT(log, HasSubstr("\"duration_us\":"));
  EXPECT_THAT(log, HasSubstr(request.id));
  EXPECT_THAT(log, HasSubstr("std::invalid_argument"));
  EXPECT_EQ(log.find("sian"), std::string::npos);
}

TEST_F(DispatcherTest, CountsRequestsByRoute) {
  get("/text");
  get("/nothing");
  EXPECT_THAT(metrics.text(), HasSubstr("{route=\"/text\",status=\"2xx\"} 1"));
  EXPECT_THAT(metrics.text(), HasSubstr("{route=\"none\",status=\"4xx\"} 1"));
}

TEST_F(DispatcherTest, AnswersInPlainTextWhereEvenTheErrorPageBreaks) {
  pages.broken = true;
  const auto response = get("/broken");
  EXPECT_EQ(response.status, 500);
  EXPECT_THAT(response.header_value("content-type"), StartsWith("text/plain"));
}

TEST_F(DispatcherTest, RefusesAllTheSameWhereTheAuditBreaks) {
  refusals.broken = true;
  people.sign_in(Role::invigilator);
  EXPECT_EQ(get("/users").status, 403);
}

TEST_F(DispatcherTest, MakesThePageForWhatNeverBecameARequest) {
  request = {};
  EXPECT_EQ(dispatcher.error(request, 431).status, 431);
  EXPECT_FALSE(request.id.empty());
  EXPECT_EQ(dispatcher.error(request, 503).header_value("retry-after"), "5");
  EXPECT_THAT(dispatcher.error(request, 408).header_value("content-type"), StartsWith("text/plain"));
}

}  // namespace
}  // namespace web
