// What only PostgreSQL has to show. Its own server is used where the server itself must go away.
#include "db/postgresql_database.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <latch>
#include <thread>

#include "support/own_postgresql.h"
#include "support/postgresql_server.h"

namespace db {
namespace {

void make_counter(Database& database) {
  database.write(
      [](Connection& c) { c.run_script("CREATE TABLE counter (n BIGINT); INSERT INTO counter VALUES (0)"); });
}

std::int64_t number(Database& database) {
  return database.read([](Connection& c) { return c.exec("SELECT n FROM counter").front().integer(0); });
}

void increment(Database& database) {
  database.write([](Connection& c) { c.exec("UPDATE counter SET n = n + 1"); });
}

class PostgresqlDatabaseTest : public ::testing::Test {
 protected:
  PostgresqlDatabaseTest() { make_counter(*database_); }
  ~PostgresqlDatabaseTest() override {
    database_.reset();
    test::remove_postgresql_database(name_);
  }

  Database& database() { return *database_; }
  void terminate_connections() {
    test::on_postgresql_server(fmt::format(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{}'", name_));
  }

  std::string name_ = test::make_empty_postgresql_database();
  std::unique_ptr<Database> database_ =
      Database::open({.url = test::postgresql_url(name_), .connections = 4});
};

// The server is stopped in the middle, as by SIGSTOP or a network that lets nothing through.
class SilentServer : public PostgresqlDatabaseTest {
 protected:
  ~SilentServer() override {
    for (const auto pid : stopped_) kill(pid, SIGCONT);
  }
  // The number, read after the connection's server process has stopped; so often.
  std::int64_t number_with_stops(int stops) {
    return impatient_->read([&](Connection& c) {
      if (stops-- > 0) {
        stopped_.push_back(static_cast<pid_t>(c.exec("SELECT pg_backend_pid()").front().integer(0)));
        kill(stopped_.back(), SIGSTOP);
      }
      return c.exec("SELECT n FROM counter").front().integer(0);
    });
  }

  std::vector<pid_t> stopped_;
  std::unique_ptr<Database> impatient_ = Database::open(
      {.url = test::postgresql_url(name_), .connections = 2, .patience = std::chrono::milliseconds{300}});
};

TEST_F(SilentServer, was_waited_for_without_end) {
  EXPECT_THROW(number_with_stops(2), Unreachable);
}

TEST_F(SilentServer, is_left_for_another_connection_once) {
  EXPECT_EQ(number_with_stops(1), 0);
}

TEST_F(SilentServer, is_waited_for_in_the_middle_of_many_rows_no_longer) {
  EXPECT_THROW(impatient_->write([&](Connection& c) {
    stopped_.push_back(static_cast<pid_t>(c.exec("SELECT pg_backend_pid()").front().integer(0)));
    kill(stopped_.back(), SIGSTOP);
    const std::vector<std::vector<Value>> rows(3, {Value(1)});
    c.exec_many("UPDATE counter SET n = n + ?", rows);
  }),
               Unreachable);
}

TEST_F(PostgresqlDatabaseTest, reads_on_after_its_idle_connections_were_cut) {
  number(database());
  terminate_connections();
  EXPECT_EQ(number(database()), 0);
}

TEST_F(PostgresqlDatabaseTest, writes_on_after_its_idle_connections_were_cut) {
  increment(database());
  terminate_connections();
  increment(database());
  EXPECT_EQ(number(database()), 2);
}

TEST_F(PostgresqlDatabaseTest, runs_a_write_again_that_was_cut_before_its_commit) {
  int runs = 0;
  database().write([&](Connection& c) {
    c.exec("UPDATE counter SET n = n + 1");
    if (++runs == 1) terminate_connections();
    c.exec("UPDATE counter SET n = n + 1");
  });
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(number(database()), 2);
}

TEST_F(PostgresqlDatabaseTest, gives_up_a_write_that_is_cut_every_time) {
  int runs = 0;
  EXPECT_THROW(database().write([&](Connection& c) {
    ++runs;
    terminate_connections();
    c.exec("UPDATE counter SET n = n + 1");
  }),
               Unreachable);
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(number(database()), 0);
}

TEST_F(PostgresqlDatabaseTest, never_runs_a_write_again_whose_commit_was_cut) {
  database().write([](Connection& c) {
    c.run_script(
        "CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$"
        " BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); RETURN NULL; END $$;"
        "CREATE CONSTRAINT TRIGGER cut AFTER UPDATE ON counter DEFERRABLE INITIALLY DEFERRED"
        " FOR EACH ROW EXECUTE FUNCTION cut()");
  });
  int runs = 0;
  EXPECT_THROW(database().write([&](Connection& c) {
    ++runs;
    c.exec("UPDATE counter SET n = n + 1");
  }),
               Unreachable);
  EXPECT_EQ(runs, 1);
  EXPECT_EQ(number(database()), 0);
}

TEST_F(PostgresqlDatabaseTest, runs_again_writes_that_cross) {
  std::atomic<int> runs = 0;
  std::latch both_have_read(2);
  const auto add_to_what_was_read = [&] {
    bool first = true;
    database().write([&](Connection& c) {
      ++runs;
      const std::int64_t n = c.exec("SELECT n FROM counter").front().integer(0);
      if (std::exchange(first, false)) both_have_read.arrive_and_wait();
      c.exec("UPDATE counter SET n = ?", n + 1);
    });
  };
  std::thread other(add_to_what_was_read);
  add_to_what_was_read();
  other.join();
  EXPECT_EQ(number(database()), 2);
  EXPECT_EQ(runs, 3);
}

// Write skew: each sees that two are left and removes another one.
TEST_F(PostgresqlDatabaseTest, lets_no_two_writes_rest_on_what_the_other_changes) {
  database().write([](Connection& c) {
    c.run_script("CREATE TABLE owner (id BIGINT PRIMARY KEY); INSERT INTO owner VALUES (1), (2)");
  });
  std::latch both_have_read(2);
  const auto remove_unless_last = [&](int id) {
    bool first = true;
    database().write([&](Connection& c) {
      const bool last = c.exec("SELECT COUNT(*) FROM owner").front().integer(0) == 1;
      if (std::exchange(first, false)) both_have_read.arrive_and_wait();
      if (!last) c.exec("DELETE FROM owner WHERE id = ?", id);
    });
  };
  std::thread other([&] { remove_unless_last(1); });
  remove_unless_last(2);
  other.join();
  EXPECT_EQ(
      database().read([](Connection& c) { return c.exec("SELECT COUNT(*) FROM owner").front().integer(0); }),
      1);
}

TEST_F(PostgresqlDatabaseTest, says_contended_when_a_write_crosses_every_time) {
  int runs = 0;
  EXPECT_THROW(database().write([&](Connection& c) {
    ++runs;
    c.exec("SELECT n FROM counter");
    std::thread([&] { increment(database()); }).join();
    c.exec("UPDATE counter SET n = n + 1");
  }),
               Contended);
  EXPECT_EQ(number(database()), runs);
  EXPECT_GT(runs, 3);
}

TEST_F(PostgresqlDatabaseTest, uses_no_more_connections_than_it_may) {
  std::vector<std::jthread> threads;
  for (int i = 0; i < 16; ++i)
    threads.emplace_back([&] { database().read([](Connection& c) { c.exec("SELECT pg_sleep(0.02)"); }); });
  threads.clear();
  EXPECT_LE(database().read([&](Connection& c) {
    return c.exec("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = ?", name_).front().integer(0);
  }),
            4);
}

TEST_F(PostgresqlDatabaseTest, commits_to_disk_where_the_server_would_not) {
  test::on_postgresql_server(fmt::format("ALTER DATABASE {} SET synchronous_commit = off", name_));
  const auto fresh = Database::open({.url = test::postgresql_url(name_)});
  EXPECT_EQ(fresh->read([](Connection& c) { return c.exec("SHOW synchronous_commit").front().text(0); }),
            "on");
}

TEST_F(PostgresqlDatabaseTest, tries_the_next_host_when_the_first_is_away) {
  std::string url = test::postgresql_url(name_);
  const std::size_t host = url.find("127.0.0.1");
  ASSERT_NE(host, std::string::npos);
  url.insert(host, "127.0.0.1:1,");
  EXPECT_EQ(number(*Database::open({.url = url})), 0);
}

TEST_F(PostgresqlDatabaseTest, refuses_a_server_that_cannot_write) {
  test::on_postgresql_server(fmt::format("ALTER DATABASE {} SET default_transaction_read_only = on", name_));
  EXPECT_THROW(Database::open({.url = test::postgresql_url(name_)}), Unreachable);
}

TEST(PostgresqlServerTest, that_is_away_is_told) {
  EXPECT_THROW(Database::open({.url = "postgresql://nobody:secret@127.0.0.1:1/nothing"}), Unreachable);
  try {
    Database::open({.url = "postgresql://nobody:secret@127.0.0.1:1/nothing"});
  } catch (const Unreachable& unreachable) {
    EXPECT_EQ(std::string(unreachable.what()).find("secret"), std::string::npos);
    EXPECT_NE(std::string(unreachable.what()).find("127.0.0.1"), std::string::npos);
  }
}

TEST(PostgresqlServerTest, may_stop_and_start_again) {
  test::OwnPostgresql server;
  const auto database = Database::open({.url = server.url()});
  make_counter(*database);
  server.stop();
  EXPECT_THROW(number(*database), Unreachable);
  EXPECT_THROW(increment(*database), Unreachable);
  server.start();
  increment(*database);
  EXPECT_EQ(number(*database), 1);
}

TEST(PostgresqlServerTest, that_crashes_keeps_every_write_it_acknowledged) {
  test::OwnPostgresql server;
  const auto database = Database::open({.url = server.url()});
  database->write([](Connection& c) { c.run_script("CREATE TABLE ledger (n BIGINT PRIMARY KEY)"); });
  std::int64_t acknowledged = 0;
  for (int round = 0; round < 3; ++round) {
    std::jthread crash([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(150));
      server.crash();
    });
    try {
      for (std::int64_t n = acknowledged + 1;; ++n) {
        database->write(
            [&](Connection& c) { c.exec("INSERT INTO ledger VALUES (?) ON CONFLICT DO NOTHING", n); });
        acknowledged = n;
      }
    } catch (const Unreachable&) {
    }
    crash.join();
    server.start();
    const auto kept =
        database->read([](Connection& c) { return c.exec("SELECT COUNT(*), MAX(n) FROM ledger").front(); });
    EXPECT_GT(acknowledged, 0);
    EXPECT_GE(kept.integer(0), acknowledged);
    EXPECT_LE(kept.integer(1), acknowledged + 1);
  }
}

}  // namespace
}  // namespace db
