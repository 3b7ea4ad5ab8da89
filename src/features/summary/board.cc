#include "features/summary/board.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "access/rules.h"
#include "features/visibility/may_take.h"

namespace summary {
namespace {

using assessments::Version;
using attempts::Status;

std::vector<Person> people_of(db::Connection& c, const access::Actor& actor, const Filter& filter) {
  auto page = accounts::list(
      c, actor,
      {.search = filter.search, .role = filter.role, .limit = std::numeric_limits<std::int32_t>::max()});
  std::vector<Person> people(page.accounts.size());
  for (std::size_t i = 0; i < people.size(); ++i) people[i].account = std::move(page.accounts[i]);
  return people;
}

// Fills one column in for everybody, from what may be taken and what was started.
class Columns {
 public:
  Columns(db::Connection& c, const access::Actor& actor, std::vector<Person>& people)
      : c_(c), actor_(actor), people_(people) {
    std::vector<access::AccountId> ids;
    for (const auto& person : people) {
      row_of_.emplace(std::to_underlying(person.account.id), ids.size());
      ids.push_back(person.account.id);
    }
    if (!ids.empty()) viewers_ = visibility::viewers(c, actor, ids);
  }

  // What is not current can be taken by nobody: it counts for whoever began it.
  void add(const Version& version, bool current) {
    for (std::size_t row = 0; row < people_.size(); ++row) {
      const bool takeable = current && viewers_[row] && viewers_[row]->may_take(version);
      people_[row].cells.push_back({.shown = takeable, .takeable = takeable});
    }
    for (const auto& tally : attempts::tallies(c_, actor_, version)) {
      const auto row = row_of_.find(std::to_underlying(tally.account));
      if (row == row_of_.end()) continue;
      auto& cell = people_[row->second].cells.back();
      fill(cell, tally, version);
      if (!current) cell.takeable = true;
    }
  }

 private:
  static void fill(Cell& cell, const attempts::Tally& tally, const Version& version) {
    cell.shown = true;
    cell.sections_passed = static_cast<std::uint32_t>(tally.sections_passed);
    const bool passed = tally.sections_passed == version.section_count;
    cell.status = passed ? Status::passed : Status::started;
    if (passed) cell.passed_at = tally.passed_at;
  }

  db::Connection& c_;
  const access::Actor& actor_;
  std::vector<Person>& people_;
  std::unordered_map<std::int64_t, std::size_t> row_of_;
  std::vector<std::optional<visibility::Viewer>> viewers_;
};

void judge(Person& person) {
  bool started = false;
  for (const auto& cell : person.cells) {
    if (!cell.takeable) continue;
    ++person.takeable;
    if (cell.status == Status::passed) ++person.passed;
    if (cell.status != Status::not_started) started = true;
  }
  const bool everything = person.takeable > 0 && person.passed == person.takeable;
  person.overall = everything ? Status::passed : started ? Status::started : Status::not_started;
}

void count(Totals& totals, Status status) {
  ++totals.people;
  switch (status) {
    case Status::passed:
      ++totals.passed;
      break;
    case Status::started:
      ++totals.started;
      break;
    case Status::not_started:
      ++totals.not_started;
      break;
  }
}

// Leaves the chosen assessment's column, and whom it concerns.
void narrow(Board& board, std::size_t column) {
  board.chosen = true;
  board.assessments = {board.choices[column]};
  std::erase_if(board.people, [&](const Person& person) { return !person.cells[column].shown; });
  for (auto& person : board.people) person.cells = {person.cells[column]};
}

std::vector<Version> of_year(db::Connection& c, const std::string& year) {
  auto all = assessments::newest_of_each_year(c);
  std::erase_if(all, [&](const Version& version) { return version.year != year; });
  return all;
}

void filter_by_status(Board& board, const std::optional<Status>& wanted) {
  const auto status = [&](const Person& person) {
    return board.chosen ? person.cells[0].status : person.overall;
  };
  for (const auto& person : board.people) count(board.totals, status(person));
  if (wanted) std::erase_if(board.people, [&](const Person& person) { return status(person) != *wanted; });
}

}  // namespace

Board load_board(db::Connection& c, const access::Actor& actor, const Filter& filter) {
  Board board;
  if (!access::manages_users(actor)) return board;
  const auto current = assessments::current(c);
  board.years = assessments::years(c);
  if (std::ranges::find(board.years, filter.year) != board.years.end()) board.year = filter.year;
  board.choices = board.year.empty() ? current : of_year(c, board.year);
  board.assessments = board.choices;
  board.people = people_of(c, actor, filter);
  Columns columns(c, actor, board.people);
  for (auto& person : board.people) person.cells.reserve(board.assessments.size());
  for (const auto& version : board.assessments) {
    columns.add(version, std::ranges::find(current, version.id, &Version::id) != current.end());
  }
  for (auto& person : board.people) judge(person);
  const auto chosen = std::ranges::find(board.choices, filter.assessment, &Version::slug);
  if (chosen != board.choices.end()) narrow(board, static_cast<std::size_t>(chosen - board.choices.begin()));
  filter_by_status(board, filter.status);
  return board;
}

}  // namespace summary
