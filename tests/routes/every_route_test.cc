// Generated from the route table: every route, tried by nobody, by each role of the centre that the things
// belong to, by the same roles of another centre, and by the Hub's operator. A new route is in here the
// moment it is in the table.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <map>
#include <set>

#include "features/audit/actions.h"
#include "routes/one_of_each.h"
#include "support/schema.h"

namespace test {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

struct Caller {
  std::string name;
  const access::Actor* actor;  // null: nobody signed in
  web::Who who;
  bool of_the_centre;  // that the things in the address belong to
};

// What an empty form answers whoever may send it: 422, for something has to be written, but for these.
const std::map<std::string_view, int> empty_forms{
    {"/account/password/strength", 200},
    {"/account/sessions/end-others", 303},
    {"/account/sessions/extend", 204},
    {"/assessments/{slug}/sections/{n}/start", 303},
    {"/attempts/{id}/answers", 303},
    {"/attempts/{id}/submit", 303},
    {"/certificates/{code}/reissue", 303},
    {"/operator/assessments/{slug}/restore", 303},
    {"/operator/assessments/{slug}/versions/{id}/draft", 303},
    {"/operator/assessments/{slug}/withdraw", 303},
    {"/operator/centres/uploads/{id}/confirm", 303},
    {"/operator/centres/{id}/admins/{account}", 409},  // says no version
    {"/operator/centres/{id}/erase", 409},             // it is open
    {"/operator/centres/{id}/keep", 409},
    {"/operator/centres/{id}/reopen", 303},
    {"/operator/drafts/{id}/discard", 303},
    {"/operator/drafts/{id}/edit", 409},  // says no version
    {"/operator/drafts/{id}/publish", 409},
    {"/operator/drafts/{id}/sections/{n}", 409},
    {"/operator/resources/{id}/edit", 409},  // says no version
    {"/operator/resources/{id}/restore", 303},
    {"/operator/resources/{id}/withdraw", 303},
    {"/sign-out", 303},
    {"/summary/certificates/stop", 303},
    {"/users/access/default", 303},
    {"/users/uploads/{id}/confirm", 303},
    {"/users/{id}/access", 303},
    {"/users/{id}/edit", 409},  // says no version
};

// What a page answers whoever may see it: 200, but for these.
const std::map<std::string_view, int> pages{
    {"/.well-known/change-password", 303},
    {"/attempts/{id}/result", 303},  // it is open
    {"/operator/centres/{id}/erase", 409},
    {"/operator/centres/{id}/keep", 409},
};

int answer_to_nothing(const web::Route& route, const Caller& caller) {
  if (route.method == web::Method::get && route.pattern == "/sign-in")
    return caller.actor == nullptr ? 200 : 303;
  if (route.pattern == "/summary/certificates.pdf" && !caller.of_the_centre) return 409;  // it has none
  const auto& known = route.method == web::Method::get ? pages : empty_forms;
  const auto found = known.find(route.pattern);
  return found != known.end() ? found->second : route.method == web::Method::get ? 200 : 422;
}

class EveryRouteTest : public OneOfEach {
 public:
  std::vector<Caller> callers() const {
    const auto& c = cast();
    return {{"nobody", nullptr, web::strangers, false},
            {"INV of the centre", &c.here.invigilator, web::invigilators, true},
            {"SLT of the centre", &c.here.leader, web::senior_leaders, true},
            {"EO of the centre", &c.here.officer, web::exams_officers, true},
            {"Centre Admin of the centre", &c.here.admin, web::centre_admins, true},
            {"INV of another centre", &c.there.invigilator, web::invigilators, false},
            {"SLT of another centre", &c.there.leader, web::senior_leaders, false},
            {"EO of another centre", &c.there.officer, web::exams_officers, false},
            {"Centre Admin of another centre", &c.there.admin, web::centre_admins, false},
            {"operator", &c.hub_operator, web::hub_operators, false}};
  }

  // Somebody's own: nobody else's, whatever their power and centre.
  static bool is_only_for(const access::Actor& owner, const web::Route& route, const Caller& caller) {
    if (route.pattern.starts_with("/certificates/") && caller.who == web::senior_leaders) return true;
    return route.pattern.starts_with("/attempts/") && caller.actor != &owner;
  }

  static bool names_a_thing_of_a_centre(const web::Route& route) {
    if (route.pattern.starts_with("/certificates/")) return true;
    return route.pattern.starts_with("/users/") && route.pattern.find('{') != std::string_view::npos;
  }

  TestBrowser browser_of(const Caller& caller) {
    return caller.actor == nullptr ? stranger() : signed_in(*caller.actor);
  }

  // Every row of every table, without what merely tells that somebody was here or was refused.
  std::string rows() {
    return database().read([](db::Connection& c) {
      std::set<std::string> tables;
      for (const auto& [table, column] : columns(c)) tables.insert(table);
      for (const auto* table : {"session", "audit_event", "hub_event"}) tables.erase(table);
      std::string all;
      for (const auto& table : tables) all += table + ":\n" + rows_of(c, table);
      return all;
    });
  }

  // The addresses that take a form from these people, each with a thing of its own.
  std::vector<std::string> posts_of(web::Who who) {
    std::vector<std::string> paths;
    for (const auto& route : hub().dispatcher().routes().routes()) {
      if (route.method == web::Method::post && (route.who & who) != 0) paths.push_back(address(route));
    }
    return paths;
  }

