// The people of a named report, some hundred at a time, however many there are.
#pragma once

#include <string>
#include <vector>

#include "features/operator/stakeholder_report.h"

namespace hub_operator {

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

}  // namespace hub_operator
