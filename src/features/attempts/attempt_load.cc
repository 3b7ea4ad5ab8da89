// The part of attempt_store.h that reads.
#include "features/attempts/attempt_row.h"

namespace attempts {
namespace {

std::vector<AttemptId> ids(const db::Rows& rows) {
  std::vector<AttemptId> found;
  for (const auto& row : rows) found.push_back(row.id<AttemptId>(0));
  return found;
}

std::optional<base::Instant> last_saved(db::Connection& c, AttemptId id) {
  return c.exec("SELECT MAX(saved_at) FROM answer WHERE attempt_id = ?", id).front().maybe_instant(0);
}

std::optional<assessments::SectionSummary> section_now(db::Connection& c, const Attempt& attempt) {
  const auto newest = assessments::find_current(c, attempt.slug, attempt.year).value();
  for (auto& section : assessments::sections(c, newest.id)) {
    if (section.key == attempt.section_key) return std::move(section);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Paper> load(db::Connection& c, const access::Actor& actor, AttemptId id) {
  auto attempt = find(c, actor, id);
  if (!attempt) return std::nullopt;
  auto section = section_of(c, *attempt);
  order_options(section, attempt->option_seed);
  const auto summary = assessments::find_section(c, attempt->section).value();
  const auto at = reach(c, actor, *attempt);
  auto in_newest = section_now(c, *attempt);
  return Paper{.attempt = std::move(*attempt),
               .reach = at,
               .assessment = assessments::find_version(c, summary.assessment).value(),
               .position = summary.position,
               .section = std::move(section),
               .answers = saved_answers(c, id),
               .saved_at = last_saved(c, id),
               .section_now = std::move(in_newest),
               .now = c.now()};
}

std::vector<AttemptId> overdue(db::Connection& c, std::size_t limit) {
  return ids(c.exec(
      "SELECT id FROM attempt WHERE handed_in_at IS NULL AND deadline_at <= ? ORDER BY deadline_at LIMIT ?",
      c.now(), limit));
}

std::vector<AttemptId> overdue_of(db::Connection& c, const access::Actor& actor) {
  return ids(
      c.exec("SELECT id FROM attempt WHERE account_id = ? AND centre_id = ? AND handed_in_at IS NULL AND "
             "deadline_at <= ?",
             actor.account, actor.centre, c.now()));
}

}  // namespace attempts
