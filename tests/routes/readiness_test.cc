#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <latch>

#include "app/admin_routes.h"
#include "support/test_database.h"

namespace app {
namespace {

using namespace std::chrono_literals;

web::Response readiness(std::chrono::steady_clock::duration stood_still,
                        std::chrono::milliseconds clock_jump = 0ms) {
  test::TestDatabase database(db::Dialect::sqlite);
  const web::Metrics metrics;
  AdminRoutes admin(*database, metrics, [&] { return stood_still; }, [&] { return clock_jump; });
  web::Request request;
  request.path = "/readyz";
  return admin.dispatcher().respond(request);
}

TEST(Readiness, was_told_while_no_file_could_be_read_any_more) {
  EXPECT_EQ(readiness(0s).status, 200);
  EXPECT_EQ(readiness(9s).status, 200);
  EXPECT_EQ(readiness(10s).status, 503);
}

TEST(Readiness, tells_of_a_clock_that_jumped_and_sends_nobody_away) {
  EXPECT_EQ(readiness(0s).body, "ready\n");
  const auto jumped = readiness(0s, 1h);
  EXPECT_EQ(jumped.status, 200);
  EXPECT_THAT(jumped.body, ::testing::HasSubstr("jumped by 3600 s"));
}

// Whoever asks it anything waits until the test is over.
class FrozenDatabase : public db::Database {
 public:
  void thaw() { thawed_.count_down(); }
  db::Dialect dialect() const override { return db::Dialect::sqlite; }
  std::uint64_t statements_executed() const override { return 0; }

 private:
  void run_read(const std::function<void(db::Connection&)>&) override { thawed_.wait(); }
  void run_write(const std::function<Outcome(db::Connection&)>&) override { thawed_.wait(); }

  std::latch thawed_{1};
};

TEST(Readiness, was_silent_while_the_database_was_frozen) {
  FrozenDatabase database;
  const web::Metrics metrics;
  {
    AdminRoutes admin(database, metrics, [] { return 0s; }, [] { return std::chrono::milliseconds{0}; });
    const auto status = [&](const char* path) {
      web::Request request;
      request.path = path;
      return admin.dispatcher().respond(request).status;
    };
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_EQ(status("/readyz"), 503);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 3s);
    EXPECT_EQ(status("/healthz"), 200);
    database.thaw();
  }
}

}  // namespace
}  // namespace app
