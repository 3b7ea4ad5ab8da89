#include "features/operator/stakeholder_report.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "features/audit/centre_audit.h"
#include "features/audit/hub_actions.h"

namespace hub_operator {
namespace {

constexpr std::size_t max_reason_characters = 300;

struct CentreNames {
  std::string number;
  std::string name;
};

std::map<access::CentreId, CentreNames> centre_names(db::Connection& connection) {
  std::map<access::CentreId, CentreNames> names;
  for (const auto& row : connection.exec("SELECT id, number, name FROM centre")) {
    names.emplace(row.id<access::CentreId>(0), CentreNames{row.text(1), row.text(2)});
  }
  return names;
}

std::vector<assessments::Version> versions_of(db::Connection& connection, const std::string& year) {
  auto all = assessments::newest_of_each_year(connection);
  std::erase_if(all, [&](const assessments::Version& version) { return version.year != year; });
  return all;
}

template <class Rows>
void sort_by_centre(Rows& rows, std::size_t from) {
  std::stable_sort(rows.begin() + static_cast<std::ptrdiff_t>(from), rows.end(),
                   [](const auto& a, const auto& b) { return a.centre_number < b.centre_number; });
}

void read(db::Connection& connection, const access::Actor& actor, Report& report) {
  const auto names = centre_names(connection);
  for (const auto& version : versions_of(connection, report.request.year)) {
    const auto first_count = report.counts.size();
    for (const auto& counts : attempts::centre_standings(connection, actor, version)) {
      const auto& centre = names.at(counts.centre);
      report.counts.push_back({centre.number, centre.name, version.title, counts});
    }
    sort_by_centre(report.counts, first_count);
    if (!report.request.named) continue;
    const auto first_person = report.people.size();
    for (auto& person : attempts::person_standings(connection, actor, version)) {
      const auto& centre = names.at(person.centre);
      report.people.push_back({centre.number, centre.name, version.title, std::move(person)});
    }
    sort_by_centre(report.people, first_person);
  }
}

std::vector<base::FieldError> problems(db::Connection& connection, const ReportRequest& request) {
  std::vector<base::FieldError> errors;
  if (versions_of(connection, request.year).empty()) {
    errors.push_back({"year", "Choose a year that has assessments."});
  }
  if (!request.named) return errors;
  const auto reason = [&](const char* field, const std::string& text, const char* empty) {
    if (text.empty()) errors.push_back({field, empty});
    if (base::characters(text) > max_reason_characters) errors.push_back({field, "Use at most 300 characters."});
  };
  reason("recipient", request.recipient, "Say who gets this report: it names people.");
  reason("purpose", request.purpose, "Say what it is for: it names people.");
  return errors;
}

void keep_in_audit(db::Connection& connection, const access::Actor& actor, const Report& report) {
  const auto& request = report.request;
  std::vector<audit::Detail> details{{"Year", "", request.year}};
  if (request.named) {
    details.push_back({"Recipient", "", request.recipient});
    details.push_back({"Purpose", "", request.purpose});
  }
  const audit::Subject subject{"report", std::nullopt, "Stakeholder report " + request.year};
  audit::record(connection, actor, {audit::action::report_made, subject, details});
  std::set<access::CentreId> named;
  for (const auto& row : report.people) named.insert(row.person.centre);
  for (const auto centre : named) {
    audit::record_in_centre(connection, centre, actor, {audit::action::report_named, subject, details});
  }
}

}  // namespace

std::vector<CountRow> in_all(const std::vector<CountRow>& counts) {
  std::vector<CountRow> totals;
  for (const auto& row : counts) {
    auto total = std::ranges::find_if(totals, [&](const CountRow& one) {
      return one.assessment == row.assessment && one.counts.role == row.counts.role;
    });
    if (total == totals.end()) {
      totals.push_back({"", "All centres", row.assessment, {.centre = {}, .role = row.counts.role}});
      total = totals.end() - 1;
    }
    total->counts.people += row.counts.people;
    total->counts.started += row.counts.started;
    total->counts.passed += row.counts.passed;
  }
  return totals;
}

Report counts_of(db::Database& database, const access::Actor& actor, const std::string& year) {
  return database.read([&](db::Connection& c) {
    Report report{.request = {.year = year}, .made_at = c.now(), .made_by = actor.name, .counts = {}};
    read(c, actor, report);
    return report;
  });
}

base::Result<Report> make_report(db::Database& database, const access::Actor& actor, const ReportRequest& request) {
  if (actor.role != access::Role::hub_operator) return base::refuse(base::Refusal::not_found());
  auto report = database.read([&](db::Connection& c) -> base::Result<Report> {
    if (auto errors = problems(c, request); !errors.empty()) {
      return base::refuse(base::Refusal::bad_input(std::move(errors)));
    }
    Report made{.request = request, .made_at = c.now(), .made_by = actor.name, .counts = {}};
    read(c, actor, made);
    return made;
  });
  if (report) database.write([&](db::Connection& c) { keep_in_audit(c, actor, *report); });
  return report;
}

}  // namespace hub_operator
