#include "db/sqlite_writer.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>
#include <future>
#include <latch>
#include <thread>

#include "db/errors.h"
#include "support/scratch_folder.h"

namespace db {
namespace {

class SqliteWriterTest : public ::testing::Test {
 protected:
  SqliteWriterTest() {
    writer_.write([](Connection& c) {
      c.run_script("CREATE TABLE thing (n INTEGER UNIQUE)");
      return true;
    });
    first_ = writer_.commits();
  }

  static std::string made(std::string path) {
    std::ofstream{path};
    return path;
  }

  static bool insert(Connection& c, int n) {
    c.exec("INSERT INTO thing VALUES (?)", n);
    return true;
  }

  // Queues every work behind one that is held up until all wait, so that they make one batch; gives each its
  // outcome.
  std::vector<std::future<void>> in_one_batch(std::vector<SqliteWriter::Work> works) {
    std::latch begun(1);
    std::latch go_on(1);
    std::thread holder([&] {
      writer_.write([&](Connection&) {
        begun.count_down();
        go_on.wait();
        return true;
      });
    });
    begun.wait();
    std::vector<std::future<void>> outcomes;
    for (auto& work : works) {
      outcomes.push_back(std::async(std::launch::async, [this, w = std::move(work)] { writer_.write(w); }));
      while (writer_.waiting() < outcomes.size())
        std::this_thread::yield();  // so that they queue in this order
    }
    go_on.count_down();
    holder.join();
    for (auto& outcome : outcomes) outcome.wait();
    return outcomes;
  }

  Rows rows() {
    SqliteConnection reader(path_, SqliteMode::reader, executed_);
    return reader.exec("SELECT n FROM thing ORDER BY n");
  }

  test::ScratchFolder folder_;
  std::string path_ = made(folder_.path() + "/hub.db");
  std::atomic<std::uint64_t> executed_ = 0;
  SqliteWriter writer_{path_, executed_};
  std::uint64_t first_ = 0;
};

TEST_F(SqliteWriterTest, commits_once_for_all_who_wait) {
  std::vector<SqliteWriter::Work> works;
  for (int n = 0; n < 10; ++n) works.push_back([n](Connection& c) { return insert(c, n); });
  for (auto& outcome : in_one_batch(works)) EXPECT_NO_THROW(outcome.get());
  EXPECT_EQ(rows().size(), 10u);
  EXPECT_EQ(writer_.commits() - first_, 2u);
}

TEST_F(SqliteWriterTest, lets_one_that_fails_harm_no_other) {
  auto outcomes = in_one_batch({
      [](Connection& c) { return insert(c, 1); },
      [](Connection& c) { return insert(c, 2) && insert(c, 1); },
      [](Connection& c) { return insert(c, 3); },
      [](Connection& c) -> bool { insert(c, 4), throw std::runtime_error("its own"); },
      [](Connection& c) { return insert(c, 5) && false; },
      [](Connection& c) { return insert(c, 6); },
  });
  EXPECT_NO_THROW(outcomes[0].get());
  EXPECT_THROW(outcomes[1].get(), UniqueViolation);
  EXPECT_NO_THROW(outcomes[2].get());
  EXPECT_THROW(outcomes[3].get(), std::runtime_error);
  EXPECT_NO_THROW(outcomes[4].get());
  EXPECT_NO_THROW(outcomes[5].get());
  const Rows kept = rows();
  ASSERT_EQ(kept.size(), 3u);
  EXPECT_EQ(kept[1].integer(0), 3);
  EXPECT_EQ(kept[2].integer(0), 6);
}

TEST_F(SqliteWriterTest, tells_nobody_before_the_commit) {
  std::atomic<bool> heard = false;
  std::atomic<bool> heard_too_early = false;
  std::atomic<std::size_t> seen_by_others = 99;
  std::latch begun(1);
  std::latch go_on(1);
  std::thread holder(
      [&] { writer_.write([&](Connection&) { return begun.count_down(), go_on.wait(), true; }); });
  begun.wait();
  std::thread first([&] {
    writer_.write([](Connection& c) { return insert(c, 1); });
    EXPECT_EQ(rows().size(), 1u);
    heard = true;
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  std::thread second([&] {
    writer_.write([&](Connection&) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      heard_too_early = heard.load();
      seen_by_others = rows().size();
      return true;
    });
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  go_on.count_down();
  for (std::thread* thread : {&holder, &first, &second}) thread->join();
  EXPECT_TRUE(heard);
  EXPECT_FALSE(heard_too_early);
  EXPECT_EQ(seen_by_others, 0u);
}

TEST_F(SqliteWriterTest, tells_the_whole_batch_when_the_commit_fails_and_works_on) {
  auto outcomes = in_one_batch({
      [](Connection& c) { return insert(c, 1); },
      [](Connection& c) {
        sqlite3_commit_hook(dynamic_cast<SqliteConnection&>(c).native(), [](void*) { return 1; }, nullptr);
        return insert(c, 2);
      },
      [](Connection& c) { return insert(c, 3); },
  });
  for (auto& outcome : outcomes) EXPECT_ANY_THROW(outcome.get());
  EXPECT_TRUE(rows().empty());
  writer_.write([](Connection& c) { return insert(c, 4); });
  EXPECT_EQ(rows().size(), 1u);
}

TEST_F(SqliteWriterTest, tells_the_whole_batch_when_the_transaction_ends_by_itself) {
  auto outcomes = in_one_batch({
      [](Connection& c) { return insert(c, 1); },
      [](Connection& c) -> bool {
        dynamic_cast<SqliteConnection&>(c).control("ROLLBACK");
        throw std::runtime_error("its own");
      },
      [](Connection& c) { return insert(c, 3); },
  });
  EXPECT_THROW(outcomes[0].get(), Unreachable);
  EXPECT_THROW(outcomes[1].get(), std::runtime_error);
  EXPECT_THROW(outcomes[2].get(), Unreachable);
  EXPECT_TRUE(rows().empty());
  writer_.write([](Connection& c) { return insert(c, 4); });
  EXPECT_EQ(rows().size(), 1u);
}

TEST_F(SqliteWriterTest, bounds_a_batch) {
  std::vector<SqliteWriter::Work> works;
  for (int n = 0; n < 70; ++n) works.push_back([n](Connection& c) { return insert(c, n); });
  in_one_batch(works);
  EXPECT_EQ(rows().size(), 70u);
  EXPECT_EQ(writer_.commits() - first_, 3u);
}

}  // namespace
}  // namespace db
