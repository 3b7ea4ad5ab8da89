#include "features/attempts/first_tries.h"

#include "access/rules.h"

namespace attempts {
namespace {

#define HANDED_IN_FIRST                                                                               \
  " WHERE t.centre_id = ? AND t.slug = ? AND t.year = ? AND t.handed_in_at IS NOT NULL"               \
  " AND NOT EXISTS (SELECT e.id FROM attempt e WHERE e.account_id = t.account_id AND e.slug = t.slug" \
  " AND e.year = t.year AND e.section_key = t.section_key AND e.id < t.id)"

}  // namespace

FirstTries first_tries(db::Connection& c, const access::Actor& actor, std::string_view slug,
                       std::string_view year) {
  FirstTries tries;
  if (!access::manages_users(actor)) return tries;
  for (const auto& row :
       c.exec("SELECT t.section_id, COUNT(*) FROM attempt t" HANDED_IN_FIRST " GROUP BY t.section_id",
              actor.centre, slug, year)) {
    tries.people.emplace(row.id<assessments::SectionId>(0), static_cast<std::size_t>(row.integer(1)));
  }
  for (const auto& row :
       c.exec("SELECT a.question_id, a.chosen, COUNT(*) FROM attempt t JOIN answer a ON a.attempt_id "
              "= t.id" HANDED_IN_FIRST " GROUP BY a.question_id, a.chosen",
              actor.centre, slug, year)) {
    tries.choices.push_back(
        {row.id<QuestionId>(0), chosen_from(row.text(1)), static_cast<std::size_t>(row.integer(2))});
  }
  return tries;
}

}  // namespace attempts
