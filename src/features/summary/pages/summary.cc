#include <algorithm>

#include "base/text.h"
#include "features/progress/pages/addresses.h"
#include "features/summary/board.h"
#include "features/summary/download.h"
#include "features/summary/pages/filter_form.h"
#include "features/summary/pages/pages.h"
#include "html/list.h"

namespace summary::pages {
namespace {

using attempts::Status;
using Kind = html::Field::Kind;

html::List list_of(const web::Request& request, const Board& board) {
  html::Field role{.name = "role", .label = "Role", .kind = Kind::drop_down, .choices = {{"", "All roles"}}};
  for (const auto each :
       {access::Role::exams_officer, access::Role::senior_leader, access::Role::invigilator}) {
    role.choices.push_back({std::string(access::code(each)), std::string(access::title(each))});
  }
  html::Field year{.name = "year",
                   .label = "Year",
                   .kind = Kind::drop_down,
                   .width = "short",
                   .choices = {{"", "Current"}}};
  for (const auto& each : board.years) year.choices.push_back({each, each});
  html::Field assessment{.name = "assessment",
                         .label = "Assessment",
                         .kind = Kind::drop_down,
                         .choices = {{"", "All assessments"}}};
  for (const auto& each : board.choices) assessment.choices.push_back({each.slug, each.title});
  html::Field status{.name = "status",
                     .label = "Status",
                     .kind = Kind::drop_down,
                     .width = "short",
                     .choices = {{"", "Any status"}}};
  for (const auto each : statuses) {
    status.choices.push_back({std::string(status_code(each)), std::string(attempts::words(each))});
  }
  return {request,
          "/summary",
          {{.name = "q",
            .label = "Search",
            .kind = Kind::search,
            .hint = "Name or email",
            .width = "wide",
            .most = 200},
           std::move(role),
           std::move(year),
           std::move(assessment),
           std::move(status)}};
}

void show_totals(html::View& view, const html::List& list, const Filter& filter, const Board& board) {
  const auto& totals = board.totals;
  const auto figure = [&](std::size_t count, std::string_view words, const std::optional<Status>& status) {
    view.add("TOTAL")
        .set("COUNT", base::thousands(count))
        .set("WORDS", words)
        .set("HREF", list.with("status", status ? status_code(*status) : ""))
        .show_if("CURRENT", status == filter.status);
  };
  figure(totals.people, totals.people == 1 ? "user" : "users", std::nullopt);
  figure(totals.passed, board.chosen ? "passed" : "passed everything", Status::passed);
  figure(totals.started, "started", Status::started);
  figure(totals.not_started, "not started", Status::not_started);
}

void show_cell(html::View::Part row, const Person& person, const Cell& cell,
               const assessments::Version& version, const std::string& year) {
  auto part = row.add("CELL");
  if (!cell.shown) {
    part.show("NONE");
    return;
  }
  auto link = part.add(cell.status == Status::passed    ? "PASSED"
                       : cell.status == Status::started ? "STARTED"
                                                        : "NOT_STARTED");
  link.set("HREF", progress::pages::sections_address(person.account.id, version.slug, year));
  link.set("RESULT", fmt::format("{}/{}", cell.sections_passed, version.section_count));
  if (cell.passed_at) link.set("WHEN", base::british_date(*cell.passed_at));
}

void show_people(html::View& view, const Board& board, html::List& list) {
  if (board.people.empty()) return;
  auto table = view.add("TABLE");
  for (const auto& version : board.assessments)
    table.add("COLUMN").set("TITLE", version.title).set("YEAR", version.year);
  for (const auto& person : list.rows_of(board.people)) {
    auto row = table.add("PERSON");
    row.set("NAME", person.account.full_name()).set("ROLE", access::code(person.account.role));
    row.set("HREF", progress::pages::person_address(person.account.id));
    row.set("ALL", fmt::format("{}/{}", person.passed, person.takeable));
    for (std::size_t column = 0; column < person.cells.size(); ++column) {
      show_cell(row, person, person.cells[column], board.assessments[column], board.year);
    }
  }
}

void show_downloads(html::View& view, const html::List& list) {
  auto downloads = view.add("DOWNLOADS");
  downloads.set("XLSX", html::with_query("/summary.xlsx", list.kept(), "", ""));
  downloads.set("CSV", html::with_query("/summary.csv", list.kept(), "", ""));
  downloads.set("CERTIFICATES", html::with_query("/summary/certificates", list.kept(), "", ""));
}

}  // namespace

web::Response SummaryPages::list(const web::Request& request) {
  const auto filter = filter_of(request.query);
  const auto board = database_.read(load_board, request.actor(), filter);
  auto list = list_of(request, board);
  list.took(board.people.size());
  html::View view("features/summary/pages/summary.html");
  show_totals(view, list, filter, board);
  if (!board.year.empty()) view.add("OF_YEAR").set("YEAR", board.year);
  if (!board.people.empty()) show_downloads(view, list);
  show_people(view, board, list);
  list.show(view.root(),
            {.one = "user",
             .many = "users",
             .empty = {"No user matches",
                       "Nobody in your centre matches all of these filters. Take one away to see more.",
                       "/summary", "Show all users"}});
  return list.page(
      {.title = "User Summary",
       .menu = "/summary",
       .actions = {{.href = "/summary/reminders", .label = "Certificates that end", .icon = "bell"},
                   {.href = "/summary/questions", .label = "Question insight", .icon = "bulb"}}},
      std::move(view));
}

}  // namespace summary::pages
