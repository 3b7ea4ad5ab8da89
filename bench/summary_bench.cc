// The full summary download of 5,000 users by 20 assessments, with their every attempt on the second sheet,
// from the database to the finished .xlsx, against libxlsxwriter alone writing the same cells in the same
// run; and how much memory it takes at its peak above what stood before.
#include <fmt/format.h>
#include <malloc.h>
#include <xlsxwriter.h>

#include <chrono>
#include <fstream>

#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "features/progress/status_words.h"
#include "features/summary/download.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t users = 5'000;
constexpr std::size_t assessment_count = 20;
constexpr int rounds = 3;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void publish_all(db::Connection& c) {
  for (std::size_t i = 0; i < assessment_count; ++i) {
    auto content = test::assessment(fmt::format("assessment-{}", i));
    content.title = fmt::format("Assessment number {}", i);
    assessments::publish(c, content, nullptr).value();
  }
}

std::vector<std::int64_t> add_users(db::Connection& c, access::CentreId centre) {
  std::vector<std::vector<db::Value>> rows;
  for (std::size_t i = 0; i < users; ++i) {
    const auto email = fmt::format("user{}@bench.example", i);
    rows.push_back(
        {centre, fmt::format("First {}", i), fmt::format("Last {}", i), email, email, email, email});
  }
  c.exec_many(
      "INSERT INTO account (centre_id, role, first_name, last_name, email, email_key, sort_key, search_key,"
      " password_hash, must_change_password, created_at) VALUES (?, 'INV', ?, ?, ?, ?, ?, ?, '-', 0, 0)",
      rows);
  std::vector<std::int64_t> ids;
  for (const auto& row : c.exec("SELECT id FROM account WHERE email LIKE '%@bench.example' ORDER BY id")) {
    ids.push_back(row.integer(0));
  }
  return ids;
}

