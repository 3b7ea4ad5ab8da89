// What only SQLite has to show.
#include "db/sqlite_database.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <latch>
#include <thread>

#include "support/scratch_folder.h"

namespace db {
namespace {

class SqliteDatabaseTest : public ::testing::Test {
 protected:
  SqliteDatabaseTest() {
    database_.write([](Connection& c) {
      c.run_script("CREATE TABLE thing (n INTEGER, t TEXT); INSERT INTO thing VALUES (0, NULL)");
    });
  }

  static void increment(Database& database) {
    database.write([](Connection& c) {
      const std::int64_t n = c.exec("SELECT n FROM thing").front().integer(0);
      c.exec("UPDATE thing SET n = ?", n + 1);
    });
  }
  std::int64_t number() {
    return database_.read([](Connection& c) { return c.exec("SELECT n FROM thing").front().integer(0); });
  }
  Row setting(const char* pragma) {
    return database_.write([&](Connection& c) { return c.exec(pragma).front(); });
  }

  test::ScratchFolder folder_;
  std::string path_ = folder_.path() + "/hub.db";
  SqliteDatabase database_{path_, 4};
};

TEST_F(SqliteDatabaseTest, writes_ahead_to_disk_at_every_commit_and_checks_foreign_keys) {
  EXPECT_EQ(setting("PRAGMA journal_mode").text(0), "wal");
  EXPECT_EQ(setting("PRAGMA synchronous").integer(0), 2);
  EXPECT_EQ(setting("PRAGMA foreign_keys").integer(0), 1);
}

TEST_F(SqliteDatabaseTest, lets_only_its_owner_read_the_file) {
  for (const char* ending : {"", "-wal", "-shm", "-writer"}) {
    struct stat about{};
    ASSERT_EQ(::stat((path_ + ending).c_str(), &about), 0) << ending;
    EXPECT_EQ(about.st_mode & 0777, 0600u) << ending;
  }
}

TEST_F(SqliteDatabaseTest, went_on_acknowledging_after_its_file_was_deleted) {
  increment(database_);
  std::filesystem::remove(path_);
  EXPECT_THROW(increment(database_), Unreachable);
  EXPECT_THROW(number(), Unreachable);
}

TEST_F(SqliteDatabaseTest, went_on_acknowledging_after_its_file_was_replaced) {
  std::filesystem::rename(path_, path_ + ".kept");
  std::ofstream(path_).flush();
  EXPECT_THROW(increment(database_), Unreachable);
  std::filesystem::rename(path_ + ".kept", path_);
  increment(database_);
  EXPECT_EQ(number(), 1) << "put back, it goes on";
}

TEST_F(SqliteDatabaseTest, reads_while_a_write_is_under_way) {
  std::latch begun(1);
  std::latch go_on(1);
  std::thread writer([&] {
    database_.write([&](Connection& c) {
      c.exec("UPDATE thing SET n = 7");
      begun.count_down();
      go_on.wait();
    });
  });
  begun.wait();
  EXPECT_EQ(number(), 0);
  go_on.count_down();
  writer.join();
  EXPECT_EQ(number(), 7);
}

TEST_F(SqliteDatabaseTest, loses_nothing_when_two_instances_write_one_file) {
  SqliteDatabase other(path_, 2);
  std::thread thread([&] {
    for (int i = 0; i < 200; ++i) increment(other);
  });
  for (int i = 0; i < 200; ++i) increment(database_);
  thread.join();
  EXPECT_EQ(number(), 400);
}

TEST_F(SqliteDatabaseTest, says_contended_when_another_program_keeps_the_file_locked_and_works_on) {
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_THROW(increment(database_), Contended);
  EXPECT_EQ(number(), 0);
  sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
  sqlite3_close(other);
  increment(database_);
  EXPECT_EQ(number(), 1);
}

TEST_F(SqliteDatabaseTest, says_unreachable_when_there_is_no_more_room_and_works_on) {
  const auto limit = [&](const char* pages) { database_.write([&](Connection& c) { c.exec(pages); }); };
  limit("PRAGMA max_page_count = 5");
  EXPECT_THROW(database_.write([](Connection& c) {
    c.exec("INSERT INTO thing VALUES (1, ?)", std::string(1'000'000, 'x'));
  }),
               Unreachable);
  limit("PRAGMA max_page_count = 1000000");
  increment(database_);
  EXPECT_EQ(
      database_.read([](Connection& c) { return c.exec("SELECT COUNT(*) FROM thing").front().integer(0); }),
      1);
}

TEST_F(SqliteDatabaseTest, opens_again_what_it_closed) {
  increment(database_);
  EXPECT_EQ(SqliteDatabase(path_, 1).read(
                [](Connection& c) { return c.exec("SELECT n FROM thing").front().integer(0); }),
            1);
}

TEST(SqliteFileTest, that_cannot_be_made_is_told_with_its_path) {
  try {
    SqliteDatabase("/nowhere/at/all/hub.db", 1);
    FAIL();
  } catch (const Unreachable& unreachable) {
    EXPECT_NE(std::string(unreachable.what()).find("/nowhere/at/all/hub.db"), std::string::npos);
  }
}

TEST(SqliteFileTest, that_is_no_database_is_told) {
  const test::ScratchFolder folder;
  const std::string path = folder.path() + "/hub.db";
  std::ofstream(path) << std::string(5000, 'x');
  EXPECT_THROW(SqliteDatabase(path, 1), Unreachable);
}

}  // namespace
}  // namespace db
