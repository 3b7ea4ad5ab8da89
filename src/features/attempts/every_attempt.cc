#include "features/attempts/every_attempt.h"

#include "access/rules.h"

namespace attempts {

std::vector<AttemptRecord> attempts_after(db::Connection& c, const access::Actor& actor,
                                          const std::string& slug, const std::optional<AttemptRecord>& after,
                                          std::size_t limit) {
  if (!access::manages_users(actor)) return {};
  std::string sql =
      "SELECT id, account_id, slug, year, section_id, started_at, handed_in_at, timed_out, mark, passed"
      " FROM attempt WHERE centre_id = ?";
  std::vector<db::Value> args{actor.centre};
  if (!slug.empty()) {
    sql += " AND slug = ?";
    args.emplace_back(slug);
  }
  if (after) {
    sql += " AND (slug, year, section_id, id) > (?, ?, ?, ?)";
    for (db::Value value :
         {db::Value(after->slug), db::Value(after->year), db::Value(after->section), db::Value(after->id)}) {
      args.push_back(std::move(value));
    }
  }
  args.emplace_back(limit);
  std::vector<AttemptRecord> found;
  for (const auto& row : c.exec_values(sql + " ORDER BY slug, year, section_id, id LIMIT ?", args)) {
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

}  // namespace attempts
