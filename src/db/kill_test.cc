// kill -9 during writes: whatever was acknowledged is there afterwards, and no write is there by half.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <thread>

#include "db/database.h"
#include "support/postgresql_server.h"
#include "support/scratch_folder.h"
#include "support/test_database.h"

namespace db {
namespace {

constexpr int rounds = 8;
constexpr int writers = 3;

// No connection is open in this process while it forks.
class KillTest : public ::testing::TestWithParam<Dialect> {
 protected:
  KillTest() {
    Database::open({.url = url_})->write([](Connection& c) {
      c.run_script("CREATE TABLE debit (n BIGINT PRIMARY KEY); CREATE TABLE credit (n BIGINT PRIMARY KEY)");
    });
  }
  ~KillTest() override {
    if (!name_.empty()) test::remove_postgresql_database(name_);
  }

  std::string name_ = GetParam() == Dialect::postgresql ? test::make_empty_postgresql_database() : "";
  test::ScratchFolder folder_;
  std::string url_ = name_.empty() ? "sqlite:" + folder_.path() + "/hub.db" : test::postgresql_url(name_);
};
INSTANTIATE_TEST_SUITE_P(Databases, KillTest, test::both_databases(), test::database_name);

void write_both_sides(Database& database, std::int64_t n) {
  database.write([&](Connection& c) {
    c.exec("INSERT INTO debit VALUES (?)", n);
    c.exec("INSERT INTO credit VALUES (?)", n);
  });
}

// In the child, until it is killed: each number goes into the ledger once its write was acknowledged.
[[noreturn]] void write_for_ever(const std::string& url, int round, int ledger) {
  try {
    const auto database = Database::open({.url = url});
    std::vector<std::jthread> threads;
    for (std::int64_t writer = 0; writer < writers; ++writer)
      threads.emplace_back([&, writer] {
        for (std::int64_t n = (round * writers + writer) * 1'000'000;; ++n) {
          write_both_sides(*database, n);
          if (::write(ledger, &n, sizeof n) != sizeof n) ::_exit(1);
        }
      });
    threads.clear();
  } catch (const std::exception& error) {
    fprintf(stderr, "%s\n", error.what());
  }
  ::_exit(1);
}

std::vector<std::int64_t> acknowledged_before_kill(const std::string& url, int round) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) throw std::runtime_error("cannot make a pipe");
  const pid_t child = ::fork();
  if (child == 0) write_for_ever(url, round, ends[1]);
  ::close(ends[1]);
  std::jthread killer([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(120 + 17 * round));
    ::kill(child, SIGKILL);
  });
  std::vector<std::int64_t> ledger;
  for (std::int64_t n = 0; ::read(ends[0], &n, sizeof n) == sizeof n;) ledger.push_back(n);
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself";
  return ledger;
}

bool has(Connection& c, std::int64_t n) {
  return c.exec("SELECT COUNT(*) FROM debit d JOIN credit r ON r.n = d.n WHERE d.n = ?", n)
      .front()
      .boolean(0);
}

TEST_P(KillTest, loses_nothing_acknowledged_and_keeps_nothing_by_half) {
  std::size_t acknowledged = 0;
  for (int round = 0; round < rounds; ++round) {
    const auto ledger = acknowledged_before_kill(url_, round);
    acknowledged += ledger.size();
    const auto database = Database::open({.url = url_});
    database->read([&](Connection& c) {
      for (const std::int64_t n : ledger) EXPECT_TRUE(has(c, n)) << n;
      const char* by_half =
          "SELECT (SELECT COUNT(*) FROM debit WHERE n NOT IN (SELECT n FROM credit)) +"
          " (SELECT COUNT(*) FROM credit WHERE n NOT IN (SELECT n FROM debit))";
      EXPECT_EQ(c.exec(by_half).front().integer(0), 0);
    });
  }
  EXPECT_GT(acknowledged, std::size_t{rounds});
}

}  // namespace
}  // namespace db
