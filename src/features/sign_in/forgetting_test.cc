#include "features/sign_in/forgetting.h"

#include <gtest/gtest.h>

#include "features/sign_in/throttle.h"
#include "support/test_database.h"

namespace sign_in {
namespace {

using namespace std::chrono_literals;

class ForgettingTest : public test::OnBothDatabases {
 public:
  void strangers_guess(int many, std::chrono::minutes ago) {
    database().write([&](db::Connection& c) {
      for (int i = 0; i < many; ++i)
        count_guess(c, std::to_string(ago.count()) + std::to_string(i), c.now() - ago);
    });
  }
  std::int64_t rows() {
    return database().read(
        [](db::Connection& c) { return c.exec("SELECT COUNT(*) FROM sign_in_throttle").at(0).integer(0); });
  }
  Forgetting::Steady steady{1h};
  Forgetting forgetting{database(), [this] { return steady; }};
};
INSTANTIATE_TEST_SUITE_P(Databases, ForgettingTest, test::both_databases(), test::database_name);

TEST_P(ForgettingTest, strangers_guesses_go_though_nobody_signs_in) {
  strangers_guess(20, 6min);
  strangers_guess(3, 1min);
  forgetting.run();
  EXPECT_EQ(rows(), 3);
}

TEST_P(ForgettingTest, is_done_every_five_minutes) {
  forgetting.run();
  strangers_guess(20, 6min);
  steady += 4min;
  forgetting.run();
  EXPECT_EQ(rows(), 20);
  steady += 1min;
  forgetting.run();
  EXPECT_EQ(rows(), 0);
}

}  // namespace
}  // namespace sign_in
