// What stood in the audit before the Hub had one of its own counts too.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/audit/audit_store.h"
#include "support/cast.h"
#include "support/older_database.h"

namespace audit {
namespace {

constexpr std::size_t migrations_before = 9;

class HubAuditMigration : public test::OnOlderDatabases {
 public:
  HubAuditMigration() : OnOlderDatabases(migrations_before) {}

  void add(std::optional<access::CentreId> centre, std::optional<access::AccountId> actor,
           std::string_view actor_name, std::string_view subject) {
    database().write([&](db::Connection& c) {
      c.exec(
          "INSERT INTO audit_event (at, centre_id, actor_id, actor_name, action, subject_kind, subject_name, "
          "details, "
          "search_key) VALUES (1, ?, ?, ?, 'centre.added', 'centre', ?, '{}', '')",
          centre, actor, actor_name, subject);
    });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, HubAuditMigration, test::both_databases(), test::database_name);

TEST_P(HubAuditMigration, brings_the_hubs_events_of_before_into_its_audit_and_no_others) {
  const auto cast = test::make_cast(database());
  const auto& admin = cast.here.admin;
  add(std::nullopt, cast.hub_operator.account, cast.hub_operator.name, "of no centre");
  add(std::nullopt, std::nullopt, "Nobody signed in", "nobody's");
  add(admin.centre, cast.hub_operator.account, "Olive Operator (Hub operator)", "an operator's in a centre");
  add(admin.centre, std::nullopt, "exams-hub command", "a command's in a centre");
  add(admin.centre, admin.account, "Ann Lee (Hub operator)", "a centre's own");
  add(admin.centre, std::nullopt, "Nobody signed in", "a centre's failed sign-in");
  migrate_on();

  const auto page =
      database().read([&](db::Connection& c) { return list(c, cast.hub_operator, Whose::hub, {}, {}); });
  std::vector<std::string> found;
  for (const auto& entry : page.entries) found.push_back(entry.subject.name + " " + entry.centre_number);
  EXPECT_THAT(found, ::testing::ElementsAre("a command's in a centre 10001",
                                            "an operator's in a centre 10001", "nobody's ", "of no centre "));
}

}  // namespace
}  // namespace audit
