#include "features/audit/audit_store.h"

#include <fmt/format.h>

#include <algorithm>

#include "access/rules.h"
#include "base/text.h"
#include "features/audit/details.h"

namespace audit {
namespace {

#define EXAMS_EVENT_COLUMNS \
  "e.id, e.at, e.actor_name, e.action, e.subject_kind, e.subject_id, e.subject_name, e.details"

bool may_read(const access::Actor& actor, Whose whose) {
  return whose == Whose::hub ? access::runs_hub(actor) : access::may_read_audit(actor);
}

db::Query events_in(access::CentreId centre) {
  return db::Query("SELECT " EXAMS_EVENT_COLUMNS
                   ", CAST(NULL AS TEXT), CAST(NULL AS TEXT) FROM audit_event e WHERE e.centre_id = ?",
                   centre);
}

// The Hub's events are few among those of all centres: CROSS JOIN, so that SQLite starts from them.
db::Query events_of(const access::Actor& actor, Whose whose) {
  if (whose == Whose::centre) return events_in(actor.centre);
  return db::Query(
      "SELECT " EXAMS_EVENT_COLUMNS
      ", h.centre_number, h.centre_name FROM hub_event h CROSS JOIN audit_event e WHERE e.id = h.event_id");
}

db::Query matching(const access::Actor& actor, Whose whose, const Filter& filter) {
  auto query = events_of(actor, whose);
  if (!filter.action.empty()) query.also(" AND e.action = ?", filter.action);
  query.search("e.search_key", filter.person);
  if (filter.from) query.also(" AND e.at >= ?", *filter.from);
  if (filter.until) query.also(" AND e.at < ?", *filter.until);
  return query;
}

Entry entry(const db::Row& row) {
  return {row.integer(0),
          row.instant(1),
          row.text(2),
          row.text(3),
          {row.text(4), row.maybe_integer(5), row.text(6)},
          details_from(row.text(7)),
          row.maybe_text(8).value_or(""),
          row.maybe_text(9).value_or("")};
}

db::Rows rows_at(db::Connection& connection, db::Query query, std::string_view id, const Position& position,
                 std::size_t limit) {
  using enum Position::Way;
  if (position.way == older_than) query.also(fmt::format(" AND {} < ?", id), position.id);
  if (position.way == newer_than) query.also(fmt::format(" AND {} > ?", id), position.id);
  query.also(fmt::format(" ORDER BY {} {} LIMIT ?", id, position.way == newer_than ? "ASC" : "DESC"), limit);
  return connection.exec(query);
}

db::Query about(const access::RecordScope& scope, std::span<const std::int64_t> certificates) {
  auto query = events_in(scope.centre);
  query.also(" AND (e.actor_id = ?", scope.person);
  query.also(" OR e.subject_kind = 'account' AND e.subject_id = ?", scope.person);
  for (const auto id : certificates)
    query.also(" OR e.subject_kind = 'certificate' AND e.subject_id = ?", id);
  query.also(")");
  return query;
}

// `id` is the event's id in the table that the query starts from.
EntryPage page_at(db::Connection& connection, db::Query query, std::string_view id, const Position& position,
                  std::size_t limit) {
  // One more than asked for tells whether there are others.
  auto rows = rows_at(connection, std::move(query), id, position, limit + 1);
  const bool more = rows.size() > limit;
  if (more) rows.pop_back();
  const bool upwards = position.way == Position::Way::newer_than;
  EntryPage page{.entries = {},
                 .newer = upwards ? more : position.way == Position::Way::older_than,
                 .older = upwards || more};
  std::ranges::transform(rows, std::back_inserter(page.entries), entry);
  if (upwards) std::ranges::reverse(page.entries);
  return page;
}

}  // namespace

EntryPage list(db::Connection& connection, const access::Actor& actor, Whose whose, const Filter& filter,
               const Position& position, std::size_t limit) {
  if (!may_read(actor, whose)) return {};
  return page_at(connection, matching(actor, whose, filter), whose == Whose::hub ? "h.event_id" : "e.id",
                 position, limit);
}

EntryPage list(db::Connection& connection, const access::RecordScope& scope,
               std::span<const std::int64_t> certificates, const Position& position, std::size_t limit) {
  return page_at(connection, about(scope, certificates), "e.id", position, limit);
}

}  // namespace audit
