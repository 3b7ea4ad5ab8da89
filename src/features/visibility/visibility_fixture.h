// What the store's tests share: two published assessments for invigilators and one for others, the cast, and
// the store's functions within transactions of their own.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/accounts/declaration.h"
#include "features/assessments/assessment_store.h"
#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "features/visibility/access_default.h"
#include "features/visibility/assessment_access.h"
#include "features/visibility/bulk_access.h"
#include "features/visibility/extra_time.h"
#include "features/visibility/may_take.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace visibility {

class OnVisibility : public test::OnBothDatabases {
 public:
  OnVisibility() {
    publish("essentials", "Exam room essentials", {access::Role::exams_officer, access::Role::invigilator});
    publish("emergencies", "Emergencies", {access::Role::senior_leader, access::Role::invigilator});
    publish("leading", "Leading", {access::Role::senior_leader});
  }

  void publish(std::string slug, std::string title, std::vector<access::Role> audience,
               std::string year = "2026/27") {
    auto content = test::assessment(std::move(slug));
    content.title = std::move(title);
    content.audience = std::move(audience);
    content.year = std::move(year);
    content.valid_until = {};
    database().write([&](db::Connection& c) { assessments::publish(c, content, nullptr).value(); });
  }

  void withdraw(std::string_view slug) {
    database().write([&](db::Connection& c) { assessments::withdraw(c, &cast.hub_operator, slug).value(); });
  }
  void restore(std::string_view slug) {
    database().write([&](db::Connection& c) { assessments::restore(c, &cast.hub_operator, slug).value(); });
  }

  bool takes(const access::Actor& actor, std::string_view slug) {
    return database().read([&](db::Connection& c) { return may_take(c, actor, slug); });
  }
  base::Result<PersonAccess> access_as(const access::Actor& actor, const access::Actor& of) {
    return database().read([&](db::Connection& c) { return person_access(c, actor, of.account); });
  }
  base::Result<bool> hide_as(const access::Actor& actor, const access::Actor& from, const Slugs& slugs,
                             const std::optional<Slugs>& seen = {}) {
    return database().write(
        [&](db::Connection& c) { return set_hidden(c, actor, from.account, slugs, seen); });
  }
  Slugs hidden(const access::Actor& from) { return access_as(admin, from).value().hidden; }

  base::Result<bool> default_as(const access::Actor& actor, const Slugs& slugs,
                                const std::optional<Slugs>& seen = {}) {
    return database().write([&](db::Connection& c) { return set_default(c, actor, slugs, seen); });
  }

  base::Result<BulkChange> look_as(const access::Actor& actor, const BulkChoice& choice) {
    return database().read([&](db::Connection& c) { return look_at(c, actor, choice); });
  }
  base::Result<BulkChange> apply_as(const access::Actor& actor, const BulkChoice& choice,
                                    std::string_view digest) {
    return database().write([&](db::Connection& c) { return apply(c, actor, choice, digest); });
  }
  // Looked at, then applied.
  base::Result<BulkChange> changed(const BulkChoice& choice) {
    const auto looked = look_as(admin, choice);
    if (!looked) return looked;
    return apply_as(admin, choice, looked->digest);
  }

  base::Result<bool> extend_as(const access::Actor& actor, const access::Actor& of, int percent) {
    return database().write([&](db::Connection& c) { return set_extra_time(c, actor, of.account, percent); });
  }
  int extra(const access::Actor& of) {
    return database().read([&](db::Connection& c) { return extra_time_percent(c, of); });
  }

  static accounts::NewAccount new_account(const std::string& first, const std::string& role = "INV") {
    return {.person = accounts::typed(first, "Newcomer", first + "@here.example", role),
            .password_hash = "hash",
            .declaration_version = accounts::current_declaration().version};
  }
  // As the actor they will be.
  access::Actor added(const std::string& first, const std::string& role = "INV") {
    auto actor = cast.here.invigilator;
    actor.account = database().write([&](db::Connection& c) {
      return accounts::add(c, officer, new_account(first, role), &new_invigilators).value();
    });
    actor.role = *access::centre_role_from(role);
    return actor;
  }
  void give_role(const access::Actor& actor, std::string_view role) {
    database().write([&](db::Connection& c) {
      const auto account = accounts::find(c, officer, actor.account).value();
      const accounts::Edit change{
          .person = accounts::typed(account.first_name, account.last_name, account.email, role),
          .password_hash = {},
          .version = account.version};
      accounts::edit(c, officer, actor.account, change, sessions, &new_invigilators).value();
    });
  }

  std::vector<std::string> audited(const audit::Action& action) {
    return database().read([&](db::Connection& c) {
      std::vector<std::string> all;
      for (const auto& row : c.exec(
               "SELECT subject_name, details FROM audit_event WHERE action = ? ORDER BY id", action.code)) {
        all.push_back(row.text(0) + " " + row.text(1));
      }
      return all;
    });
  }

  class NoSessions : public accounts::SessionEnder {
    void end_all(db::Connection&, access::AccountId) override {}
  };

  test::Cast cast = test::make_cast(database());
  const access::Actor& admin = cast.here.admin;
  const access::Actor& officer = cast.here.officer;
  const access::Actor& ivan = cast.here.invigilator;
  NoSessions sessions;
  NewInvigilators new_invigilators;
};

}  // namespace visibility