// Two sections each: of every three people one has passed both, one has passed one, one has not started.
void add_attempts(db::Connection& c, access::CentreId centre, const std::vector<std::int64_t>& people) {
  std::vector<std::vector<db::Value>> attempts;
  std::vector<std::vector<db::Value>> results;
  for (const auto& version : assessments::current(c)) {
    for (const auto& section : version.content->sections) {
      for (std::size_t i = 0; i < people.size(); ++i) {
        if ((i + static_cast<std::size_t>(std::to_underlying(version.id))) % 3 +
                static_cast<std::size_t>(section.position) >
            3)
          continue;
        const auto at = 1'790'000'000'000 + static_cast<std::int64_t>(i * 7'919'000);
        attempts.push_back(
            {centre, people[i], version.slug, version.year, section.key, section.id, at, at + 900'000});
        results.push_back({people[i], centre, version.slug, version.year, section.key, at, at + 900'000});
      }
    }
  }
  c.exec_many(
      "INSERT INTO attempt (centre_id, account_id, slug, year, section_key, version, section_id, option_seed,"
      " started_at, handed_in_at, mark, passed) VALUES (?, ?, ?, ?, ?, 1, ?, 0, ?, ?, 3, 1)",
      attempts);
  c.exec_many(
      "INSERT INTO section_result (account_id, centre_id, slug, year, section_key, started_at, "
      "passed_attempt,"
      " passed_version, passed_at) VALUES (?, ?, ?, ?, ?, ?, 1, 1, ?)",
      results);
}

// What the bare library writes, made before the clock runs.
struct BareCell {
  std::string text;
  double number = 0;
  enum class Kind { nothing, text, number, date } kind = Kind::nothing;
};
using BareRows = std::vector<std::vector<BareCell>>;

BareCell bare(std::string text) {
  const auto kind = text.empty() ? BareCell::Kind::nothing : BareCell::Kind::text;
  return {std::move(text), 0, kind};
}
BareCell bare(std::size_t n) {
  return {"", static_cast<double>(n), BareCell::Kind::number};
}
BareCell bare(base::Instant at) {
  return {"", 25'569 + static_cast<double>(base::to_millis(at)) / 86'400'000, BareCell::Kind::date};
}

void add_person(std::vector<BareCell>& row, const accounts::Account& account) {
  for (const auto& text : {account.last_name, account.first_name, account.email, std::string("INV")}) {
    row.push_back(bare(text));
  }
}

BareRows board_cells(const summary::Board& board) {
  BareRows rows;
  for (const auto& person : board.people) {
    auto& row = rows.emplace_back();
    add_person(row, person.account);
    row.push_back(bare(std::string(progress::words(person.overall))));
    row.push_back(bare(person.passed));
    row.push_back(bare(person.takeable));
    for (std::size_t i = 0; i < person.cells.size(); ++i) {
      const auto& cell = person.cells[i];
      row.push_back(cell.passed_at ? bare(*cell.passed_at)
                                   : bare(summary::cell_words(cell, board.assessments[i])));
    }
  }
  return rows;
}

BareRows attempt_cells(summary::AttemptReader reader) {
  BareRows rows;
  for (auto lines = reader.next(); !lines.empty(); lines = reader.next()) {
    for (const auto& line : lines) {
      auto& row = rows.emplace_back();
      add_person(row, *line.person);
      for (const auto& text : {line.assessment, line.attempt.year, line.section}) row.push_back(bare(text));
      row.push_back(bare(line.attempt.started_at));
      row.push_back(bare(line.attempt.handed_in_at.value()));
      row.push_back(bare(line.attempt.mark));
      row.push_back(bare(line.questions));
      row.push_back(bare(std::string("Pass")));
    }
  }
  return rows;
}

void write_bare(lxw_workbook* workbook, lxw_format* date, const BareRows& rows) {
  auto* sheet = workbook_add_worksheet(workbook, nullptr);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      const auto& cell = rows[r][i];
      const auto line = static_cast<lxw_row_t>(r);
      const auto column = static_cast<lxw_col_t>(i);
      if (cell.kind == BareCell::Kind::text)
        worksheet_write_string(sheet, line, column, cell.text.c_str(), nullptr);
      if (cell.kind == BareCell::Kind::number)
        worksheet_write_number(sheet, line, column, cell.number, nullptr);
      if (cell.kind == BareCell::Kind::date) worksheet_write_number(sheet, line, column, cell.number, date);
    }
  }
}

double bare_seconds(const BareRows& board, const BareRows& attempts) {
  const documents::TemporaryFile file;
  const auto start = Clock::now();
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  auto* workbook = workbook_new_opt(file.path().c_str(), &options);
  auto* date = workbook_add_format(workbook);
  format_set_num_format(date, "d mmmm yyyy");
  write_bare(workbook, date, board);
  write_bare(workbook, date, attempts);
  if (workbook_close(workbook) != LXW_NO_ERROR) throw std::runtime_error("not written");
  return seconds_since(start);
}

double whole_seconds(db::Database& database, const access::Actor& officer) {
  const auto start = Clock::now();
  const auto board = database.read([&](db::Connection& c) { return summary::load_board(c, officer, {}); });
  summary::AttemptReader reader(database, officer, board);
  const auto file = summary::write_workbook(board, reader);
  return seconds_since(start);
}

std::size_t status_megabytes(std::string_view field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field))
      return static_cast<std::size_t>(std::stoll(line.substr(field.size() + 1))) >> 10;
  }
  return 0;
}

std::size_t peak_megabytes(db::Database& database, const access::Actor& officer) {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";  // the peak counts from here
  const auto before = status_megabytes("VmRSS");
  whole_seconds(database, officer);
  return status_megabytes("VmHWM") - before;
}

}  // namespace

int main() {
  test::TestDatabase database(db::Dialect::sqlite);
  const auto cast = test::make_cast(*database);
  const auto& officer = cast.here.officer;
  (*database).write([&](db::Connection& c) {
    publish_all(c);
    add_attempts(c, officer.centre, add_users(c, officer.centre));
  });
  const auto peak = peak_megabytes(*database, officer);
  const auto board = (*database).read([&](db::Connection& c) { return summary::load_board(c, officer, {}); });
  const auto people = board_cells(board);
  const auto attempts = attempt_cells({*database, officer, board});
  double bare = 0;
  double whole = 0;
  for (int round = 0; round < rounds; ++round) {  // one after the other, so that both meet the same noise
    bare += bare_seconds(people, attempts) / rounds;
    whole += whole_seconds(*database, officer) / rounds;
  }
  fmt::print(
      "summary: {} users x {} assessments and {} attempts: libxlsxwriter alone {:.2f} s, from the database "
      "{:.2f} s,"
      " ratio {:.2f}; {} MiB above idle\n",
      users, assessment_count, attempts.size(), bare, whole, whole / bare, peak);
}
