// What the Hub is measured against, bare: bare_bench [commits | argon2id] prints how many a second.
//   commits   64 writers of SQLite, each commit one row and synchronous=FULL, one writer after the other
//   argon2id  a password checked on all cores
#include <fmt/format.h>
#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include "features/accounts/password.h"
#include "support/scratch_folder.h"

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds duration{2};
constexpr unsigned writers = 64;

// Runs `once` on so many threads until the time is over; how often a second.
template <class F>
double per_second(unsigned threads, F once) {
  std::atomic<std::size_t> done = 0;
  const auto start = Clock::now();
  {
    std::vector<std::jthread> running;
    for (unsigned i = 0; i < threads; ++i) {
      running.emplace_back([&] {
        for (; Clock::now() - start < duration; ++done) once();
      });
    }
  }
  return static_cast<double>(done) / std::chrono::duration<double>(Clock::now() - start).count();
}

void check(int code) {
  if (code != SQLITE_OK && code != SQLITE_DONE) throw std::runtime_error(sqlite3_errstr(code));
}

double commits() {
  const test::ScratchFolder folder;
  sqlite3* database = nullptr;
  check(sqlite3_open((folder.path() + "/bare.db").c_str(), &database));
  check(sqlite3_exec(database,
                     "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                     "CREATE TABLE answer (id INTEGER PRIMARY KEY, chosen TEXT, saved_at INTEGER);"
                     "INSERT INTO answer VALUES (1, '', 0)",
                     nullptr, nullptr, nullptr));
  sqlite3_stmt* update = nullptr;
  check(sqlite3_prepare_v2(database, "UPDATE answer SET chosen = 'a', saved_at = saved_at + 1 WHERE id = 1",
                           -1, &update, nullptr));
  std::mutex turn;
  const auto rate = per_second(writers, [&] {
    const std::lock_guard mine(turn);
    check(sqlite3_step(update));
    check(sqlite3_reset(update));
  });
  sqlite3_finalize(update);
  sqlite3_close(database);
  return rate;
}

double argon2id() {
  const auto hash = accounts::hash_password("violet-kettle-orbit-17");
  return per_second(std::max(1U, std::thread::hardware_concurrency()), [&] {
    if (!accounts::password_matches(hash, "violet-kettle-orbit-17")) throw std::logic_error("does not match");
  });
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view only = argc > 1 ? argv[1] : "";
  if (only != "argon2id") fmt::print("{:.1f}\n", commits());
  if (only != "commits") fmt::print("{:.1f}\n", argon2id());
}
