#include "features/attempts/history.h"

#include "access/rules.h"
#include "features/attempts/attempt_rows.h"

namespace attempts {

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

}  // namespace attempts
