#include "features/attempts/person_record.h"

#include "features/attempts/attempt_rows.h"

namespace attempts {
namespace {

constexpr std::size_t attempt_columns = 15;  // of ATTEMPT_COLUMNS

}  // namespace

std::vector<RecordedAttempt> attempts_of(db::Connection& c, const access::RecordScope& scope) {
  std::vector<RecordedAttempt> found;
  for (const auto& row :
       c.exec("SELECT " ATTEMPT_COLUMNS ", a.title, s.title, s.question_count FROM attempt t"
              " JOIN section s ON s.id = t.section_id JOIN assessment a ON a.id = s.assessment_id"
              " JOIN assessment_slug g ON g.slug = t.slug WHERE t.account_id = ? AND +t.centre_id = ?"
              " ORDER BY t.year DESC, g.id, s.position, t.id",
              scope.person, scope.centre)) {
    found.push_back({.attempt = attempt_from(row),
                     .assessment = row.text(attempt_columns),
                     .section = row.text(attempt_columns + 1),
                     .questions = static_cast<std::size_t>(row.integer(attempt_columns + 2))});
  }
  return found;
}

Passes passes_of(db::Connection& c, const access::RecordScope& scope) {
  Passes passes;
  for (const auto& row :
       c.exec("SELECT slug, year, passed_at FROM assessment_pass WHERE account_id = ? AND +centre_id = ?",
              scope.person, scope.centre)) {
    passes.emplace(std::pair(row.text(0), row.text(1)), row.instant(2));
  }
  return passes;
}

std::optional<RecordedAnswers> answers_of(db::Connection& c, const access::RecordScope& scope, AttemptId id) {
  const auto rows = c.exec("SELECT " ATTEMPT_COLUMNS
                           " FROM attempt t WHERE t.id = ? AND t.account_id = ? AND t.centre_id = ?",
                           id, scope.person, scope.centre);
  if (rows.empty()) return std::nullopt;
  const auto attempt = attempt_from(rows.front());
  return RecordedAnswers{.section = as_put(version_of(c, attempt), attempt), .answers = saved_answers(c, id)};
}

}  // namespace attempts
