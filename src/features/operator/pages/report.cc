#include <fmt/format.h>

#include "base/text.h"
#include "features/operator/pages/pages.h"
#include "features/operator/pages/report_files.h"
#include "html/form_view.h"
#include "html/page.h"
#include "web/dispatcher.h"

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
    line.set("STARTED", base::thousands(counts.started)).set("NOT_STARTED", base::thousands(counts.not_started()));
  }
}

web::Response show(db::Database& database, const web::Request& request, const ReportRequest& asked,
                   std::span<const base::FieldError> errors) {
  html::View view("features/operator/pages/report.html");
  const auto all = years(database);
  for (const auto& year : all) view.add("YEAR_OPTION").set("VALUE", year).show_if("SELECTED", year == asked.year);
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
  return html::page(request,
                    {.title = "Stakeholder report", .menu = "/operator/report", .status = errors.empty() ? 200 : 422},
                    std::move(view));
}

web::Response file(const Report& report, bool csv) {
  auto name = "Stakeholder report " + report.request.year;
  std::ranges::replace(name, '/', '-');
  web::Response response;
  response.header("Content-Type", csv ? "text/csv; charset=utf-8"
                                      : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  response.header("Content-Disposition", web::attachment(name + (csv ? ".csv" : ".xlsx")));
  response.body = csv ? report_csv(report) : report_workbook(report);
  return response;
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
    return file(web::or_refuse(made), request.form().get("format") == "csv");
  };
}

}  // namespace hub_operator::pages
