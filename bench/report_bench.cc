// The stakeholder report of 300,000 people in 3,000 centres: its counts, against the same counts asked of the
// database in one grouped query for each assessment; the named report as .xlsx, from the database to the
// finished file, against libxlsxwriter alone writing as many cells; and how much memory it takes at its peak
// above what stood before. And the progress on a page of 50 centres, against the same page where these 50 are
// all there are.
#include <fmt/format.h>
#include <malloc.h>
#include <xlsxwriter.h>

#include <chrono>
#include <fstream>

#include "features/assessments/assessment_store.h"
#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "features/directory/centre_progress.h"
#include "features/report/pages/report_files.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace {

using Clock = std::chrono::steady_clock;
using Rows = std::vector<std::vector<db::Value>>;

constexpr std::size_t centre_count = 3'000;
constexpr std::size_t centres_of_a_page = 50;
constexpr std::size_t people_each = 100;
constexpr std::size_t assessment_count = 4;
constexpr auto year = "2026/27";
constexpr int rounds = 2;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void fill(db::Connection& c, std::size_t centres) {
  for (std::size_t i = 0; i < assessment_count; ++i) {
    auto content = test::assessment(fmt::format("assessment-{}", i));
    content.title = fmt::format("Assessment number {}", i);
    assessments::publish(c, content, nullptr).value();
  }
  for (std::size_t i = 0; i < centres; ++i) {
    c.exec("INSERT INTO centre (number, name, created_at) VALUES (?, ?, 1)", fmt::format("{:05}", 30'000 + i),
           fmt::format("Centre number {}", i));
  }
  Rows rows;
  for (std::size_t i = 0; i < people_each; ++i)
    rows.push_back({fmt::format("First {}", i), fmt::format("Last {}", i), i});
  c.exec_many(
      "INSERT INTO account (centre_id, role, first_name, last_name, email, email_key, sort_key, search_key, "
      "password_hash, must_change_password, created_at) SELECT id, 'INV', ?, ?, 'e', number || '-' || CAST(? "
      "AS TEXT), "
      "'k', 'k', '-', 0, 0 FROM centre WHERE number >= '30000'",
      rows);
  // Of every three people one has passed both sections, one has passed one, one has not started.
  for (const auto& version : assessments::current(c)) {
    for (const auto& section : version.content->sections) {
      c.exec(
          "INSERT INTO section_result (account_id, centre_id, slug, year, section_key, started_at, "
          "passed_version, "
          "passed_at) SELECT id, centre_id, ?, ?, ?, 1, 1, 1790000000000 FROM account WHERE role = 'INV' "
          "AND id % 3 >= ?",
          version.slug, version.year, section.key, section.position);
    }
  }
}

// What nobody could ask with less: everybody at once, no centre named.
std::size_t bare_counts(db::Connection& c) {
  std::size_t rows = 0;
  for (const auto& version : assessments::current(c)) {
    rows +=
        c.exec(
             "SELECT a.centre_id, a.role, COUNT(*), COUNT(t.account_id), "
             "CAST(SUM(CASE WHEN t.passed = ? THEN 1 ELSE 0 END) AS BIGINT) FROM account a LEFT JOIN "
             "(SELECT r.account_id, SUM(CASE WHEN r.passed_version >= s.passes_since THEN 1 ELSE 0 END) AS "
             "passed "
             "FROM section_result r JOIN section s ON s.assessment_id = ? AND s.section_key = r.section_key "
             "WHERE r.year = ? AND r.slug = ? GROUP BY r.account_id) t ON t.account_id = a.id "
             "WHERE a.centre_id IS NOT NULL GROUP BY a.centre_id, a.role",
             version.section_count, version.id, version.year, version.slug)
            .size();
  }
  return rows;
}

double bare_workbook_seconds(std::size_t rows) {
  const documents::TemporaryFile file;
  const auto start = Clock::now();
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  auto* workbook = workbook_new_opt(file.path().c_str(), &options);
  auto* sheet = workbook_add_worksheet(workbook, nullptr);
  for (std::size_t i = 0; i < rows; ++i) {
    const auto line = static_cast<lxw_row_t>(i % 1'000'000);
    if (i > 0 && line == 0) sheet = workbook_add_worksheet(workbook, nullptr);
    const char* cells[] = {
        "Assessment number 1", "30001", "Centre number 1", "Last 17", "First 17", "INV", "Passed"};
    for (lxw_col_t column = 0; column < 7; ++column)
      worksheet_write_string(sheet, line, column, cells[column], nullptr);
    if (i % 3 == 0) worksheet_write_number(sheet, line, 7, 46'000, nullptr);
  }
  if (workbook_close(workbook) != LXW_NO_ERROR) throw std::runtime_error("not written");
  return seconds_since(start);
}

void write_named(db::Database& database, const access::Actor& hub_operator) {
  auto report =
      report::make_report(database, hub_operator,
                          {.year = year, .named = true, .recipient = "Ofqual", .purpose = "A benchmark"})
          .value();
  const auto file = report::pages::report_file(database, hub_operator, std::move(report), html::Format::xlsx);
}

double page_milliseconds(db::Database& database, const access::Actor& hub_operator) {
  constexpr int pages = 20;
  return database.read([&](db::Connection& c) {
    std::vector<access::CentreId> centres;
    for (const auto& row :
         c.exec("SELECT id FROM centre WHERE number >= '30000' ORDER BY number LIMIT ?", centres_of_a_page)) {
      centres.push_back(row.id<access::CentreId>(0));
    }
    const auto start = Clock::now();
    for (int i = 0; i < pages; ++i) {
      if (directory::progress_of(c, hub_operator, centres).back().to_take == 0)
        throw std::runtime_error("nobody");
    }
    return seconds_since(start) * 1'000 / pages;
  });
}

void compare_pages(db::Database& large, const access::Actor& hub_operator) {
  test::TestDatabase held(db::Dialect::sqlite);
  const auto cast = test::make_cast(*held);
  (*held).write([](db::Connection& c) { fill(c, centres_of_a_page); });
  page_milliseconds(large, hub_operator);
  const auto few = page_milliseconds(*held, cast.hub_operator);
  const auto many = page_milliseconds(large, hub_operator);
  fmt::print("centres: progress of 50 of 50 centres {:.1f} ms, of {} {:.1f} ms, ratio {:.2f}\n", few,
             centre_count, many, many / few);
}

std::size_t status_megabytes(std::string_view field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field))
      return static_cast<std::size_t>(std::stoll(line.substr(field.size() + 1))) >> 10;
  }
  return 0;
}

}  // namespace