  static Answer call(TestBrowser& browser, const web::Route& route, const std::string& path) {
    return route.method == web::Method::get ? browser.get(path) : browser.post(path);
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, EveryRouteTest, both_databases(), database_name);

TEST_P(EveryRouteTest, lets_in_whom_the_table_names_and_nobody_else) {
  for (const auto& caller : callers()) {
    for (const auto& route : hub().dispatcher().routes().routes()) {
      auto browser = browser_of(caller);
      const auto path = address(route);
      SCOPED_TRACE(
          fmt::format("{} {} as {}", route.method == web::Method::get ? "GET" : "POST", path, caller.name));
      const auto answer = call(browser, route, path);

      EXPECT_LT(answer.status, 500);
      if ((route.who & caller.who) == 0) {
        if (route.who == web::hub_operators && caller.actor != nullptr) {
          EXPECT_EQ(answer.status, 404) << "an operator's address is unknown to everybody else";
        } else if (caller.actor != nullptr) {
          EXPECT_EQ(answer.status, 403);
        } else if (route.method == web::Method::get) {
          EXPECT_EQ(answer.status, 303);
          EXPECT_THAT(answer.location, HasSubstr("/sign-in"));
        } else {
          EXPECT_EQ(answer.status, 403);
        }
      } else if (is_only_for(cast().here.invigilator, route, caller)) {
        EXPECT_EQ(answer.status, 404) << "it is there for its owner alone, or for the officers too";
      } else if (names_a_thing_of_a_centre(route) && !caller.of_the_centre) {
        EXPECT_EQ(answer.status, 404) << "another centre's thing is like one that never existed";
      } else if (route.pattern == "/users/uploads/{id}/confirm" && caller.who == web::centre_admins) {
        EXPECT_EQ(answer.status, 403) << "whoever uploaded the file, and ticked its declaration, confirms it";
      } else if (!route.pattern.starts_with("/static/") &&
                 !route.pattern.starts_with("/account/sessions/{")) {
        EXPECT_EQ(answer.status, answer_to_nothing(route, caller));
      }
    }
  }
}

TEST_P(EveryRouteTest, tells_nobody_of_another_centre_anything_about_this_one) {
  for (const auto& caller : callers()) {
    if (caller.actor == nullptr || caller.of_the_centre || caller.who == web::hub_operators) continue;
    for (const auto& route : hub().dispatcher().routes().routes()) {
      if (route.pattern == "/verify/{code}")
        continue;  // tells what a certificate states to anyone who holds it
      auto browser = browser_of(caller);
      const auto path = address(route);
      SCOPED_TRACE(fmt::format("{} as {}", path, caller.name));
      const auto answer = call(browser, route, path);
      for (const std::string_view mark : {"@here.example", "Demo Hill School", "10001"}) {
        EXPECT_EQ(answer.body.find(mark), std::string::npos) << "the page says " << mark;
      }
    }
  }
}

TEST_P(EveryRouteTest, leaves_in_each_audit_only_actions_that_its_filter_offers) {
  for (const auto& caller : callers()) {
    if (!caller.of_the_centre && caller.who != web::hub_operators) continue;
    for (const auto& route : hub().dispatcher().routes().routes()) {
      auto browser = browser_of(caller);
      call(browser, route, address(route));
    }
  }
  const auto actions = [&](std::string_view events, audit::Whose whose) {
    std::set<std::string> left;
    for (const auto& row : database().read([&](db::Connection& c) { return c.exec(events); }))
      left.insert(row.text(0));
    for (const auto& offered : audit::actions_in(whose)) left.erase(std::string(offered.code));
    return left;
  };
  EXPECT_THAT(
      actions("SELECT e.action FROM hub_event h JOIN audit_event e ON e.id = h.event_id", audit::Whose::hub),
      testing::IsEmpty());
  EXPECT_THAT(actions("SELECT action FROM audit_event WHERE centre_id IS NOT NULL", audit::Whose::centre),
              testing::IsEmpty());
}

TEST_P(EveryRouteTest, changes_no_row_without_the_csrf_token_of_the_session) {
  for (const auto& caller : callers()) {
    auto browser = browser_of(caller);
    browser.use_csrf("a token of somebody else");
    const auto posts = posts_of(caller.who);
    const auto before = rows();
    for (const auto& path : posts) EXPECT_EQ(browser.post(path).status, 403) << path << " as " << caller.name;
    EXPECT_EQ(rows(), before) << "as " << caller.name;
  }
}

TEST_P(EveryRouteTest, has_workers_of_its_own_where_somebody_waits_at_the_door) {
  std::set<std::string_view> signing_in;
  for (const auto& route : hub().dispatcher().routes().routes()) {
    if (route.work == web::Work::signing_in) signing_in.insert(route.pattern);
  }
  EXPECT_THAT(signing_in, ::testing::ElementsAre("/account/password", "/sign-in"));
}

TEST_P(EveryRouteTest, changes_no_row_from_another_site) {
  for (const auto& caller : callers()) {
    auto browser = browser_of(caller);
    browser.set_header("sec-fetch-site", "cross-site");
    const auto posts = posts_of(caller.who);
    const auto before = rows();
    for (const auto& path : posts) EXPECT_EQ(browser.post(path).status, 403) << path << " as " << caller.name;
    EXPECT_EQ(rows(), before) << "as " << caller.name;
  }
}

}  // namespace
}  // namespace test
