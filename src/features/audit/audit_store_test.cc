#include "features/audit/audit_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/cast.h"
#include "support/test_database.h"

namespace audit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class AuditStoreTest : public test::OnBothDatabases {
 public:
  const test::Cast cast = test::make_cast(database());
  const access::Actor& admin = cast.here.admin;

  void add(const access::Actor& by, const Action& action, std::string subject, std::vector<Detail> details = {}) {
    database().write([&](db::Connection& c) { record(c, by, {action, {"account", 7, subject}, details}); });
  }
  EntryPage listed(const Filter& filter = {}, const Position& position = {}, std::size_t limit = 50) {
    return listed_by(admin, filter, position, limit);
  }
  EntryPage listed_by(const access::Actor& actor, const Filter& filter = {}, const Position& position = {},
                      std::size_t limit = 50) {
    return database().read([&](db::Connection& c) { return list(c, actor, filter, position, limit); });
  }
  static std::vector<std::string> subjects(const EntryPage& page) {
    std::vector<std::string> names;
    for (const auto& entry : page.entries) names.push_back(entry.subject.name);
    return names;
  }
  void add_numbered(int count) {
    for (int i = 1; i <= count; ++i) add(admin, action::account_added, std::to_string(i));
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, AuditStoreTest, test::both_databases(), test::database_name);

TEST_P(AuditStoreTest, keeps_who_did_what_to_whom_when_and_the_values) {
  const auto before = database().now();
  add(admin, action::account_edited, "Łukasz O'Neil", {{"Role", "INV", "SLT"}});

  const auto page = listed();
  ASSERT_EQ(page.entries.size(), 1U);
  const auto& entry = page.entries.front();
  EXPECT_EQ(entry.actor_name, admin.name);
  EXPECT_EQ(entry.action, "account.edited");
  EXPECT_EQ(entry.subject.kind, "account");
  EXPECT_EQ(entry.subject.id, 7);
  EXPECT_EQ(entry.subject.name, "Łukasz O'Neil");
  EXPECT_EQ(entry.details.front().before, "INV");
  EXPECT_EQ(entry.details.front().after, "SLT");
  EXPECT_GE(entry.at, before);
  EXPECT_LE(entry.at, database().now());
}

TEST_P(AuditStoreTest, shows_nothing_of_another_centre) {
  add(cast.there.admin, action::account_added, "elsewhere");
  add(cast.hub_operator, action::centre_added, "operator's");
  EXPECT_THAT(subjects(listed()), IsEmpty());
}

TEST_P(AuditStoreTest, shows_nothing_to_anyone_but_a_centre_admin) {
  add(admin, action::account_added, "here");
  for (const auto& actor : {cast.here.officer, cast.here.leader, cast.here.invigilator, cast.hub_operator}) {
    EXPECT_THAT(listed_by(actor).entries, IsEmpty()) << actor.name;
  }
}

TEST_P(AuditStoreTest, lists_the_newest_first) {
  add_numbered(3);
  EXPECT_THAT(subjects(listed()), ElementsAre("3", "2", "1"));
}

TEST_P(AuditStoreTest, pages_to_older_events_and_back) {
  add_numbered(5);
  const auto first = listed({}, {}, 2);
  EXPECT_THAT(subjects(first), ElementsAre("5", "4"));
  EXPECT_TRUE(first.older);
  EXPECT_FALSE(first.newer);

  const auto second = listed({}, {Position::Way::older_than, first.entries.back().id}, 2);
  EXPECT_THAT(subjects(second), ElementsAre("3", "2"));
  EXPECT_TRUE(second.older);
  EXPECT_TRUE(second.newer);

  const auto last = listed({}, {Position::Way::older_than, second.entries.back().id}, 2);
  EXPECT_THAT(subjects(last), ElementsAre("1"));
  EXPECT_FALSE(last.older);

  const auto back = listed({}, {Position::Way::newer_than, last.entries.front().id}, 2);
  EXPECT_THAT(subjects(back), ElementsAre("3", "2"));
  EXPECT_TRUE(back.newer);
}

TEST_P(AuditStoreTest, keeps_a_page_the_same_while_new_events_arrive) {
  add_numbered(4);
  const auto first = listed({}, {}, 2);
  add(admin, action::account_added, "new");
  EXPECT_THAT(subjects(listed({}, {Position::Way::older_than, first.entries.back().id}, 2)), ElementsAre("2", "1"));
}

TEST_P(AuditStoreTest, filters_by_action) {
  add(admin, action::account_added, "added");
  add(admin, action::account_deleted, "deleted");
  EXPECT_THAT(subjects(listed({.action = "account.deleted"})), ElementsAre("deleted"));
}

TEST_P(AuditStoreTest, filters_by_the_person_who_acted_or_was_acted_on_however_accented) {
  add(admin, action::account_added, "Łukasz O'Neil");
  add(cast.here.officer, action::account_added, "Ann Lee");
  EXPECT_THAT(subjects(listed({.person = "lukasz oneil"})), ElementsAre("Łukasz O'Neil"));
  EXPECT_THAT(subjects(listed({.person = cast.here.officer.name})), ElementsAre("Ann Lee"));
  EXPECT_THAT(subjects(listed({.person = "%"})), IsEmpty());
}

TEST_P(AuditStoreTest, filters_by_time_from_its_start_until_before_its_end) {
  add(admin, action::account_added, "x");
  const auto at = listed().entries.front().at;
  const auto later = at + std::chrono::milliseconds{1};
  EXPECT_EQ(listed({.from = at, .until = later}).entries.size(), 1U);
  EXPECT_THAT(listed({.from = later}).entries, IsEmpty());
  EXPECT_THAT(listed({.until = at}).entries, IsEmpty());
}

TEST_P(AuditStoreTest, keeps_many_events_in_their_order) {
  std::vector<Event> events;
  for (int i = 1; i <= 1'000; ++i) events.push_back({action::account_added, {"account", i, std::to_string(i)}});
  database().write([&](db::Connection& c) { record_many(c, admin, events); });
  const auto page = listed({}, {}, 2'000);
  ASSERT_EQ(page.entries.size(), 1'000U);
  EXPECT_EQ(page.entries.front().subject.name, "1000");
  EXPECT_EQ(page.entries.back().subject.name, "1");
}

TEST_P(AuditStoreTest, names_nobody_for_what_nobody_signed_in_did) {
  database().write([&](db::Connection& c) {
    record_unsigned(c, admin.centre, {action::sign_in_failed, {"account", 7, "Ann Lee"}});
    record_command(c, admin.centre, {action::centre_added, {"centre", 1, "Demo Hill School"}});
  });
  const auto page = listed();
  ASSERT_EQ(page.entries.size(), 2U);
  EXPECT_EQ(page.entries[1].actor_name, "Nobody signed in");
  EXPECT_EQ(page.entries[0].actor_name, "exams-hub command");
}

TEST_P(AuditStoreTest, leaves_no_event_of_a_change_that_was_rolled_back) {
  const auto refused = database().write([&](db::Connection& c) -> base::Result<int> {
    record(c, admin, {action::account_added});
    return base::refuse(base::Refusal::conflict("no"));
  });
  EXPECT_FALSE(refused);
  EXPECT_THAT(listed().entries, IsEmpty());
}

TEST_P(AuditStoreTest, cannot_be_changed_or_emptied_by_anyone) {
  add(admin, action::account_added, "x");
  EXPECT_THROW(database().write([](db::Connection& c) { c.exec("UPDATE audit_event SET actor_name = 'Me'"); }),
               db::CheckViolation);
  EXPECT_THROW(database().write([](db::Connection& c) { c.exec("DELETE FROM audit_event"); }), db::CheckViolation);
  EXPECT_EQ(listed().entries.size(), 1U);
}

}  // namespace
}  // namespace audit
