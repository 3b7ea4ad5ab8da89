// One of everything that an address can name, made by the people of the first centre through the product
// itself.
#pragma once

#include <gmock/gmock.h>

#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "features/authoring/drafts.h"
#include "features/certificates/certificate_store.h"
#include "features/records/record_request.h"
#include "features/resources/resource_store.h"
#include "support/page/test_browser.h"

namespace test {

class OneOfEach : public PageTest {
 public:
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
    EXPECT_THAT(path, ::testing::Not(::testing::HasSubstr("{")))
        << "say in one_of_each.h what stands for the {...} of " << route.pattern;
    return path;
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
      return std::to_underlying(
          authoring::add_draft(c, cast().hub_operator, test::assessment("a-draft")).value());
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
            records::request_record(
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

  // Of the first centre's invigilator: the one that stands now, for another row may have reissued it.
  std::string certificate() {
    const auto& owner = cast().here.invigilator;
    const auto slug = assessment();
    return database().write([&](db::Connection& c) {
      constexpr auto newest = "SELECT code FROM certificate WHERE account_id = ? ORDER BY id DESC LIMIT 1";
      if (c.exec(newest, owner.account).empty()) {
        certificates::IssueAtPass issue;
        issue.passed(c, {owner.centre, owner.account, slug, "2026/27", 1, c.now()});
      }
      return c.exec(newest, owner.account).at(0).text(0);
    });
  }

  std::int64_t upload_ = 0;
  std::int64_t centre_upload_ = 0;
  std::int64_t attempt_ = 0;
  std::int64_t resource_ = 0;
  std::int64_t record_request_ = 0;
  std::int64_t handed_in_attempt_ = 0;
};

}  // namespace test
