// 64 people saving answers at once, each acknowledged after its commit: how many a second, beside what the
// database does bare in the same run. SQLite: a single row in a transaction of its own, synchronous=FULL.
// PostgreSQL: pgbench's simple update
// (-N) with as many clients. Needs a server that syncs: EXAMS_HUB_TEST_FSYNC=on tests/with_postgresql.
#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "features/attempts/answer_queue.h"
#include "features/attempts/attempt_store.h"
#include "support/cast.h"
#include "support/scratch_folder.h"
#include "support/test_database.h"

namespace {

using Clock = std::chrono::steady_clock;

constexpr int people = 64;
constexpr std::chrono::seconds duration{5};
constexpr int rounds = 3;

double per_second(std::size_t count, Clock::time_point start) {
  return static_cast<double>(count) / std::chrono::duration<double>(Clock::now() - start).count();
}

class NobodyHears : public attempts::PassListener {
  void passed(db::Connection&, const attempts::AssessmentPassed&) override {}
};

struct Taker {
  access::Actor actor;
  attempts::AttemptId attempt{};
  std::vector<attempts::FormItems> forms;  // one for each option of the first question
};

std::vector<Taker> begin(db::Database& database, attempts::AttemptStore& store) {
  const auto cast = test::make_cast(database);
  database.write([](db::Connection& c) { assessments::publish(c, test::assessment(), nullptr).value(); });
  std::vector<Taker> takers;
  for (int i = 0; i < people; ++i) {
    Taker taker{.actor = cast.here.invigilator, .forms = {}};
    database.write([&](db::Connection& c) {
      const auto email = fmt::format("bench{}@here.example", i);
      const auto rows = c.exec(
          "INSERT INTO account (centre_id, role, first_name, last_name, email, email_key, sort_key, "
          "search_key,"
          " password_hash, must_change_password, created_at)"
          " SELECT centre_id, role, first_name, last_name, CAST(? AS TEXT), CAST(? AS TEXT), sort_key, "
          "search_key,"
          " password_hash, 0, created_at FROM account WHERE id = ? RETURNING id",
          email, email, cast.here.invigilator.account);
      taker.actor.account = rows.at(0).id<access::AccountId>(0);
      taker.attempt = store.start(c, taker.actor, test::assessment().slug, 1).value();
      const auto paper = attempts::load(c, taker.actor, taker.attempt).value();
      const auto& question = paper.section.questions.front();
      for (const auto& option : question.options) {
        taker.forms.push_back({{fmt::format("q{}", std::to_underlying(question.id)),
                                std::to_string(std::to_underlying(option.id))}});
      }
    });
    takers.push_back(std::move(taker));
  }
  return takers;
}

double saves_per_second(const std::string& url) {
  const auto database = db::Database::open({.url = url, .connections = people});
  NobodyHears listener;
  attempts::AttemptStore store(listener);
  attempts::AnswerQueue queue(*database, store);
  const auto takers = begin(*database, store);
  std::atomic<std::size_t> saved = 0;
  const auto start = Clock::now();
  {
    std::vector<std::jthread> threads;
    for (const auto& taker : takers) {
      threads.emplace_back([&] {
        for (std::size_t i = 0; Clock::now() - start < duration; ++i) {
          const auto& form = taker.forms[i % taker.forms.size()];
          const auto outcome = queue.save(taker.actor, taker.attempt, form);
          if (outcome.value().kind != attempts::Outcome::Kind::done) std::abort();
          ++saved;
        }
      });
    }
  }
  return per_second(saved, start);
}

void check(int code) {
  if (code != SQLITE_OK && code != SQLITE_DONE) throw std::runtime_error(sqlite3_errstr(code));
}

double bare_sqlite_commits_per_second() {
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
  std::size_t commits = 0;
  const auto start = Clock::now();
  for (; Clock::now() - start < duration; ++commits) {
    check(sqlite3_step(update));
    check(sqlite3_reset(update));
  }
  const auto rate = per_second(commits, start);
  sqlite3_finalize(update);
  sqlite3_close(database);
  return rate;
}

std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  std::array<char, 4096> piece{};
  while (const auto size = std::fread(piece.data(), 1, piece.size(), pipe)) output.append(piece.data(), size);
  if (pclose(pipe) != 0) throw std::runtime_error("failed: " + command + "\n" + output);
  return output;
}

double pgbench_updates_per_second(const std::string& url) {
  output_of(fmt::format("pgbench -i -q -s 10 '{}' 2>&1", url));
  const auto output = output_of(
      fmt::format("pgbench -N -n -M prepared -c {} -j 2 -T {} '{}' 2>&1", people, duration.count(), url));
  const auto at = output.find("tps = ");
  if (at == std::string::npos) throw std::runtime_error(output);
  return std::stod(output.substr(at + 6));
}

template <class Ours, class Bare>
void compare(const char* ours_name, const char* bare_name, Ours ours, Bare bare) {
  double best = 0;
  for (int round = 1; round <= rounds; ++round) {
    const double bare_rate = bare();
    const double our_rate = ours();
    fmt::print("{}: {:.0f}/s   {}: {:.0f}/s   ratio {:.2f}\n", ours_name, our_rate, bare_name, bare_rate,
               our_rate / bare_rate);
    std::fflush(stdout);
    best = std::max(best, our_rate / bare_rate);
  }
  fmt::print("best of {}: {:.2f} (at least 1.00 is promised)\n", rounds, best);
}

}  // namespace

// answers_bench [sqlite|postgresql]
int main(int argc, char** argv) {
  const std::string_view only = argc > 1 ? argv[1] : "";
  if (only != "postgresql") {
    compare(
        "64 people saving, SQLite", "bare commits of one row",
        [] {
          test::TestDatabase database(db::Dialect::sqlite);
          return saves_per_second(database.url());
        },
        bare_sqlite_commits_per_second);
  }
  if (only != "sqlite") {
    compare(
        "64 people saving, PostgreSQL", "pgbench -N",
        [] {
          test::TestDatabase database(db::Dialect::postgresql);
          return saves_per_second(database.url());
        },
        [] {
          test::TestDatabase database(db::Dialect::postgresql);
          return pgbench_updates_per_second(database.url());
        });
  }
}
