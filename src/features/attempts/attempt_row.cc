#include "features/attempts/attempt_row.h"

#include <stdexcept>

#include "features/visibility/may_take.h"

namespace attempts {
namespace {

bool replaced(db::Connection& c, const Attempt& attempt, const assessments::Version& current) {
  const auto rows = c.exec("SELECT passes_since FROM section WHERE assessment_id = ? AND section_key = ?",
                           current.id, attempt.section_key);
  return rows.empty() || rows.front().integer(0) > attempt.version;
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
  return reach(c, attempt, current, current && visibility::sees(c, actor, *current));
}

Reach reach(db::Connection& c, const Attempt& attempt, const std::optional<assessments::Version>& current,
            bool sees) {
  if (!sees) return Reach::hidden;
  if (current && current->withdrawn_at) return Reach::withdrawn;
  if (!current || current->year != attempt.year) return Reach::earlier_year;
  if (!attempt.handed_in_at && current->version != attempt.version && replaced(c, attempt, *current)) {
    return Reach::replaced;
  }
  return Reach::within;
}

Section section_of(db::Connection& c, const Attempt& attempt) {
  auto section = assessments::load_section(c, attempt.section);
  if (!section) throw std::logic_error("an attempt's section is not there");
  return std::move(*section);
}

}  // namespace attempts
