#include "features/sign_in/throttle.h"

#include <gtest/gtest.h>

#include <atomic>

#include "support/test_database.h"

namespace sign_in {
namespace {

using namespace std::chrono_literals;

class ThrottleTest : public test::OnBothDatabases {
 public:
  const base::Instant start = base::from_millis(1'795'442'700'000);

  Admission guess(base::Instant at, std::string_view email = "ann@here.example") {
    return database().write([&](db::Connection& c) { return count_guess(c, email, at); });
  }
  void use_up(base::Instant at) {
    for (int i = 0; i < 10; ++i) ASSERT_TRUE(guess(at).admitted) << i;
  }
  std::size_t rows() {
    return database().read(
        [](db::Connection& c) { return c.exec("SELECT email_hash FROM sign_in_throttle").size(); });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, ThrottleTest, test::both_databases(), test::database_name);

TEST_P(ThrottleTest, checks_ten_guesses_and_refuses_the_eleventh) {
  use_up(start);
  EXPECT_FALSE(guess(start).admitted);
}

TEST_P(ThrottleTest, says_once_that_guesses_are_refused_from_now_on) {
  use_up(start);
  EXPECT_TRUE(guess(start).first_refused);
  EXPECT_FALSE(guess(start).first_refused);
}

TEST_P(ThrottleTest, says_how_long_to_wait) {
  use_up(start);
  const auto refused = guess(start + 1min + 500ms);
  EXPECT_EQ(refused.again_at, start + 5min);
  EXPECT_EQ(refused.wait, 4min);  // whole seconds, never too few
}

TEST_P(ThrottleTest, is_not_made_longer_by_guesses_that_it_refuses) {
  use_up(start);
  EXPECT_FALSE(guess(start + 5min - 1ms).admitted);
  EXPECT_TRUE(guess(start + 5min).admitted);
}

TEST_P(ThrottleTest, runs_from_when_the_last_guess_was_found_wrong) {
  use_up(start);
  database().write([&](db::Connection& c) {
    note_wrong_guess(c, "ann@here.example", start + 30s);
    note_wrong_guess(c, "ann@here.example", start + 10s);  // found wrong earlier, written later
  });
  EXPECT_FALSE(guess(start + 5min + 29s).admitted);
  EXPECT_TRUE(guess(start + 5min + 30s).admitted);
}

TEST_P(ThrottleTest, starts_afresh_after_five_minutes_without_a_guess) {
  use_up(start);
  use_up(start + 5min);
  EXPECT_FALSE(guess(start + 5min).admitted);
}

TEST_P(ThrottleTest, checks_no_more_than_ten_in_any_five_minutes) {
  // Nine just before a boundary and more after it: a window that merely starts over would check nineteen.
  EXPECT_TRUE(guess(start).admitted);
  for (int i = 0; i < 9; ++i) EXPECT_TRUE(guess(start + 4min + 59s).admitted);
  for (int i = 0; i < 9; ++i) EXPECT_FALSE(guess(start + 5min + 1s).admitted);
}

TEST_P(ThrottleTest, counts_each_email_on_its_own) {
  use_up(start);
  EXPECT_TRUE(guess(start, "ben@here.example").admitted);
}

TEST_P(ThrottleTest, forgets_the_count_when_told) {
  use_up(start);
  database().write([](db::Connection& c) { forget_guesses(c, "ann@here.example"); });
  use_up(start);
}

TEST_P(ThrottleTest, keeps_no_email) {
  guess(start);
  const auto kept =
      database().read([](db::Connection& c) { return c.exec("SELECT email_hash FROM sign_in_throttle"); });
  EXPECT_EQ(kept.front().text(0).find("ann"), std::string::npos);
}

TEST_P(ThrottleTest, purges_counts_of_five_minutes_ago) {
  guess(start);
  guess(start + 1min, "ben@here.example");
  database().write([&](db::Connection& c) { forget_old_guesses(c, start + 5min); });
  EXPECT_EQ(rows(), 1U);
}

TEST_P(ThrottleTest, checks_ten_of_fifty_guesses_at_once) {
  std::atomic<int> admitted = 0;
  {
    std::vector<std::jthread> guessers;
    for (int i = 0; i < 50; ++i) guessers.emplace_back([&] { admitted += guess(start).admitted ? 1 : 0; });
  }
  EXPECT_EQ(admitted, 10);
}

}  // namespace
}  // namespace sign_in
