// What the store's tests share: one published assessment on both databases, the cast, and passes.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "features/certificates/certificate_store.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace certificates {

class OnCertificates : public test::OnBothDatabases {
 public:
  OnCertificates() { publish(test::assessment()); }

  void publish(const assessments::Assessment& assessment) {
    database().write([&](db::Connection& c) { assessments::publish(c, assessment, nullptr).value(); });
  }

  // As if the actor's last section had been handed in.
  void pass(const access::Actor& actor, const std::string& slug = "exam-room-essentials",
            const std::string& year = "2026/27") {
    IssueAtPass issue;
    database().write([&](db::Connection& c) {
      issue.passed(c, {actor.centre, actor.account, slug, year, 1, base::from_millis(1'795'442'700'000)});
    });
  }

  std::string code_of(const access::Actor& actor, const std::string& slug = "exam-room-essentials",
                      const std::string& year = "2026/27") {
    return database().read([&](db::Connection& c) {
      return c
          .exec(
              "SELECT code FROM certificate WHERE account_id = ? AND slug = ? AND year = ? AND superseded_at "
              "IS NULL",
              actor.account, slug, year)
          .at(0)
          .text(0);
    });
  }

  std::optional<Certificate> found(const access::Actor& actor, std::string_view code) {
    return database().read([&](db::Connection& c) { return find(c, actor, code); });
  }
  std::optional<Certificate> verified(std::string_view code) {
    return database().read([&](db::Connection& c) { return verify(c, code); });
  }
  base::Result<Certificate> reissued_by(const access::Actor& actor, std::string_view code) {
    return database().write([&](db::Connection& c) { return reissue(c, actor, code); });
  }
  base::Result<void> withdrawn_by(const access::Actor& actor, std::string_view code) {
    return database().write([&](db::Connection& c) { return withdraw(c, actor, code); });
  }
  std::vector<Certificate> listed(const access::Actor& actor, const std::vector<access::AccountId>& accounts,
                                  std::string_view slug = "") {
    return database().read([&](db::Connection& c) { return list(c, actor, accounts, slug); });
  }
  void rename(const access::Actor& actor, std::string_view first_name) {
    database().write([&](db::Connection& c) {
      c.exec("UPDATE account SET first_name = ? WHERE id = ?", first_name, actor.account);
    });
  }
  std::int64_t audited(std::string_view action) {
    return database().read([&](db::Connection& c) {
      return c.exec("SELECT COUNT(*) FROM audit_event WHERE action = ?", action).at(0).integer(0);
    });
  }

  test::Cast cast = test::make_cast(database());
};

}  // namespace certificates
