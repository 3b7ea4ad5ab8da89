#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "features/report/pages/pages.h"
#include "features/report/pages/report_files.h"
#include "html/form.h"
#include "html/list.h"

namespace report::pages {
namespace {

std::vector<std::string> years(db::Database& database) {
  return database.read([](db::Connection& c) { return assessments::years(c); });
}

ReportRequest typed(const html::Form& form, std::string year) {
  return {.year = std::move(year),
          .named = form.ticked("named"),
          .recipient = form.get("recipient"),
          .purpose = form.get("purpose")};
}

void show_counts(html::View& view, const std::vector<CountRow>& rows) {
  if (rows.empty()) return;
  view.show("TABLE");
  for (const auto& row : rows) {
    const auto& counts = row.counts;
    auto line = view.add("COUNT_ROW");
    line.set("ASSESSMENT", row.assessment).set("ROLE", access::code(counts.role));
    line.set("PEOPLE", base::thousands(counts.people)).set("PASSED", base::thousands(counts.passed));
    line.set("STARTED", base::thousands(counts.started))
        .set("NOT_STARTED", base::thousands(counts.not_started()));
  }
}

html::Form form_for(const web::Request& request, const std::string& year) {
  using Kind = html::Field::Kind;
  return {
      request,
      {{.name = "year", .kind = Kind::hidden, .value = year},
       {.name = "named",
        .label = "Name the people",
        .kind = Kind::tick,
        .hint =
            "Who gets it and why is kept in the audit, also in that of every centre whose people it names."},
       {.name = "recipient",
        .label = "Recipient of a named report",
        .hint = "The organisation, and who there.",
        .most = 600},
       {.name = "purpose", .label = "Purpose of a named report", .most = 600}}};
}

html::List years_list(const web::Request& request, const std::vector<std::string>& all) {
  html::Field year{.name = "year", .label = "Academic year", .kind = html::Field::Kind::drop_down};
  for (const auto& each : all) year.choices.push_back({each, each});
  if (all.empty()) year.choices.push_back({});
  return {request, "/operator/report", {std::move(year)}};
}

}  // namespace

web::Response ReportPages::report(const web::Request& request) {
  const auto all = years(database_);
  const auto list = years_list(request, all);
  // A year that is none is said so, not counted as the newest.
  const auto year =
      request.method == web::Method::post ? std::string(request.form().get("year")) : list.get("year");
  auto form = form_for(request, year);
  if (form.sent()) {
    auto made = make_report(database_, request.actor(), typed(form, year));
    if (form.took(made)) {
      return report_file(database_, request.actor(), std::move(*made),
                         request.form().get("format") == "csv" ? html::Format::csv : html::Format::xlsx);
    }
  }
  html::View view("features/report/pages/report.html");
  show_counts(view, in_all(counts_of(database_, request.actor(), year).counts));
  if (all.empty()) {
    html::show_empty(view.root(),
                     {"There is nothing to report yet",
                      "The report counts how people stand in the assessments that are published."});
  } else {
    list.show_filters(view.root(), "Show");
    view.add("DOWNLOAD").set("YEAR", year);
    form.show(view.root(), {.button = "Download for Excel",
                            .name = "format",
                            .value = "xlsx",
                            .others = {{"Download as CSV", "format", "csv"}},
                            .download = true});
  }
  return form.page({.title = "Stakeholder report", .menu = "/operator/report"}, std::move(view));
}

}  // namespace report::pages
