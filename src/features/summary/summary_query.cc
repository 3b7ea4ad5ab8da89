#include "features/summary/summary_query.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "features/assessments/assessment_rules.h"
#include "features/summary/board.h"

namespace summary {

Filter filter_from(const FilterWords& words) {
  Filter filter{.search = base::trimmed(words.q),
                .role = access::centre_role_from(words.role),
                .status = std::nullopt,
                .assessment = std::string(words.assessment),
                .year = assessments::is_academic_year(words.year) ? std::string(words.year) : ""};
  const auto known = std::ranges::find(statuses, words.status, status_code);
  if (known != statuses.end()) filter.status = *known;
  return filter;
}

std::string_view status_code(attempts::Status status) {
  switch (status) {
    case attempts::Status::passed:
      return "passed";
    case attempts::Status::started:
      return "started";
    case attempts::Status::not_started:
      break;
  }
  return "not_started";
}

std::vector<access::AccountId> matching(db::Connection& c, const access::Actor& actor, const Filter& filter) {
  const auto board = load_board(c, actor, filter);
  std::vector<access::AccountId> found;
  for (const auto& person : board.people) found.push_back(person.account.id);
  return found;
}

}  // namespace summary
