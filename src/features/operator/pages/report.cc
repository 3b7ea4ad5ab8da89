#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "features/operator/pages/pages.h"
#include "features/operator/pages/report_files.h"
#include "html/form_view.h"
#include "html/page.h"
#include "web/dispatcher.h"
#include "web/file_stream.h"

namespace hub_operator::pages {
namespace {

std::vector<std::string> years(db::Database& database) {
  return database.read([](db::Connection& c) { return assessments::years(c); });
}

ReportRequest typed(const web::Form& form) {
  return {.year = std::string(form.get("year")),
          .named = form.get("named") == "yes",
          .recipient = base::trimmed(form.get("recipient")),
          .purpose = base::trimmed(form.get("purpose"))};
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

web::Response show(db::Database& database, const web::Request& request, const ReportRequest& asked,
                   std::span<const base::FieldError> errors) {
  html::View view("features/operator/pages/report.html");
  const auto all = years(database);
  for (const auto& year : all)
    view.add("YEAR_OPTION").set("VALUE", year).show_if("SELECTED", year == asked.year);
  if (all.empty()) {
    view.include("EMPTY", "html/partials/empty.html")
        .set("TITLE", "There is nothing to report yet")
        .set("TEXT", "The report counts how people stand in the assessments that are published.");
  } else {
    view.add("DOWNLOAD").set("YEAR", asked.year).show_if("NAMED", asked.named);
  }
  show_counts(view, in_all(counts_of(database, request.actor(), asked.year).counts));
  html::keep_value(view.root(), "recipient", asked.recipient);
  html::keep_value(view.root(), "purpose", asked.purpose);
  html::show_errors(view.root(), errors);
  return html::page(
      request,
      {.title = "Stakeholder report", .menu = "/operator/report", .status = errors.empty() ? 200 : 422},
      std::move(view));
}

web::Response as_file(const std::string& year, std::string_view ending, std::string_view type,
                      std::unique_ptr<web::BodyStream> stream) {
  auto name = "Stakeholder report " + year;
  std::ranges::replace(name, '/', '-');
  web::Response response;
  response.header("Content-Type", std::string(type));
  response.header("Content-Disposition", web::attachment(name + std::string(ending)));
  response.stream = std::move(stream);
  return response;
}

web::Response file(db::Database& database, const access::Actor& actor, Report report, bool csv) {
  const auto year = report.request.year;
  if (csv) {
    return as_file(year, ".csv", "text/csv; charset=utf-8", report_csv(database, actor, std::move(report)));
  }
  PeopleReader people(database, actor, report);
  const std::shared_ptr<documents::TemporaryFile> workbook = report_workbook(report, people);
  return as_file(year, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                 std::make_unique<web::FileStream>(workbook->path(), workbook));
}

}  // namespace

web::Handler report(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto all = years(database);
    std::string year(request.query.get("year"));
    if (std::ranges::find(all, year) == all.end()) year = all.empty() ? "" : all.front();
    return show(database, request, {.year = year}, {});
  };
}

web::Handler download_report(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto asked = typed(request.form());
    const auto made = make_report(database, request.actor(), asked);
    if (!made && made.error().kind == base::Refusal::Kind::bad_input) {
      return show(database, request, asked, made.error().fields);
    }
    return file(database, request.actor(), web::or_refuse(made), request.form().get("format") == "csv");
  };
}

}  // namespace hub_operator::pages
