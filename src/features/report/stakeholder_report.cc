#include "features/report/stakeholder_report.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "access/rules.h"
#include "features/audit/audit.h"
#include "features/centres/directory.h"

namespace report {
namespace {

std::vector<centres::Centre> all_centres(db::Connection& connection, const access::Actor& actor) {
  std::vector<centres::Centre> all;
  for (auto& entry :
       centres::list(connection, actor, {.limit = std::numeric_limits<std::int32_t>::max()}).entries) {
    all.push_back(std::move(entry.centre));
  }
  return all;
}

// What is withdrawn in the newest year is left out: nobody can take it. In an earlier year it stays.
std::vector<assessments::Version> versions_of(db::Connection& connection, const std::string& year) {
  auto all = assessments::newest_of_each_year(connection);
  const bool newest = !all.empty() && all.front().year == year;
  std::erase_if(all, [&](const assessments::Version& version) {
    return version.year != year || (newest && version.withdrawn_at);
  });
  return all;
}

// Adds how the people of these centres stand.
void count(db::Connection& connection, const access::Actor& actor, const assessments::Version& version,
           std::span<const centres::Centre> group, std::vector<CountRow>& rows) {
  std::map<access::CentreId, std::vector<attempts::CentreStanding>> found;
  for (const auto& standing : attempts::centre_standings(connection, actor, version, ids_of(group))) {
    found[standing.centre].push_back(standing);
  }
  for (const auto& centre : group) {
    for (const auto& standing : found[centre.id]) {
      rows.push_back({centre.number, centre.name, version.title, standing});
    }
  }
}

Report counted(db::Connection& connection, const access::Actor& actor, const ReportRequest& request) {
  Report report{.request = request, .made_at = connection.now(), .made_by = actor.name};
  report.assessments = versions_of(connection, request.year);
  const auto centres = all_centres(connection, actor);
  for (const auto& version : report.assessments) {
    for (std::size_t start = 0; start < centres.size(); start += attempts::max_centres_at_once) {
      count(connection, actor, version, group_at(centres, start), report.counts);
    }
  }
  std::set<access::CentreId> with_people;
  for (const auto& row : report.counts) with_people.insert(row.counts.centre);
  std::ranges::copy_if(centres, std::back_inserter(report.centres),
                       [&](const centres::Centre& centre) { return with_people.contains(centre.id); });
  return report;
}

std::vector<base::FieldError> problems(db::Connection& connection, const ReportRequest& request) {
  std::vector<base::FieldError> errors;
  if (versions_of(connection, request.year).empty()) {
    errors.push_back({"year", "Choose a year that has assessments."});
  }
  if (!request.named) return errors;
  const auto reason = [&](std::string_view field, const std::string& text, std::string_view if_empty) {
    if (auto problem = audit::reason_problem(field, text, if_empty)) errors.push_back(std::move(*problem));
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
  if (!request.named) return;
  for (const auto& centre : report.centres) {
    audit::record_in_centre(connection, centre.id, actor, {audit::action::report_named, subject, details});
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
  return database.read([&](db::Connection& c) { return counted(c, actor, {.year = year}); });
}

base::Result<Report> make_report(db::Database& database, const access::Actor& actor,
                                 const ReportRequest& request) {
  if (!access::runs_hub(actor)) return base::refuse(base::Refusal::not_found());
  auto report = database.read([&](db::Connection& c) -> base::Result<Report> {
    if (auto errors = problems(c, request); !errors.empty()) {
      return base::refuse(base::Refusal::bad_input(std::move(errors)));
    }
    return counted(c, actor, request);
  });
  if (report) database.write([&](db::Connection& c) { keep_in_audit(c, actor, *report); });
  return report;
}

std::vector<PersonRow> PeopleReader::next() {
  if (!report_.request.named) return {};
  while (assessment_ < report_.assessments.size()) {
    if (centre_ >= report_.centres.size()) {
      ++assessment_;
      centre_ = 0;
      continue;
    }
    const auto group = group_at(report_.centres, centre_);
    centre_ += group.size();
    if (auto rows = rows_of(report_.assessments[assessment_], group); !rows.empty()) return rows;
  }
  return {};
}

std::vector<PersonRow> PeopleReader::rows_of(const assessments::Version& version,
                                             std::span<const centres::Centre> group) {
  std::map<access::CentreId, std::vector<attempts::PersonStanding>> found;
  for (auto& person : database_.read([&](db::Connection& c) {
         return attempts::person_standings(c, actor_, version, ids_of(group));
       })) {
    found[person.centre].push_back(std::move(person));
  }
  std::vector<PersonRow> rows;
  for (const auto& centre : group) {
    for (auto& person : found[centre.id]) {
      rows.push_back({centre.number, centre.name, version.title, std::move(person)});
    }
  }
  return rows;
}

}  // namespace report
