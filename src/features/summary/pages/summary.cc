#include <algorithm>

#include "base/text.h"
#include "features/progress/pages/addresses.h"
#include "features/progress/status_words.h"
#include "features/summary/board.h"
#include "features/summary/download.h"
#include "features/summary/pages/filter_form.h"
#include "features/summary/pages/pages.h"
#include "html/page.h"
#include "html/paging.h"

namespace summary::pages {
namespace {

using attempts::Status;

void option(html::View& view, std::string_view section, std::string_view value, std::string_view label,
            std::string_view chosen) {
  view.add(section).set("VALUE", value).set("LABEL", label).show_if("SELECTED", value == chosen);
}

void show_filters(html::View& view, const Filter& filter, const Board& board) {
  view.set("Q", filter.search);
  const auto role = filter.role ? access::code(*filter.role) : "";
  option(view, "ROLE_OPTION", "", "All roles", role);
  for (const auto each :
       {access::Role::exams_officer, access::Role::senior_leader, access::Role::invigilator}) {
    option(view, "ROLE_OPTION", access::code(each), access::title(each), role);
  }
  option(view, "YEAR_OPTION", "", "Current", board.year);
  for (const auto& each : board.years) option(view, "YEAR_OPTION", each, each, board.year);
  const auto assessment = board.chosen ? filter.assessment : "";
  option(view, "ASSESSMENT_OPTION", "", "All assessments", assessment);
  for (const auto& each : board.choices) option(view, "ASSESSMENT_OPTION", each.slug, each.title, assessment);
  const auto status = filter.status ? status_code(*filter.status) : "";
  option(view, "STATUS_OPTION", "", "Any status", status);
  for (const auto each : statuses)
    option(view, "STATUS_OPTION", status_code(each), progress::words(each), status);
}

void show_totals(html::View& view, const Filter& filter, const Board& board) {
  const auto& totals = board.totals;
  const auto figure = [&](std::size_t count, std::string_view words, const std::optional<Status>& status) {
    auto without = filter;
    without.status = std::nullopt;
    view.add("TOTAL")
        .set("COUNT", base::thousands(count))
        .set("WORDS", words)
        .set("HREF",
             html::with_query("/summary", fields_of(without), "status", status ? status_code(*status) : ""))
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

void show_people(html::View& view, const Board& board, const html::Paging& paging) {
  auto table = view.add("TABLE");
  for (const auto& version : board.assessments)
    table.add("COLUMN").set("TITLE", version.title).set("YEAR", version.year);
  const auto end = std::min(board.people.size(), paging.first_row() + paging.page_size);
  for (std::size_t i = paging.first_row(); i < end; ++i) {
    const auto& person = board.people[i];
    auto row = table.add("PERSON");
    row.set("NAME", person.account.full_name()).set("ROLE", access::code(person.account.role));
    row.set("HREF", progress::pages::person_address(person.account.id));
    row.set("ALL", fmt::format("{}/{}", person.passed, person.takeable));
    for (std::size_t column = 0; column < person.cells.size(); ++column) {
      show_cell(row, person, person.cells[column], board.assessments[column], board.year);
    }
  }
}

void show_downloads(html::View& view, const Filter& filter) {
  auto downloads = view.add("DOWNLOADS");
  const auto fields = fields_of(filter);
  downloads.set("XLSX", html::with_query("/summary.xlsx", fields, "page", ""));
  downloads.set("CSV", html::with_query("/summary.csv", fields, "page", ""));
  downloads.set("CERTIFICATES", html::with_query("/summary/certificates", fields, "page", ""));
}

void show_nobody(html::View& view) {
  auto empty = view.include("EMPTY", "html/partials/empty.html");
  empty.set("TITLE", "No user matches");
  empty.set("TEXT", "Nobody in your centre matches all of these filters. Take one away to see more.");
  empty.add("ACTION").set("HREF", "/summary").set("LABEL", "Show all users");
}

}  // namespace

web::Handler summary(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto filter = filter_of(request.query);
    const auto board =
        database.read([&](db::Connection& c) { return load_board(c, request.actor(), filter); });
    const auto paging = html::paging_of(request.query, board.people.size());
    html::View view("features/summary/pages/summary.html");
    show_filters(view, filter, board);
    show_totals(view, filter, board);
    if (!board.year.empty()) view.add("OF_YEAR").set("YEAR", board.year);
    if (board.people.empty()) {
      show_nobody(view);
    } else {
      show_downloads(view, filter);
      show_people(view, board, paging);
    }
    html::show_paging(view.root(), paging, "/summary", fields_of(filter), "user", "users");
    return html::page(
        request,
        {.title = "User Summary",
         .menu = "/summary",
         .actions = {{.href = "/summary/reminders", .label = "Certificates that end", .icon = "bell"},
                     {.href = "/summary/questions", .label = "Question insight", .icon = "bulb"}}},
        std::move(view));
  };
}

}  // namespace summary::pages
