// The part of attempt_store.h that ends an attempt, keeps the section's result, and finds out that all are
// passed.
#include "features/attempts/attempt_rows.h"

namespace attempts {
namespace {

#define EXAMS_COMPLETE_WITHOUT_PASS                                                                        \
  " FROM section_result r JOIN section s ON s.assessment_id = ? AND s.section_key = r.section_key"         \
  " WHERE r.slug = ? AND r.year = ? AND r.passed_version >= s.passes_since"                                \
  " AND NOT EXISTS (SELECT 1 FROM assessment_pass p WHERE p.account_id = r.account_id AND p.slug = r.slug" \
  " AND p.year = r.year)"

// Told once for each account, slug and year: the row in assessment_pass is the memory of it.
bool first_time(db::Connection& c, const AssessmentPassed& pass) {
  return !c.exec(
               "INSERT INTO assessment_pass (account_id, centre_id, slug, year, version, passed_at)"
               " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, slug, year) DO NOTHING RETURNING "
               "account_id",
               pass.account, pass.centre, pass.slug, pass.year, pass.version, pass.passed_at)
              .empty();
}

}  // namespace

void AttemptStore::close(db::Connection& c, const Attempt& attempt, const Section& section,
                         const Answers& answers, base::Instant at, bool timed_out) {
  const auto marked = mark(section, answers);
  const auto closed = c.exec(
      "UPDATE attempt SET handed_in_at = ?, timed_out = ?, mark = ?, passed = ? WHERE id = ? AND "
      "handed_in_at IS NULL"
      " RETURNING id",
      at, timed_out, marked.mark, marked.passed, attempt.id);
  if (closed.empty()) return;
  keep_result(c, attempt, marked.passed, at);
  if (marked.passed) tell_if_complete(c, attempt, at);
}

void AttemptStore::close_at_deadline(db::Connection& c, const Attempt& attempt) {
  close(c, attempt, version_of(c, attempt).content->at(attempt.section), saved_answers(c, attempt.id),
        attempt.deadline_at.value(), true);
}

void AttemptStore::keep_result(db::Connection& c, const Attempt& attempt, bool passed, base::Instant at) {
  if (passed) {
    c.exec(
        "UPDATE section_result SET open_attempt = NULL, passed_attempt = ?, passed_version = ?, passed_at = ?"
        " WHERE account_id = ? AND slug = ? AND year = ? AND section_key = ?",
        attempt.id, attempt.version, at, attempt.account, attempt.slug, attempt.year, attempt.section_key);
  } else {
    c.exec(
        "UPDATE section_result SET open_attempt = NULL, failed_attempts = failed_attempts + 1"
        " WHERE account_id = ? AND slug = ? AND year = ? AND section_key = ?",
        attempt.account, attempt.slug, attempt.year, attempt.section_key);
  }
}

void AttemptStore::tell_if_complete(db::Connection& c, const Attempt& attempt, base::Instant at) {
  const auto current = assessments::find_current(c, attempt.slug, attempt.year).value();
  const auto missing = c.exec(
      "SELECT s.id FROM section s LEFT JOIN section_result r ON r.account_id = ? AND r.slug = ? AND r.year = "
      "?"
      " AND r.section_key = s.section_key WHERE s.assessment_id = ?"
      " AND (r.passed_version IS NULL OR r.passed_version < s.passes_since) LIMIT 1",
      attempt.account, attempt.slug, attempt.year, current.id);
  if (!missing.empty()) return;
  const AssessmentPassed pass{attempt.centre, attempt.account, attempt.slug,
                              attempt.year,   current.version, at};
  if (first_time(c, pass)) listener_.passed(c, pass);
}

bool AttemptStore::hand_in_overdue(db::Connection& c, AttemptId id) {
  const auto rows =
      c.exec("SELECT " ATTEMPT_COLUMNS " FROM attempt t WHERE t.id = ? AND t.handed_in_at IS NULL", id);
  if (rows.empty()) return false;
  const auto attempt = attempt_from(rows.front());
  if (!is_over(attempt.deadline_at, now(c))) return false;
  close_at_deadline(c, attempt);
  return true;
}

std::vector<access::AccountId> complete_without_pass(db::Connection& c, const assessments::Version& version) {
  std::vector<access::AccountId> people;
  for (const auto& row : c.exec("SELECT r.account_id" EXAMS_COMPLETE_WITHOUT_PASS
                                " GROUP BY r.account_id HAVING COUNT(*) = CAST(? AS BIGINT)",
                                version.id, version.slug, version.year, version.section_count)) {
    people.push_back(row.id<access::AccountId>(0));
  }
  return people;
}

std::size_t AttemptStore::complete_passes(db::Connection& c, const assessments::Version& version,
                                          std::span<const access::AccountId> people) {
  std::size_t count = 0;
  for (const auto account : people) {
    const auto rows = c.exec("SELECT r.centre_id, MAX(r.passed_at)" EXAMS_COMPLETE_WITHOUT_PASS
                             " AND r.account_id = ? GROUP BY r.centre_id HAVING COUNT(*) = CAST(? AS BIGINT)",
                             version.id, version.slug, version.year, account, version.section_count);
    if (rows.empty()) continue;
    const AssessmentPassed pass{rows[0].id<access::CentreId>(0),
                                account,
                                version.slug,
                                version.year,
                                version.version,
                                rows[0].instant(1)};
    if (!first_time(c, pass)) continue;
    listener_.passed(c, pass);
    ++count;
  }
  return count;
}

}  // namespace attempts
