// Generated from the route table: every route, tried by nobody, by each role of the centre that the things
// belong to, by the same roles of another centre, and by the Hub's operator. A new route is in here the
// moment it is in the table.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <set>

#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "features/audit/actions.h"
#include "features/certificates/certificate_store.h"
#include "features/operator/drafts.h"
#include "features/operator/record_request.h"
#include "features/resources/resource_store.h"
#include "support/page/test_browser.h"

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

class EveryRouteTest : public PageTest {
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

  // The route's address for the things of the first centre, made by its own people. Every {name} of the table
  // is known here: a new kind of thing must be added, or the test fails.
  std::string address(const web::Route& route) {
    std::string path(route.pattern);
    const auto put = [&](std::string_view name, const std::string& value) {
      if (const auto at = path.find(name); at != std::string::npos) path.replace(at, name.size(), value);
    };
    if (path.starts_with("/users/uploads/")) put("{id}", std::to_string(upload()));
    if (path.starts_with("/users/"))
      put("{id}", std::to_string(std::to_underlying(cast().here.invigilator.account)));
    if (path.find("/progress/") != std::string::npos) put("{slug}", assessment());
    if (path.find("{attempt}") != std::string::npos) put("{attempt}", std::to_string(handed_in_attempt()));
    if (path.starts_with("/account/sessions/")) put("{id}", "0123456789abcdef");
    if (path.starts_with("/assessments/")) put("{slug}", assessment());
    if (path.starts_with("/assessments/")) put("{n}", "1");
    if (path.starts_with("/attempts/")) put("{id}", std::to_string(attempt()));
    if (path.starts_with("/operator/centres/uploads/")) put("{id}", std::to_string(centre_upload()));
    if (path.starts_with("/operator/centres/")) {
      put("{id}", std::to_string(std::to_underlying(cast().here.admin.centre)));
      put("{account}", std::to_string(std::to_underlying(cast().here.admin.account)));
    }
    if (path.starts_with("/operator/records/")) put("{id}", std::to_string(record_request()));
    if (path.starts_with("/certificates/") || path.starts_with("/verify/")) put("{code}", certificate());
    if (path.find("/resources/") != std::string::npos) put("{id}", std::to_string(resource()));
    if (path.find("/resources/") != std::string::npos) put("{n}", "1");
    if (path.starts_with("/operator/drafts/")) {
      put("{id}", std::to_string(draft()));
      put("{n}", "1");
    }
    if (path.starts_with("/operator/assessments/")) {
      put("{slug}", assessment());
      put("{id}", std::to_string(version_id()));
    }
    if (path.starts_with("/static/")) put("{file}", "nothing-of-that-name.css");
    EXPECT_THAT(path, Not(HasSubstr("{")))
        << "say in every_route_test.cc what stands for the {...} of " << route.pattern;
    return path;
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

  static Answer call(TestBrowser& browser, const web::Route& route, const std::string& path) {
    return route.method == web::Method::get ? browser.get(path) : browser.post(path);
  }

 private:
  // An upload of the first centre, with one problem row, so that all of its addresses have something to show.
  std::int64_t upload() {
    if (upload_ == 0) {
      auto officer = signed_in(cast().here.officer);
      officer.get("/users/upload");
      const auto answer = officer.post_file("/users/upload", {{"declaration", "yes"}}, "file", "users.csv",
                                            "First name*,Last name*,Email*,Password*,Role*\n"
                                            "Ann,Other,ann@here.example,violet-kettle-orbit-47,INV\n"
                                            "Bob,Other,not an email,violet-kettle-orbit-47,INV\n");
      EXPECT_EQ(answer.status, 303);
      upload_ = std::stoll("0" + answer.location.substr(answer.location.rfind('/') + 1));
    }
    return upload_;
  }

  std::int64_t centre_upload() {
    if (centre_upload_ == 0) {
      auto browser = signed_in(cast().hub_operator);
      browser.get("/operator/centres/upload");
      const auto answer =
          browser.post_file("/operator/centres/upload", {}, "file", "centres.csv",
                            "Centre number*,Centre name*,First name*,Last name*,Email*,Password*\n"
                            "30003,New School,Ann,Other,ann@three.example,violet-kettle-orbit-47\n"
                            "123,New School,Bob,Other,bob@three.example,violet-kettle-orbit-47\n");
      EXPECT_EQ(answer.status, 303);
      centre_upload_ = std::stoll("0" + answer.location.substr(answer.location.rfind('/') + 1));
    }
    return centre_upload_;
  }

  // A fresh one each time, since publishing and discarding it end it.
  std::int64_t draft() {
    return database().write([&](db::Connection& c) {
      return std::to_underlying(hub_operator::add_draft(c, cast().hub_operator, test::assessment("a-draft")));
    });
  }

  std::int64_t resource() {
    if (resource_ == 0) {
      resource_ = database().write([&](db::Connection& c) {
        const auto file = resources::file_of("plan.pdf", documents::DocumentKind::pdf, "%PDF-");
        return std::to_underlying(resources::publish(c, cast().hub_operator, {"Plan", ""}, file).value());
      });
    }
    // Another row may have withdrawn it.
    database()
        .write([&](db::Connection& c) {
          return resources::restore(c, cast().hub_operator, resources::ResourceId{resource_});
        })
        .value();
    return resource_;
  }

  // Made by the operator for the record of the first centre's invigilator.
  std::int64_t record_request() {
    if (record_request_ == 0) {
      record_request_ = database().write([&](db::Connection& c) {
        return std::to_underlying(
            hub_operator::request_record(
                c, cast().hub_operator, cast().here.admin.centre,
                {.email = "invigilator@here.example", .asked_by = "The person", .purpose = "Their record"})
                .value());
      });
    }
    return record_request_;
  }

  std::int64_t version_id() {
    return database().read([&](db::Connection& c) {
      return std::to_underlying(assessments::find_current(c, "for-everybody").value().id);
    });
  }

  // Published once, for every role.
  std::string assessment() {
    auto content = test::assessment("for-everybody");
    content.audience = {access::Role::exams_officer, access::Role::senior_leader, access::Role::invigilator};
    database().write([&](db::Connection& c) { assessments::publish(c, content, nullptr).value(); });
    return content.slug;
  }

  // An open attempt of the first centre's invigilator.
  std::int64_t attempt() {
    if (attempt_ == 0) {
      const auto start = "/assessments/" + assessment() + "/sections/1/start";
      const auto answer = signed_in(cast().here.invigilator).post(start);
      EXPECT_EQ(answer.status, 303);
      attempt_ = std::stoll("0" + answer.location.substr(answer.location.rfind('/') + 1));
    }
    return attempt_;
  }

  // An attempt of the same person that is handed in, at another section.
  std::int64_t handed_in_attempt() {
    if (handed_in_attempt_ == 0) {
      auto browser = signed_in(cast().here.invigilator);
      const auto start = browser.post("/assessments/" + assessment() + "/sections/2/start");
      EXPECT_EQ(browser.post(start.location + "/submit", {{"confirm", "yes"}}).status, 303);
      handed_in_attempt_ = std::stoll("0" + start.location.substr(start.location.rfind('/') + 1));
    }
    return handed_in_attempt_;
  }

  // Of the first centre's invigilator.
  std::string certificate() {
    if (certificate_.empty()) {
      const auto& owner = cast().here.invigilator;
      const auto slug = assessment();
      certificates::IssueAtPass issue;
      certificate_ = database().write([&](db::Connection& c) {
        issue.passed(c, {owner.centre, owner.account, slug, "2026/27", 1, c.now()});
        return c.exec("SELECT code FROM certificate WHERE account_id = ?", owner.account).at(0).text(0);
      });
    }
    return certificate_;
  }

  std::int64_t upload_ = 0;
  std::int64_t centre_upload_ = 0;
  std::string certificate_;
  std::int64_t attempt_ = 0;
  std::int64_t resource_ = 0;
  std::int64_t record_request_ = 0;
  std::int64_t handed_in_attempt_ = 0;
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
        EXPECT_THAT(answer.status, AnyOf(200, 204, 303, 409, 422));
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

TEST_P(EveryRouteTest, changes_nothing_without_the_csrf_token_of_the_session) {
  for (const auto& caller : callers()) {
    for (const auto& route : hub().dispatcher().routes().routes()) {
      if (route.method != web::Method::post || (route.who & caller.who) == 0) continue;
      auto browser = browser_of(caller);
      browser.use_csrf("a token of somebody else");
      SCOPED_TRACE(fmt::format("{} as {}", route.pattern, caller.name));
      EXPECT_EQ(browser.post(address(route)).status, 403);
    }
  }
}

TEST_P(EveryRouteTest, changes_nothing_from_another_site) {
  for (const auto& route : hub().dispatcher().routes().routes()) {
    if (route.method != web::Method::post || (route.who & web::centre_admins) == 0) continue;
    auto browser = signed_in(cast().here.admin);
    const auto path = address(route);
    browser.set_header("sec-fetch-site", "cross-site");
    SCOPED_TRACE(route.pattern);
    EXPECT_EQ(browser.post(path).status, 403);
  }
}

}  // namespace
}  // namespace test
