// The report for stakeholders (the Department for Education, Ofqual, JCQ, awarding organisations): how many
// people of each centre and role passed, started or did not start each assessment of a year. Without names,
// unless a named report is asked for, whose recipient and purpose the audit keeps, that of every centre named
// in it included.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "base/refusal.h"
#include "db/database.h"
#include "features/attempts/hub_standings.h"
#include "features/centres/centre.h"

namespace report {

struct ReportRequest {
  std::string year;
  bool named = false;
  std::string recipient{};
  std::string purpose{};
};

struct CountRow {
  std::string centre_number;
  std::string centre_name;
  std::string assessment;  // its title
  attempts::CentreStanding counts;
};

// Without the people of a named report, who may be a million: PeopleReader reads them.
struct Report {
  ReportRequest request;
  base::Instant made_at;
  std::string made_by;
  std::vector<assessments::Version> assessments{};
  std::vector<centres::Centre> centres{};  // in which somebody is counted, by number
  std::vector<CountRow> counts{};          // by assessment, then by centre number and role
};

// The same added up over the centres: one row an assessment and role.
std::vector<CountRow> in_all(const std::vector<CountRow>&);

// Counts alone, for a page; nothing is kept of it.
Report counts_of(db::Database&, const access::Actor&, const std::string& year);

// Refuses not_found for anybody but a Hub operator; bad_input for a year without assessments, and for a named
// report without recipient or purpose. Kept in the audit.
base::Result<Report> make_report(db::Database&, const access::Actor&, const ReportRequest&);

// Centres in groups of as many as standings are read of at once.
inline std::span<const centres::Centre> group_at(std::span<const centres::Centre> centres,
                                                 std::size_t start) {
  return centres.subspan(start, std::min(attempts::max_centres_at_once, centres.size() - start));
}

inline std::vector<access::CentreId> ids_of(std::span<const centres::Centre> centres) {
  std::vector<access::CentreId> ids;
  for (const auto& centre : centres) ids.push_back(centre.id);
  return ids;
}

// The people of a named report, some hundred at a time, however many there are.
struct PersonRow {
  std::string centre_number;
  std::string centre_name;
  std::string assessment;
  attempts::PersonStanding person;
};

// The database and the report outlive it. Each next() reads the database once more, so that no snapshot is
// held long. Only centres whose audit says that they are named: those of the report.
class PeopleReader {
 public:
  PeopleReader(db::Database& database, access::Actor hub_operator, const Report& report)
      : database_(database), actor_(std::move(hub_operator)), report_(report) {}

  // By assessment, then by centre number and name; empty at the end, and at once where the report names
  // nobody.
  std::vector<PersonRow> next();

 private:
  std::vector<PersonRow> rows_of(const assessments::Version&, std::span<const centres::Centre>);

  db::Database& database_;
  access::Actor actor_;
  const Report& report_;
  std::size_t assessment_ = 0;
  std::size_t centre_ = 0;  // where the next group begins
};

}  // namespace report