int main() {
  test::TestDatabase held(db::Dialect::sqlite);
  auto& database = *held;
  const auto cast = test::make_cast(database);
  database.write([](db::Connection& c) { fill(c, centre_count); });
  compare_pages(database, cast.hub_operator);
  auto start = Clock::now();
  database.read(bare_counts);
  const auto bare = seconds_since(start);
  start = Clock::now();
  const auto counts = report::counts_of(database, cast.hub_operator, year).counts;
  const auto whole = seconds_since(start);
  fmt::print(
      "report: counts of {} people in {} centres: one query for each assessment {:.2f} s, by centre {:.2f} "
      "s, ratio "
      "{:.2f}\n",
      centre_count * people_each, centre_count, bare, whole, whole / bare);

  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";  // the peak counts from here
  const auto before = status_megabytes("VmRSS");
  write_named(database, cast.hub_operator);
  const auto peak = status_megabytes("VmHWM") - before;
  const auto rows = centre_count * people_each * assessment_count;
  double alone = 0;
  double named = 0;
  for (int round = 0; round < rounds; ++round) {  // one after the other, so that both meet the same noise
    alone += bare_workbook_seconds(rows) / rounds;
    start = Clock::now();
    write_named(database, cast.hub_operator);
    named += seconds_since(start) / rounds;
  }
  fmt::print(
      "report: {} rows with names: libxlsxwriter alone {:.2f} s, from the database {:.2f} s, ratio {:.2f}; "
      "{} MiB "
      "above "
      "idle\n",
      rows, alone, named, named / alone, peak);
}
