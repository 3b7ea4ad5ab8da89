#include "features/sign_in/sign_in.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <ctime>

#include "base/random.h"
#include "features/accounts/password.h"
#include "features/audit/audit_store.h"
#include "features/sign_in/own_password.h"
#include "features/sign_in/session_store.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace sign_in {
namespace {

using base::Refusal;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* new_password = "violet kettle orbit 47 lantern";

// Of this thread: what a busy machine does to everybody's clock is no difference between two emails.
double processor_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

class SignInTest : public test::OnBothDatabases {
 public:
  const test::Cast cast = test::make_cast(database());
  const access::Actor& officer = cast.here.officer;
  const std::string email = "officer@here.example";

  base::Result<Opened> attempt(std::string_view with_email, std::string_view password = test::cast_password,
                               std::string replaced = "") {
    return sign_in::sign_in(database(), with_email, password, {"Firefox on Windows", std::move(replaced)});
  }
  base::Result<Opened> change(std::string_view current, std::string_view chosen, std::string_view confirmed) {
    return change_password(database(), officer, {current, chosen, confirmed}, "Firefox on Windows");
  }
  bool is_open(std::string_view token) {
    return database().read([&](db::Connection& c) { return find(c, base::sha256_hex(token)).has_value(); });
  }
  std::string opened(const access::Actor& actor) {
    return database().write(
        [&](db::Connection& c) { return open(c, actor.account, "Edge on Windows", c.now()); });
  }
  void guess_wrong(int times) {
    for (int i = 0; i < times; ++i)
      ASSERT_EQ(attempt(email, "wrong").error().kind, Refusal::Kind::bad_input) << i;
  }
  // As if the last guess had been made five minutes earlier.
  void wait_five_minutes() {
    run("UPDATE sign_in_throttle SET last_guess_at = last_guess_at - ?", 5 * 60 * 1000);
  }
  void run(std::string_view sql, db::Value value) {
    database().write([&](db::Connection& c) { c.exec_values(sql, std::span(&value, 1)); });
  }
  std::vector<std::string> audited(const access::Actor& admin) {
    const auto page = database().read(
        [&](db::Connection& c) { return audit::list(c, admin, audit::Whose::centre, {}, {}); });
    std::vector<std::string> actions;
    for (const auto& entry : page.entries) actions.push_back(entry.action);
    return actions;
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, SignInTest, test::both_databases(), test::database_name);

TEST_P(SignInTest, opens_a_session_for_the_right_password) {
  const auto session = attempt(email);
  ASSERT_TRUE(session);
  EXPECT_TRUE(is_open(session->token));
  EXPECT_EQ(session->actor.account, officer.account);
  EXPECT_FALSE(session->must_change_password);
}

TEST_P(SignInTest, takes_an_email_in_any_letter_case_and_with_spaces_around) {
  EXPECT_TRUE(attempt("  Officer@HERE.example "));
}

TEST_P(SignInTest, works_for_every_role) {
  for (const auto* address :
       {"admin@here.example", "leader@here.example", "invigilator@there.example", "operator@hub.example"}) {
    EXPECT_TRUE(attempt(address)) << address;
  }
}

TEST_P(SignInTest, says_the_same_for_an_unknown_email_and_a_wrong_password) {
  const auto wrong = attempt(email, "not the password").error();
  const auto unknown = attempt("nobody@here.example").error();
  EXPECT_EQ(wrong.kind, Refusal::Kind::bad_input);
  EXPECT_EQ(wrong.kind, unknown.kind);
  EXPECT_EQ(wrong.fields, unknown.fields);
}

TEST_P(SignInTest, takes_the_same_work_for_an_unknown_email_and_a_wrong_password) {
  run("UPDATE account SET password_hash = ?", accounts::hash_password(new_password));  // at the real cost
  std::vector<double> known;
  std::vector<double> unknown;
  const auto time = [&](std::string_view with_email, std::vector<double>& took) {
    const auto start = processor_milliseconds();
    EXPECT_FALSE(attempt(with_email, "wrong"));
    took.push_back(processor_milliseconds() - start);
  };
  for (int i = 0; i < 32; ++i) {  // in turn, so that a busy machine slows both
    if (i % 8 == 0) wait_five_minutes();
    time(i % 2 == 0 ? email : "nobody@here.example", i % 2 == 0 ? known : unknown);
    time(i % 2 != 0 ? email : "nobody@here.example", i % 2 != 0 ? known : unknown);
  }
  const auto median = [](std::vector<double>& took) {
    std::ranges::nth_element(took, took.begin() + 16);
    return took[16];
  };
  EXPECT_NEAR(median(known) / median(unknown), 1.0, 0.25)
      << median(known) << " ms and " << median(unknown) << " ms";
}

TEST_P(SignInTest, survives_any_bytes) {
  EXPECT_FALSE(attempt("", ""));
  EXPECT_FALSE(attempt("' OR 1=1 --", "' OR 1=1 --"));
  EXPECT_FALSE(attempt(std::string(10'000, 'a'), std::string(10'000, 'b')));
}

TEST_P(SignInTest, ends_the_session_that_the_browser_had) {
  const auto old = attempt(email)->token;
  const auto fresh = attempt(email, test::cast_password, base::sha256_hex(old))->token;
  EXPECT_FALSE(is_open(old));
  EXPECT_TRUE(is_open(fresh));
}

TEST_P(SignInTest, notes_when_the_person_last_signed_in) {
  const auto before = database().now();
  attempt(email);
  const auto rows = database().read([&](db::Connection& c) {
    return c.exec("SELECT last_signed_in_at FROM account WHERE id = ?", officer.account);
  });
  EXPECT_GE(rows.front().instant(0), before);
}

TEST_P(SignInTest, is_kept_in_the_audit_of_the_centre) {
  attempt(email, "wrong");
  attempt(email);
  EXPECT_THAT(audited(cast.here.admin), ElementsAre("sign_in.succeeded", "sign_in.failed"));
  EXPECT_THAT(audited(cast.there.admin), ElementsAre());
}

TEST_P(SignInTest, with_an_unknown_email_fills_no_audit) {
  attempt("nobody@here.example");
  const auto rows = database().read([](db::Connection& c) { return c.exec("SELECT id FROM audit_event"); });
  EXPECT_TRUE(rows.empty());
}

TEST_P(SignInTest, refuses_a_closed_centre_but_tells_so_only_after_the_right_password) {
  run("UPDATE centre SET closed_at = 1 WHERE id = ?", officer.centre);
  EXPECT_THAT(attempt(email, "wrong").error().fields.front().message, HasSubstr("not right"));
  EXPECT_THAT(attempt(email).error().fields.front().message, HasSubstr("has ended"));
  EXPECT_TRUE(attempt("officer@there.example"));
}

TEST_P(SignInTest, refuses_even_the_right_password_after_ten_wrong_ones_and_says_how_long) {
  guess_wrong(10);
  const auto refused = attempt(email).error();
  EXPECT_EQ(refused.kind, Refusal::Kind::too_many);
  EXPECT_THAT(refused.message, HasSubstr("You can try again in 5 minutes, at "));
  EXPECT_GT(refused.retry_after, 4min);
  EXPECT_LE(refused.retry_after, 5min);
}

TEST_P(SignInTest, takes_the_right_password_again_after_five_minutes) {
  guess_wrong(10);
  EXPECT_FALSE(attempt(email));
  wait_five_minutes();
  EXPECT_TRUE(attempt(email));
}

TEST_P(SignInTest, counts_wrong_passwords_afresh_after_a_right_one) {
  guess_wrong(9);
  EXPECT_TRUE(attempt(email));
  guess_wrong(9);
  EXPECT_TRUE(attempt(email));
}

TEST_P(SignInTest, a_reset_by_an_officer_left_the_lock_of_a_stranger_standing) {
  guess_wrong(10);
  ASSERT_EQ(attempt(email).error().kind, Refusal::Kind::too_many);
  AccountSessionEnder ender;
  database().write([&](db::Connection& c) { ender.end_all(c, officer.account); });
  EXPECT_TRUE(attempt(email));
}

TEST_P(SignInTest, holds_back_guesses_at_an_unknown_email_just_the_same) {
  for (int i = 0; i < 10; ++i)
    EXPECT_EQ(attempt("nobody@here.example").error().kind, Refusal::Kind::bad_input);
  EXPECT_EQ(attempt("nobody@here.example").error().kind, Refusal::Kind::too_many);
}

TEST_P(SignInTest, counts_an_email_in_another_letter_case_as_the_same) {
  guess_wrong(10);
  EXPECT_EQ(attempt("OFFICER@here.example").error().kind, Refusal::Kind::too_many);
}

TEST_P(SignInTest, does_not_hold_back_others_of_the_centre) {
  guess_wrong(10);
  EXPECT_TRUE(attempt("admin@here.example"));
}

TEST_P(SignInTest, tells_the_audit_once_that_guesses_are_held_back) {
  guess_wrong(10);
  attempt(email, "wrong");
  attempt(email, "wrong");
  const auto actions = audited(cast.here.admin);
  EXPECT_EQ(std::ranges::count(actions, "sign_in.throttled"), 1);
  EXPECT_EQ(std::ranges::count(actions, "sign_in.failed"), 10);
}

TEST_P(SignInTest, checks_at_most_ten_of_fifty_guesses_at_once) {
  std::atomic<int> checked = 0;
  std::atomic<int> held_back = 0;
  {
    std::vector<std::jthread> guessers;
    for (int i = 0; i < 50; ++i) {
      guessers.emplace_back([&] {
        const auto kind = attempt(email, "wrong").error().kind;
        ++(kind == Refusal::Kind::too_many ? held_back : checked);
      });
    }
  }
  EXPECT_EQ(checked, 10);
  EXPECT_EQ(held_back, 40);
}

TEST_P(SignInTest, opens_nothing_where_the_account_was_deleted_meanwhile) {
  run("DELETE FROM account WHERE id = ?", officer.account);
  EXPECT_FALSE(attempt(email));
}

TEST_P(SignInTest, purges_old_sessions_and_counts_in_passing) {
  attempt("nobody@here.example");
  opened(cast.here.admin);
  wait_five_minutes();
  run("UPDATE session SET last_seen_at = last_seen_at - ?", 30 * 60 * 1000);
  EXPECT_TRUE(attempt(email));
  database().read([](db::Connection& c) {
    EXPECT_EQ(c.exec("SELECT email_hash FROM sign_in_throttle").size(), 0U);
    EXPECT_EQ(c.exec("SELECT token_hash FROM session").size(), 1U);
  });
}

TEST_P(SignInTest, says_when_another_password_must_be_chosen_first) {
  run("UPDATE account SET must_change_password = 1 WHERE id = ?", officer.account);
  const auto session = attempt(email);
  EXPECT_TRUE(session->must_change_password);
  const auto found =
      database().read([&](db::Connection& c) { return find(c, base::sha256_hex(session->token)); });
  EXPECT_TRUE(found->must_change_password);
}

TEST_P(SignInTest, changes_a_password_and_opens_a_fresh_session_in_place_of_all_others) {
  const auto here = opened(officer);
  const auto elsewhere = opened(officer);
  const auto admins = opened(cast.here.admin);
  run("UPDATE account SET must_change_password = 1 WHERE id = ?", officer.account);

  const auto changed = change(test::cast_password, new_password, new_password);
  ASSERT_TRUE(changed);
  EXPECT_TRUE(is_open(changed->token));
  EXPECT_FALSE(is_open(here));
  EXPECT_FALSE(is_open(elsewhere));
  EXPECT_TRUE(is_open(admins));
  EXPECT_FALSE(attempt(email));
  const auto again = attempt(email, new_password);
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->must_change_password);
}

TEST_P(SignInTest, keeps_a_changed_password_in_the_audit_without_the_password) {
  change(test::cast_password, new_password, new_password);
  EXPECT_THAT(audited(cast.here.admin), ElementsAre("password.changed"));
  database().read([](db::Connection& c) {
    for (const auto& row : c.exec("SELECT details FROM audit_event")) EXPECT_EQ(row.text(0), "{}");
  });
}

TEST_P(SignInTest, refuses_a_new_password_without_the_current_one) {
  const auto refused = change("wrong", new_password, new_password).error();
  EXPECT_EQ(refused.fields.front().field, "current_password");
  EXPECT_TRUE(attempt(email));
}

TEST_P(SignInTest, names_every_problem_of_a_new_password_at_once) {
  const auto refused = change("", "short", "other").error();
  std::vector<std::string> fields;
  for (const auto& error : refused.fields) fields.push_back(error.field);
  EXPECT_THAT(fields, ElementsAre("current_password", "new_password", "confirm_password"));
}

TEST_P(SignInTest, refuses_a_new_password_that_leans_on_the_persons_own_words) {
  for (const auto* chosen : {"officer@here.example", "DemoHillSchool", "OscarOfficer10001"}) {
    const auto refused = change(test::cast_password, chosen, chosen);
    ASSERT_FALSE(refused) << chosen;
    EXPECT_EQ(refused.error().fields.front().field, "new_password") << chosen;
  }
}

TEST_P(SignInTest, refuses_the_current_password_as_the_new_one) {
  const auto refused = change(test::cast_password, test::cast_password, test::cast_password).error();
  EXPECT_EQ(refused.fields.front().field, "new_password");
}

TEST_P(SignInTest, counts_a_wrong_current_password_as_a_guess) {
  for (int i = 0; i < 5; ++i) EXPECT_FALSE(change("wrong", new_password, new_password));
  guess_wrong(5);
  EXPECT_EQ(change(test::cast_password, new_password, new_password).error().kind, Refusal::Kind::too_many);
  EXPECT_EQ(attempt(email).error().kind, Refusal::Kind::too_many);
}

TEST_P(SignInTest, does_not_count_a_new_password_that_is_too_weak_as_a_guess) {
  for (int i = 0; i < 11; ++i) EXPECT_FALSE(change(test::cast_password, "weak", "weak"));
  EXPECT_TRUE(attempt(email));
}

}  // namespace
}  // namespace sign_in
