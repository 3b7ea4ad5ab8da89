#include "features/uploads/row_adder.h"

#include <algorithm>

#include "base/log.h"
#include "features/accounts/password.h"

namespace uploads {
namespace {

constexpr std::chrono::seconds beat_every{2};

std::vector<Problem> taken_rows(db::Connection& connection, const access::Actor& actor, const Kind& kind,
                                const std::vector<ReadyRow>& ready) {
  std::vector<Row> rows;
  for (const ReadyRow& one : ready) rows.push_back(one.row);
  std::vector<Problem> problems;
  for (Taken& taken : kind.taken(connection, actor, rows)) {
    const Row& row = rows.at(taken.at);
    problems.push_back({row.number, std::string(kind.format().columns.at(taken.column).name),
                        row.values.at(taken.column), std::move(taken.what_happened)});
  }
  return problems;
}

}  // namespace

struct RowAdder::Job {
  explicit Job(Work w) : work(std::move(w)), hashes(work.rows.size()) {}

  Work work;
  std::vector<std::string> hashes;
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> secured = 0;
  std::atomic<std::size_t> at_work = 0;
  std::atomic<bool> broken = false;
  std::atomic<std::chrono::steady_clock::time_point> last_beat{std::chrono::steady_clock::now()};
};

RowAdder::RowAdder(db::Database& database, base::WorkPool& pool, std::string held_by, const Kind& kind)
    : database_(database), pool_(pool), held_by_(std::move(held_by)), kind_(kind), store_(kind.format()) {}

RowAdder::~RowAdder() {
  stopping_ = true;
  wait_until_idle();
}

void RowAdder::start(Work work) {
  auto job = std::make_shared<Job>(std::move(work));
  const std::size_t workers = std::min(pool_.threads(), job->work.rows.size());
  job->at_work = workers;
  {
    const std::lock_guard lock(mutex_);
    jobs_.emplace(job->work.upload, job);
  }
  for (std::size_t i = 0; i < workers; ++i) {
    if (pool_.try_submit([this, job] { step(job); }, base::WorkPool::Priority::background)) continue;
    // The pool is too busy for even one more: the others do it all, or nobody does.
    job->broken = true;
    if (--job->at_work == 0) finish(*job);
  }
}

// One row, then back to the end of the queue, so that whatever is urgent comes in between.
void RowAdder::step(const std::shared_ptr<Job>& job) {
  for (;;) {
    const std::size_t row = stopping_ || job->broken ? job->hashes.size() : job->next++;
    if (row >= job->hashes.size()) {
      if (--job->at_work == 0) finish(*job);
      return;
    }
    secure(*job, row);
    if (pool_.try_submit([this, job] { step(job); }, base::WorkPool::Priority::background)) return;
  }
}

void RowAdder::secure(Job& job, std::size_t row) {
  try {
    job.hashes[row] = accounts::hash_password(job.work.rows[row].password.plain());
    job.work.rows[row].password = Secret();
    const std::size_t secured = ++job.secured;
    const auto now = std::chrono::steady_clock::now();
    auto last = job.last_beat.load();
    if (now - last < beat_every || !job.last_beat.compare_exchange_strong(last, now)) return;
    database_.write(
        [&](db::Connection& c) { store_.beat(c, job.work.actor, job.work.upload, held_by_, secured); });
  } catch (const base::Unavailable&) {
    // The next beat may get through; if none does, the last transaction will not either.
  } catch (const std::exception&) {
    job.broken = true;
  }
}

void RowAdder::finish(Job& job) {
  try {
    const auto failure = stopping_ || job.broken ? Failure::stopped : add_rows(job);
    if (failure) give_up(job, *failure);
  } catch (const std::exception&) {
    // Nothing was created. Its row stays "adding" and silent, which every page reads as stopped.
    base::log(base::LogLevel::error, "upload.not_finished",
              {{"upload", std::to_underlying(job.work.upload)}});
  }
  const std::lock_guard lock(mutex_);
  jobs_.erase(job.work.upload);
  idle_.notify_all();
}

std::optional<Failure> RowAdder::add_rows(Job& job) {
  try {
    const auto added = database_.write([&](db::Connection& c) { return add_all(c, job); });
    if (added) return {};
    return added.error().kind == base::Refusal::Kind::conflict ? Failure::taken : Failure::power;
  } catch (const db::UniqueViolation&) {  // taken while the transaction ran
    return Failure::taken;
  }
}

base::Result<void> RowAdder::add_all(db::Connection& connection, const Job& job) const {
  const Work& work = job.work;
  if (!kind_.may_add(connection, work.actor)) return base::refuse(base::Refusal::forbidden({}));
  auto added = kind_.add(connection, work.actor, {work.declaration_version, work.rows, job.hashes});
  if (!added) return base::refuse(std::move(added.error()));
  Report report = work.report;
  report.added = std::move(*added);
  if (!store_.finish_adding(connection, work.actor, work.upload, held_by_, report))
    return base::refuse(base::Refusal::not_found());
  return {};
}

void RowAdder::give_up(Job& job, Failure failure) {
  const Work& work = job.work;
  database_.write([&](db::Connection& c) {
    Report report = work.report;
    if (failure == Failure::taken) report.taken = taken_rows(c, work.actor, kind_, work.rows);
    store_.fail(c, work.actor, work.upload, held_by_, failure, report);
  });
}

std::optional<RowAdder::Progress> RowAdder::progress(UploadId id) const {
  const std::lock_guard lock(mutex_);
  const auto at = jobs_.find(id);
  if (at == jobs_.end()) return {};
  return Progress{at->second->secured, at->second->hashes.size()};
}

void RowAdder::wait_until_idle() {
  std::unique_lock lock(mutex_);
  idle_.wait(lock, [this] { return jobs_.empty(); });
}

}  // namespace uploads
