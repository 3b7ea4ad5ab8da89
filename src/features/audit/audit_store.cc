#include "features/audit/audit_store.h"

#include <algorithm>

#include "access/rules.h"
#include "base/text.h"
#include "features/audit/details.h"

namespace audit {
namespace {

// A statement put together from literals, with the arguments that they want.
class Query {
 public:
  Query(std::string_view sql, db::Value value) : sql_(sql), values_{std::move(value)} {}

  void also(std::string_view sql, db::Value value) {
    sql_ += sql;
    values_.push_back(std::move(value));
  }

  db::Rows run(db::Connection& connection) const { return connection.exec_values(sql_, values_); }

 private:
  std::string sql_;
  std::vector<db::Value> values_;
};

Query matching(const access::Actor& actor, const Filter& filter) {
  Query query(
      "SELECT id, at, actor_name, action, subject_kind, subject_id, subject_name, details FROM audit_event "
      "WHERE centre_id = ?",
      actor.centre);
  if (!filter.action.empty()) query.also(" AND action = ?", filter.action);
  if (const auto key = base::search_key(filter.person); !key.empty()) {
    query.also(" AND search_key LIKE ? ESCAPE '\\'", base::like_pattern(key));
  }
  if (filter.from) query.also(" AND at >= ?", *filter.from);
  if (filter.until) query.also(" AND at < ?", *filter.until);
  return query;
}

Entry entry(const db::Row& row) {
  return {row.integer(0),
          row.instant(1),
          row.text(2),
          row.text(3),
          {row.text(4), row.maybe_integer(5), row.text(6)},
          details_from(row.text(7))};
}

db::Rows rows_at(db::Connection& connection, Query query, const Position& position, std::size_t limit) {
  using enum Position::Way;
  if (position.way == older_than) query.also(" AND id < ?", position.id);
  if (position.way == newer_than) query.also(" AND id > ?", position.id);
  query.also(position.way == newer_than ? " ORDER BY id ASC LIMIT ?" : " ORDER BY id DESC LIMIT ?", limit);
  return query.run(connection);
}

}  // namespace

EntryPage list(db::Connection& connection, const access::Actor& actor, const Filter& filter, const Position& position,
               std::size_t limit) {
  EntryPage page;
  if (!access::may_read_audit(actor)) return page;
  // One more than asked for tells whether there are others.
  auto rows = rows_at(connection, matching(actor, filter), position, limit + 1);
  const bool more = rows.size() > limit;
  if (more) rows.pop_back();
  const bool upwards = position.way == Position::Way::newer_than;
  page.newer = upwards ? more : position.way == Position::Way::older_than;
  page.older = upwards || more;
  std::ranges::transform(rows, std::back_inserter(page.entries), entry);
  if (upwards) std::ranges::reverse(page.entries);
  return page;
}

}  // namespace audit
