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
    const auto due = database.read([&](db::Connection& c) { return overdue(c, store.now(c), at_once); });
    if (store.clock().doubted()) return count;
    const auto done = hand_in(database, store, due);
    count += done;
    if (due.size() < at_once || done == 0) return count;
  }
}

void hand_in_due(db::Database& database, AttemptStore& store, const access::Actor& actor) {
  const auto due = database.read([&](db::Connection& c) { return overdue_of(c, actor, store.now(c)); });
  if (store.clock().doubted()) return;
  try {
    hand_in(database, store, due);
  } catch (const std::exception& error) {
    base::log(base::LogLevel::error, "attempts.not_handed_in", {{"reason", std::string(error.what())}});
  }
}

void Upkeep::run(const std::stop_token& stop) {
  hand_in_due(database_, store_);
  complete_passes(stop);
}

void Upkeep::complete_passes(const std::stop_token& stop) {
  const auto versions = database_.read([](db::Connection& c) { return assessments::newest_of_each_year(c); });
  auto newest = seen_;
  for (const auto& version : versions) {
    const auto id = std::to_underlying(version.id);
    if (id <= seen_) continue;
    complete_passes(version, stop);
    if (stop.stop_requested()) return;
    newest = std::max(newest, id);
  }
  seen_ = newest;
}

// A few in each transaction: hundreds of thousands may be complete at once, and others want to write
// meanwhile.
void Upkeep::complete_passes(const assessments::Version& version, const std::stop_token& stop) {
  const auto people = database_.read(complete_without_pass, version);
  std::size_t told = 0;
  for (std::size_t start = 0; start < people.size() && !stop.stop_requested(); start += at_once) {
    const auto some = std::span(people).subspan(start, std::min(at_once, people.size() - start));
    told += database_.write([&](db::Connection& c) { return store_.complete_passes(c, version, some); });
  }
  if (told == 0) return;
  base::log(base::LogLevel::info, "passes_completed_by_new_version",
            {{"assessment", std::to_underlying(version.id)}, {"people", static_cast<std::int64_t>(told)}});
}

}  // namespace attempts
