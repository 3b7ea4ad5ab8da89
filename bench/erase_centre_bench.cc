// Erasing a centre of 5,000 people with 75,000 attempts and 750,000 answers, in the one transaction that it
// is: where it is alone in the Hub, and where 20,000 people of other centres have their results and
// certificates there too.
#include <fmt/format.h>

#include <chrono>

#include "features/assessments/assessment_store.h"
#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "features/directory/erasure.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace {

using Clock = std::chrono::steady_clock;
using Rows = std::vector<std::vector<db::Value>>;

constexpr std::size_t people_here = 5'000;
constexpr std::size_t people_elsewhere = 20'000;
constexpr std::size_t assessment_count = 5;
constexpr std::size_t sections_each = 3;
constexpr std::size_t questions_each = 10;

assessments::Assessment content(std::size_t number) {
  auto made = test::assessment(fmt::format("assessment-{}", number));
  made.sections.clear();
  for (std::size_t i = 0; i < sections_each; ++i) {
    auto& section = made.sections.emplace_back(test::section(fmt::format("section-{}", i)));
    section.questions.clear();
    for (std::size_t q = 0; q < questions_each; ++q) {
      section.questions.push_back(test::question(fmt::format("question-{}", q)));
    }
  }
  return made;
}

std::vector<std::int64_t> add_people(db::Connection& c, access::CentreId centre, std::size_t count) {
  Rows rows;
  const auto domain = fmt::format("{}.example", std::to_underlying(centre));
  for (std::size_t i = 0; i < count; ++i) {
    const auto email = fmt::format("u{}@{}", i, domain);
    rows.push_back({centre, email, email});
  }
  c.exec_many(
      "INSERT INTO account (centre_id, role, first_name, last_name, email, email_key, sort_key, search_key, "
      "password_hash, must_change_password, created_at) VALUES (?, 'INV', 'A', 'B', ?, ?, 'k', 'k', '-', 0, "
      "0)",
      rows);
  std::vector<std::int64_t> ids;
  for (const auto& row : c.exec("SELECT id FROM account WHERE centre_id = ? AND role = 'INV'", centre)) {
    ids.push_back(row.integer(0));
  }
  return ids;
}

// Everybody has passed everything: an attempt of each section with its answers where asked for, the results,
// the certificates.
void take_all(db::Connection& c, access::CentreId centre, const std::vector<std::int64_t>& people,
              bool with_answers) {
  for (const auto& version : assessments::current(c)) {
    Rows attempts;
    Rows results;
    Rows passes;
    Rows certificates;
    for (const auto person : people) {
      for (const auto& section : version.content->sections) {
        attempts.push_back({centre, person, version.slug, version.year, section.key, section.id});
        results.push_back({person, centre, version.slug, version.year, section.key});
      }
      passes.push_back({person, centre, version.slug, version.year});
      certificates.push_back(
          {fmt::format("{}-{}", person, version.slug), centre, person, version.slug, version.year});
    }
    c.exec_many(
        "INSERT INTO attempt (centre_id, account_id, slug, year, section_key, version, section_id, "
        "option_seed, "
        "started_at, handed_in_at, mark, passed) VALUES (?, ?, ?, ?, ?, 1, ?, 0, 1, 2, 10, 1)",
        attempts);
    c.exec_many(
        "INSERT INTO section_result (account_id, centre_id, slug, year, section_key, started_at, "
        "passed_version, "
        "passed_at) VALUES (?, ?, ?, ?, ?, 1, 1, 2)",
        results);
    c.exec_many("INSERT INTO assessment_pass VALUES (?, ?, ?, ?, 1, 2)", passes);
    c.exec_many(
        "INSERT INTO certificate (code, centre_id, account_id, slug, year, version, person_name, title, "
        "centre_name, "
        "centre_number, passed_at, issued_at) VALUES (?, ?, ?, ?, ?, 1, 'A B', 'T', 'C', '1', 2, 2)",
        certificates);
  }
  if (!with_answers) return;
  c.exec(
      "INSERT INTO answer (attempt_id, question_id, chosen, saved_at) SELECT a.id, q.id, '1', 2 FROM attempt "
      "a "
      "JOIN question q ON q.section_id = a.section_id WHERE a.centre_id = ?",
      centre);
}

std::int64_t count(db::Connection& c, std::string_view sql) {
  return c.exec(sql).front().integer(0);
}

double erase_seconds(db::Dialect dialect, std::size_t elsewhere) {
  test::TestDatabase held(dialect);
  auto& database = *held;
  const auto cast = test::make_cast(database);
  const auto here = cast.here.admin.centre;
  database.write([&](db::Connection& c) {
    for (std::size_t i = 0; i < assessment_count; ++i) assessments::publish(c, content(i), nullptr).value();
    take_all(c, here, add_people(c, here, people_here), true);
    const auto there = cast.there.admin.centre;
    if (elsewhere > 0) take_all(c, there, add_people(c, there, elsewhere), false);
    c.exec("UPDATE centre SET closed_at = 1, keep_until = '2020-08-31' WHERE id = ?", here);
    if (dialect == db::Dialect::postgresql) c.run_script("ANALYZE");
  });
  const auto start = Clock::now();
  database.write([&](db::Connection& c) { return directory::erase_centre(c, cast.hub_operator, here, ""); })
      .value();
  const auto seconds = std::chrono::duration<double>(Clock::now() - start).count();
  database.read([](db::Connection& c) {
    if (count(c, "SELECT COUNT(*) FROM answer") != 0) throw std::runtime_error("answers are left");
  });
  return seconds;
}

}  // namespace

int main() {
  for (const auto dialect : {db::Dialect::sqlite, db::Dialect::postgresql}) {
    const auto alone = erase_seconds(dialect, 0);
    const auto among = erase_seconds(dialect, people_elsewhere);
    fmt::print(
        "erase: {} people with {} answers on {}: alone in the Hub {:.2f} s, among {} others {:.2f} s, ratio "
        "{:.2f}\n",
        people_here, people_here * assessment_count * sections_each * questions_each,
        dialect == db::Dialect::sqlite ? "SQLite" : "PostgreSQL", alone, people_elsewhere, among,
        among / alone);
    std::fflush(stdout);
  }
}
