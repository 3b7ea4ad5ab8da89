#include <random>

#include "db/errors.h"
#include "features/attempts/attempt_rows.h"
#include "features/visibility/may_take.h"

namespace attempts {
namespace {

using assessments::Version;

// No secret: it only orders options.
std::int64_t new_seed() {
  thread_local std::mt19937_64 random{std::random_device{}()};
  return static_cast<std::int64_t>(random() >> 1);
}

const Section* section_at(const Version& version, int position) {
  const auto& all = version.content->sections;
  if (position < 1 || static_cast<std::size_t>(position) > all.size()) return nullptr;
  return &all[static_cast<std::size_t>(position) - 1];
}

std::optional<Attempt> open_attempt(db::Connection& c, const access::Actor& actor, const Version& version,
                                    const Section& section) {
  const auto rows =
      c.exec("SELECT " ATTEMPT_COLUMNS
             " FROM attempt t WHERE t.account_id = ? AND t.centre_id = ? AND t.slug = ? AND t.year = ?"
             " AND t.section_key = ? AND t.handed_in_at IS NULL",
             actor.account, actor.centre, version.slug, version.year, section.key);
  return rows.empty() ? std::nullopt : std::optional(attempt_from(rows.front()));
}

std::optional<AttemptId> passing_attempt(db::Connection& c, const access::Actor& actor,
                                         const Version& version, const Section& section) {
  const auto rows = c.exec(
      "SELECT passed_attempt FROM section_result WHERE account_id = ? AND centre_id = ? AND slug = ? AND "
      "year = ?"
      " AND section_key = ? AND passed_version >= ?",
      actor.account, actor.centre, version.slug, version.year, section.key, section.passes_since);
  return rows.empty() ? std::nullopt : std::optional(rows.front().id<AttemptId>(0));
}

AttemptId insert(db::Connection& c, const access::Actor& actor, const Version& version,
                 const Section& section, base::Instant start) {
  const auto until = deadline(start, section.time_limit, visibility::extra_time_percent(c, actor));
  // A start at the same moment is a serialisation failure on PostgreSQL, and tried again; SQLite has one
  // writer.
  const auto rows = c.exec(
      "INSERT INTO attempt (centre_id, account_id, slug, year, section_key, version, section_id, "
      "option_seed, "
      "started_at,"
      " deadline_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (account_id, slug, year, section_key) WHERE handed_in_at IS NULL DO NOTHING RETURNING id",
      actor.centre, actor.account, version.slug, version.year, section.key, version.version, section.id,
      new_seed(), start, until);
  if (rows.empty()) throw db::Contended("two starts of one section at the same moment");
  const auto id = rows.front().id<AttemptId>(0);
  c.exec(
      "INSERT INTO section_result (account_id, centre_id, slug, year, section_key, started_at, open_attempt)"
      " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, slug, year, section_key)"
      " DO UPDATE SET open_attempt = excluded.open_attempt",
      actor.account, actor.centre, version.slug, version.year, section.key, start, id);
  return id;
}

std::string withdrawn_words(base::Instant at) {
  return "This assessment was withdrawn on " + base::british_date(at) +
         ": nobody can take it any more. What you did in it is kept.";
}

// What was begun on a version whose passes do not count any more: kept, but neither a pass nor a failure.
void set_aside(db::Connection& c, const Attempt& attempt, base::Instant at) {
  const auto marked = mark(version_of(c, attempt).content->at(attempt.section), saved_answers(c, attempt.id));
  c.exec("UPDATE attempt SET handed_in_at = ?, mark = ?, passed = 0 WHERE id = ? AND handed_in_at IS NULL",
         at, marked.mark, attempt.id);
}

}  // namespace

base::Result<AttemptId> AttemptStore::start(db::Connection& c, const access::Actor& actor,
                                            std::string_view slug, int position) {
  const auto version = assessments::find_current(c, slug);
  if (!version || !visibility::sees(c, actor, *version)) return base::refuse(base::Refusal::not_found());
  const auto* section = section_at(*version, position);
  if (section == nullptr) return base::refuse(base::Refusal::not_found());
  if (version->withdrawn_at)
    return base::refuse(base::Refusal::conflict(withdrawn_words(*version->withdrawn_at)));

  if (const auto open = open_attempt(c, actor, *version, *section)) {
    if (is_over(open->deadline_at, now(c))) {
      close_at_deadline(c, *open);
    } else if (open->version >= section->passes_since) {
      return open->id;
    } else {
      set_aside(c, *open, now(c));
    }
  }
  if (const auto passed = passing_attempt(c, actor, *version, *section)) return *passed;
  return insert(c, actor, *version, *section, now(c));
}

}  // namespace attempts
