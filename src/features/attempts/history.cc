#include "features/attempts/history.h"

#include "access/rules.h"
#include "features/attempts/attempt_rows.h"

namespace attempts {
namespace {

#define HANDED_IN_FIRST                                                                               \
  " WHERE t.centre_id = ? AND t.slug = ? AND t.year = ? AND t.handed_in_at IS NOT NULL"               \
  " AND NOT EXISTS (SELECT e.id FROM attempt e WHERE e.account_id = t.account_id AND e.slug = t.slug" \
  " AND e.year = t.year AND e.section_key = t.section_key AND e.id < t.id)"

}  // namespace

std::vector<PastAttempt> attempts_of(db::Connection& c, const access::Actor& actor, access::AccountId account,
                                     std::string_view slug, std::string_view year) {
  if (!access::manages_users(actor)) return {};
  std::vector<PastAttempt> found;
  for (const auto& row :
       c.exec("SELECT t.id, t.section_key, t.version, t.started_at, t.handed_in_at, t.timed_out, t.mark, "
              "s.question_count,"
              " t.passed, s.title FROM attempt t JOIN section s ON s.id = t.section_id"
              " WHERE t.account_id = ? AND +t.centre_id = ? AND t.slug = ? AND t.year = ? ORDER BY t.id DESC",
              account, actor.centre, slug, year)) {
    found.push_back({.id = row.id<AttemptId>(0),
                     .section_key = row.text(1),
                     .section_title = row.text(9),
                     .version = row.integer(2),
                     .started_at = row.instant(3),
                     .handed_in_at = row.maybe_instant(4),
                     .timed_out = row.boolean(5),
                     .mark = static_cast<std::size_t>(row.maybe_integer(6).value_or(0)),
                     .questions = static_cast<std::size_t>(row.integer(7)),
                     .passed = row.maybe_integer(8).value_or(0) != 0});
  }
  return found;
}

std::optional<HandedIn> handed_in(db::Connection& c, const access::Actor& actor, access::AccountId account,
                                  AttemptId id) {
  if (!access::manages_users(actor)) return std::nullopt;
  const auto rows = c.exec("SELECT " ATTEMPT_COLUMNS
                           " FROM attempt t WHERE t.id = ? AND t.account_id = ? AND t.centre_id = ?"
                           " AND t.handed_in_at IS NOT NULL",
                           id, account, actor.centre);
  if (rows.empty()) return std::nullopt;
  auto attempt = attempt_from(rows.front());
  auto version = version_of(c, attempt);
  auto section = as_put(version, attempt);
  return HandedIn{.attempt = std::move(attempt),
                  .assessment = std::move(version),
                  .section = std::move(section),
                  .answers = saved_answers(c, id)};
}

std::vector<AttemptRecord> attempts_after(db::Connection& c, const access::Actor& actor,
                                          const std::string& slug, const std::optional<AttemptRecord>& after,
                                          std::size_t limit) {
  if (!access::manages_users(actor)) return {};
  db::Query query(
      "SELECT id, account_id, slug, year, section_id, started_at, handed_in_at, timed_out, mark, passed"
      " FROM attempt WHERE centre_id = ?",
      actor.centre);
  if (!slug.empty()) query.also(" AND slug = ?", slug);
  if (after) {
    query.also(" AND (slug, year, section_id, id) > (?, ?, ?, ?)", after->slug, after->year, after->section,
               after->id);
  }
  query.also(" ORDER BY slug, year, section_id, id LIMIT ?", limit);
  std::vector<AttemptRecord> found;
  for (const auto& row : c.exec(query)) {
    found.push_back({.id = row.id<AttemptId>(0),
                     .account = row.id<access::AccountId>(1),
                     .slug = row.text(2),
                     .year = row.text(3),
                     .section = row.id<assessments::SectionId>(4),
                     .started_at = row.instant(5),
                     .handed_in_at = row.maybe_instant(6),
                     .timed_out = row.boolean(7),
                     .mark = static_cast<std::size_t>(row.maybe_integer(8).value_or(0)),
                     .passed = row.maybe_integer(9).value_or(0) != 0});
  }
  return found;
}

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
