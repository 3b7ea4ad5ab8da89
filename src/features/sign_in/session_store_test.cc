#include "features/sign_in/session_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace sign_in {
namespace {

class SessionStoreTest : public test::OnBothDatabases {
 public:
  const test::Cast cast = test::make_cast(database());
  const access::Actor& officer = cast.here.officer;

  std::string opened(const access::Actor& actor) {
    return database().write(
        [&](db::Connection& c) { return open(c, actor.account, "Firefox on Windows", c.now()); });
  }
  std::string opened_key(const access::Actor& actor) { return base::sha256_hex(opened(actor)); }
  std::optional<OpenSession> found(std::string_view key) {
    return database().read([&](db::Connection& c) { return find(c, key); });
  }
  std::vector<Listed> listed(std::string_view current = "") {
    return database().read([&](db::Connection& c) { return list(c, officer, current, c.now()); });
  }
  // As if the session had been opened and seen so long ago.
  void age(std::string_view key, std::chrono::milliseconds since_opened,
           std::chrono::milliseconds since_seen) {
    database().write([&](db::Connection& c) {
      c.exec(
          "UPDATE session SET created_at = created_at - ?, last_seen_at = last_seen_at - ? WHERE token_hash "
          "= ?",
          since_opened.count(), since_seen.count(), key);
    });
  }
  void run(std::string_view sql, db::Value value) {
    database().write([&](db::Connection& c) { c.exec_values(sql, std::span(&value, 1)); });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, SessionStoreTest, test::both_databases(), test::database_name);

TEST_P(SessionStoreTest, finds_the_person_of_a_session_with_their_centre) {
  const auto session = found(opened_key(officer));
  ASSERT_TRUE(session);
  EXPECT_EQ(session->actor.account, officer.account);
  EXPECT_EQ(session->actor.centre, officer.centre);
  EXPECT_EQ(session->actor.role, access::Role::exams_officer);
  EXPECT_FALSE(session->actor.centre_admin);
  EXPECT_EQ(session->actor.name, officer.name);
  EXPECT_EQ(session->actor.centre_name, "Demo Hill School");
  EXPECT_EQ(session->actor.centre_number, "10001");
  EXPECT_FALSE(session->must_change_password);
}

TEST_P(SessionStoreTest, finds_a_hub_operator_who_has_no_centre) {
  const auto session = found(opened_key(cast.hub_operator));
  ASSERT_TRUE(session);
  EXPECT_EQ(session->actor.role, access::Role::hub_operator);
  EXPECT_EQ(session->actor.centre, access::CentreId{0});
}

TEST_P(SessionStoreTest, finds_a_session_with_one_statement) {
  const auto key = opened_key(officer);
  found(key);
  const auto before = database().statements_executed();
  found(key);
  EXPECT_LE(database().statements_executed() - before, 3U);  // with the read transaction's own two
}

TEST_P(SessionStoreTest, tells_the_time_by_the_database_clock) {
  const auto session = found(opened_key(officer));
  const auto now = database().now();
  EXPECT_LE(session->now, now + 2ms);
  EXPECT_GT(session->now, now - 1min);
}

TEST_P(SessionStoreTest, keeps_the_token_nowhere) {
  const auto token = opened(officer);
  const auto rows =
      database().read([](db::Connection& c) { return c.exec("SELECT token_hash, csrf FROM session"); });
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows.front().text(0), base::sha256_hex(token));
  EXPECT_NE(rows.front().text(1), token);
  EXPECT_FALSE(found(token));
}

TEST_P(SessionStoreTest, gives_each_session_a_token_and_a_csrf_token_of_its_own) {
  const auto one = opened(officer);
  const auto two = opened(officer);
  EXPECT_NE(one, two);
  EXPECT_EQ(one.size(), 43U);  // 256 bits
  EXPECT_NE(found(base::sha256_hex(one))->csrf, found(base::sha256_hex(two))->csrf);
}

TEST_P(SessionStoreTest, finds_nothing_for_a_key_that_never_was) {
  EXPECT_FALSE(found(base::sha256_hex("guess")));
}

TEST_P(SessionStoreTest, ends_a_session_that_was_idle_for_half_an_hour) {
  const auto key = opened_key(officer);
  age(key, 29min, 29min);
  EXPECT_TRUE(found(key));
  age(key, 1min, 1min);
  EXPECT_FALSE(found(key));
}

TEST_P(SessionStoreTest, ends_a_session_after_eight_hours_however_busy) {
  const auto key = opened_key(officer);
  age(key, 8h - 1min, 0ms);
  EXPECT_TRUE(found(key));
  age(key, 1min, 0ms);
  EXPECT_FALSE(found(key));
}

TEST_P(SessionStoreTest, keeps_a_session_open_that_is_seen_again) {
  const auto key = opened_key(officer);
  age(key, 29min, 29min);
  database().write([&](db::Connection& c) { note_seen(c, key, c.now()); });
  age(key, 29min, 29min);
  EXPECT_TRUE(found(key));
}

TEST_P(SessionStoreTest, never_moves_the_time_it_was_seen_back) {
  const auto key = opened_key(officer);
  const auto seen = found(key)->span.last_seen_at;
  database().write([&](db::Connection& c) { note_seen(c, key, seen - 10min); });
  EXPECT_EQ(found(key)->span.last_seen_at, seen);
}

TEST_P(SessionStoreTest, finds_nobody_of_a_closed_centre) {
  const auto here = opened_key(officer);
  const auto there = opened_key(cast.there.officer);
  run("UPDATE centre SET closed_at = 1 WHERE id = ?", officer.centre);
  EXPECT_FALSE(found(here));
  EXPECT_TRUE(found(there));
}

TEST_P(SessionStoreTest, ends_with_the_account) {
  const auto key = opened_key(officer);
  run("DELETE FROM account WHERE id = ?", officer.account);
  EXPECT_FALSE(found(key));
}

TEST_P(SessionStoreTest, sees_a_role_as_it_is_now) {
  const auto key = opened_key(officer);
  run("UPDATE account SET role = 'INV' WHERE id = ?", officer.account);
  EXPECT_EQ(found(key)->actor.role, access::Role::invigilator);
}

TEST_P(SessionStoreTest, lists_a_persons_own_open_sessions_and_marks_this_one) {
  const auto old = opened_key(officer);
  const auto mine = opened_key(officer);
  opened(cast.here.admin);
  age(old, 2h, 31min);
  const auto sessions = listed(mine);
  ASSERT_EQ(sessions.size(), 1U);
  EXPECT_TRUE(sessions.front().this_one);
  EXPECT_EQ(sessions.front().browser, "Firefox on Windows");
  EXPECT_EQ(sessions.front().handle, mine.substr(0, 16));
}

TEST_P(SessionStoreTest, ends_one_session_by_its_handle) {
  const auto kept = opened_key(officer);
  const auto ended = opened_key(officer);
  EXPECT_EQ(database().write([&](db::Connection& c) { return end_by_handle(c, officer, handle_of(ended)); }),
            1U);
  EXPECT_TRUE(found(kept));
  EXPECT_FALSE(found(ended));
}

TEST_P(SessionStoreTest, ends_nothing_by_a_handle_that_is_too_short_or_too_long) {
  const auto key = opened_key(officer);
  for (const auto& handle : {std::string(), key.substr(0, 15), key}) {
    EXPECT_EQ(database().write([&](db::Connection& c) { return end_by_handle(c, officer, handle); }), 0U);
  }
  EXPECT_TRUE(found(key));
}

TEST_P(SessionStoreTest, lets_nobody_end_the_sessions_of_another) {
  const auto key = opened_key(officer);
  for (const auto& stranger : {cast.here.admin, cast.there.officer}) {
    EXPECT_EQ(database().write([&](db::Connection& c) {
      return end(c, stranger, key) + end_by_handle(c, stranger, handle_of(key)) + end_others(c, stranger, "");
    }),
              0U);
  }
  EXPECT_TRUE(found(key));
}

TEST_P(SessionStoreTest, ends_all_sessions_but_the_one_kept) {
  const auto kept = opened_key(officer);
  const auto one = opened_key(officer);
  const auto two = opened_key(officer);
  const auto admins = opened_key(cast.here.admin);
  EXPECT_EQ(database().write([&](db::Connection& c) { return end_others(c, officer, kept); }), 2U);
  EXPECT_TRUE(found(kept));
  EXPECT_FALSE(found(one));
  EXPECT_FALSE(found(two));
  EXPECT_TRUE(found(admins));
}

TEST_P(SessionStoreTest, ends_every_session_of_an_account_for_the_accounts_feature) {
  const auto one = opened_key(officer);
  const auto admins = opened_key(cast.here.admin);
  database().write([&](db::Connection& c) { AccountSessionEnder().end_all(c, officer.account); });
  EXPECT_FALSE(found(one));
  EXPECT_TRUE(found(admins));
}

TEST_P(SessionStoreTest, ends_every_session_of_a_centre_that_closes_and_of_no_other) {
  const auto officers = opened_key(officer);
  const auto invigilators = opened_key(cast.here.invigilator);
  const auto theirs = opened_key(cast.there.officer);
  const auto operators = opened_key(cast.hub_operator);
  database().write([&](db::Connection& c) { ClosedCentres().closed(c, officer.centre); });
  EXPECT_FALSE(found(officers));
  EXPECT_FALSE(found(invigilators));
  EXPECT_TRUE(found(theirs));
  EXPECT_TRUE(found(operators));
}

TEST_P(SessionStoreTest, purges_what_can_never_be_open_again) {
  const auto old = opened_key(officer);
  const auto fresh = opened_key(officer);
  age(old, 1h, 30min);
  database().write([](db::Connection& c) { forget_old_sessions(c, c.now()); });
  const auto rows =
      database().read([](db::Connection& c) { return c.exec("SELECT token_hash FROM session"); });
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows.front().text(0), fresh);
}

}  // namespace
}  // namespace sign_in
