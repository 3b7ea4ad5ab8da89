#include "features/attempts/hand_in_due.h"

#include "base/log.h"

namespace attempts {
namespace {

constexpr std::size_t at_once = 100;

std::size_t hand_in(db::Database& database, AttemptStore& store, const std::vector<AttemptId>& ids) {
  std::size_t count = 0;
  for (const auto id : ids) {
    if (!database.write([&](db::Connection& c) { return store.hand_in_overdue(c, id); })) continue;
    ++count;
    base::log(base::LogLevel::info, "handed_in_at_deadline", {{"attempt", std::to_underlying(id)}});
  }
  return count;
}

}  // namespace

std::size_t hand_in_due(db::Database& database, AttemptStore& store) {
  std::size_t count = 0;
  for (;;) {
    const auto due = database.read([&](db::Connection& c) { return overdue(c, at_once); });
    count += hand_in(database, store, due);
    if (due.size() < at_once) return count;
  }
}

void hand_in_due(db::Database& database, AttemptStore& store, const access::Actor& actor) {
  hand_in(database, store, database.read([&](db::Connection& c) { return overdue_of(c, actor); }));
}

void Upkeep::run() {
  hand_in_due(database_, store_);
  complete_passes();
}

void Upkeep::complete_passes() {
  const auto versions = database_.read([](db::Connection& c) { return assessments::newest_of_each_year(c); });
  auto newest = seen_;
  for (const auto& version : versions) {
    const auto id = std::to_underlying(version.id);
    if (id <= seen_) continue;
    const auto told =
        database_.write([&](db::Connection& c) { return store_.complete_passes(c, version.slug, version.year); });
    if (told > 0) {
      base::log(base::LogLevel::info, "passes_completed_by_new_version",
                {{"assessment", id}, {"people", static_cast<std::int64_t>(told)}});
    }
    newest = std::max(newest, id);
  }
  seen_ = newest;
}

}  // namespace attempts
