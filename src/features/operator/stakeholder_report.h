// The report for stakeholders (the Department for Education, Ofqual, JCQ, awarding organisations): how many
// people of each centre and role passed, started or did not start each assessment of a year. Without names,
// unless a named report is asked for, whose recipient and purpose the audit keeps, that of every centre named
// in it included.
#pragma once

#include <string>
#include <vector>

#include "base/refusal.h"
#include "db/database.h"
#include "features/attempts/hub_standings.h"
#include "features/centres/centre.h"

namespace hub_operator {

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

// Without the people of a named report, who may be a million: report_people.h reads them.
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

}  // namespace hub_operator
