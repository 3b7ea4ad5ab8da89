#include "features/attempts/attempt_store.h"

#include "access/rules.h"
#include "features/attempts/attempt_rows.h"
#include "features/visibility/may_take.h"

namespace attempts {
namespace {

bool replaced(const Attempt& attempt, const assessments::Version& current) {
  const auto* section = current.content->find(attempt.section_key);
  return section == nullptr || section->passes_since > attempt.version;
}

std::optional<int> passes_since(db::Connection& c, const Attempt& attempt) {
  const auto newest = assessments::find_current(c, attempt.slug, attempt.year).value();
  const auto* section = newest.content->find(attempt.section_key);
  return section == nullptr ? std::nullopt : std::optional(section->passes_since);
}

std::optional<base::Instant> last_saved(db::Connection& c, AttemptId id) {
  return c.exec("SELECT MAX(saved_at) FROM answer WHERE attempt_id = ?", id).front().maybe_instant(0);
}

std::vector<AttemptId> ids(const db::Rows& rows) {
  std::vector<AttemptId> found;
  for (const auto& row : rows) found.push_back(row.id<AttemptId>(0));
  return found;
}

}  // namespace

Attempt attempt_from(const db::Row& row) {
  return {.id = row.id<AttemptId>(0),
          .centre = row.id<access::CentreId>(1),
          .account = row.id<access::AccountId>(2),
          .slug = row.text(3),
          .year = row.text(4),
          .section_key = row.text(5),
          .version = row.integer(6),
          .section = row.id<assessments::SectionId>(7),
          .option_seed = row.integer(8),
          .started_at = row.instant(9),
          .deadline_at = row.maybe_instant(10),
          .handed_in_at = row.maybe_instant(11),
          .timed_out = row.boolean(12),
          .mark = static_cast<std::size_t>(row.maybe_integer(13).value_or(0)),
          .passed = row.maybe_integer(14).value_or(0) != 0};
}

std::optional<Attempt> find(db::Connection& c, const access::Actor& actor, AttemptId id) {
  const auto rows = c.exec("SELECT " ATTEMPT_COLUMNS
                           " FROM attempt t WHERE t.id = ? AND t.account_id = ? AND t.centre_id = ?",
                           id, actor.account, actor.centre);
  return rows.empty() ? std::nullopt : std::optional(attempt_from(rows.front()));
}

Answers saved_answers(db::Connection& c, AttemptId id) {
  Answers answers;
  for (const auto& row : c.exec("SELECT question_id, chosen FROM answer WHERE attempt_id = ?", id)) {
    answers.emplace(row.id<QuestionId>(0), chosen_from(row.text(1)));
  }
  return answers;
}

Reach reach(db::Connection& c, const access::Actor& actor, const Attempt& attempt) {
  const auto current = assessments::find_current(c, attempt.slug);
  return reach(attempt, current, current && visibility::sees(c, actor, *current));
}

Reach reach(const Attempt& attempt, const std::optional<assessments::Version>& current, bool sees) {
  if (!sees) return Reach::hidden;
  if (current && current->withdrawn_at) return Reach::withdrawn;
  if (!current || current->year != attempt.year) return Reach::earlier_year;
  if (!attempt.handed_in_at && current->version != attempt.version && replaced(attempt, *current)) {
    return Reach::replaced;
  }
  return Reach::within;
}

assessments::Version version_of(db::Connection& c, const Attempt& attempt) {
  return assessments::find_version(c, attempt.section).value();
}

Section as_put(const assessments::Version& version, const Attempt& attempt) {
  auto section = version.content->at(attempt.section);
  order_options(section, attempt.option_seed);
  return section;
}

std::optional<Paper> load(db::Connection& c, const access::Actor& actor, AttemptId id) {
  auto attempt = find(c, actor, id);
  if (!attempt) return std::nullopt;
  auto version = version_of(c, *attempt);
  auto section = as_put(version, *attempt);
  const auto at = reach(c, actor, *attempt);
  const auto since = passes_since(c, *attempt);
  return Paper{.attempt = std::move(*attempt),
               .reach = at,
               .assessment = std::move(version),
               .section = std::move(section),
               .answers = saved_answers(c, id),
               .saved_at = last_saved(c, id),
               .passes_since = since,
               .now = c.now()};
}

std::vector<AttemptId> overdue(db::Connection& c, base::Instant now, std::size_t limit) {
  return ids(c.exec(
      "SELECT id FROM attempt WHERE handed_in_at IS NULL AND deadline_at <= ? ORDER BY deadline_at LIMIT ?",
      now, limit));
}

std::vector<AttemptId> overdue_of(db::Connection& c, const access::Actor& actor, base::Instant now) {
  return ids(
      c.exec("SELECT id FROM attempt WHERE account_id = ? AND +centre_id = ? AND handed_in_at IS NULL AND "
             "deadline_at <= ?",
             actor.account, actor.centre, now));
}

std::size_t count_of_centre(db::Connection& c, const access::Actor& actor, access::CentreId centre) {
  if (!access::runs_hub(actor)) return 0;
  const auto rows = c.exec("SELECT COUNT(*) FROM attempt WHERE centre_id = ?", centre);
  return static_cast<std::size_t>(rows.front().integer(0));
}

}  // namespace attempts
