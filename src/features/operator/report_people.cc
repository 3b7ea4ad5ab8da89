#include "features/operator/report_people.h"

#include <map>

#include "features/operator/centre_groups.h"

namespace hub_operator {

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

}  // namespace hub_operator
