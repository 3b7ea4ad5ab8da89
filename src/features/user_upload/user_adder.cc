#include "features/user_upload/user_adder.h"

#include <algorithm>

#include "base/log.h"
#include "features/accounts/account_store.h"
#include "features/accounts/password.h"
#include "features/user_upload/upload_store.h"

namespace user_upload {
namespace {

constexpr std::chrono::seconds beat_every{2};

std::vector<Problem> taken_rows(db::Connection& connection, const access::Actor& actor,
                                const std::vector<ReadyRow>& rows) {
  std::vector<std::string> keys;
  for (const ReadyRow& row : rows) keys.push_back(accounts::email_key(row.person.email));
  const auto owners = accounts::email_owners(connection, actor, keys);
  std::vector<Problem> taken;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (owners[i].where == accounts::EmailOwner::Where::nobody) continue;
    const bool here = owners[i].where == accounts::EmailOwner::Where::this_centre;
    taken.push_back({rows[i].number, "Email", rows[i].person.email,
                     here ? owners[i].name + " is now a user of your centre with this email."
                          : "This email is now registered with the Hub."});
  }
  return taken;
}

}  // namespace

struct UserAdder::Job {
  explicit Job(Work w) : work(std::move(w)), hashes(work.rows.size()) {}

  Work work;
  std::vector<std::string> hashes;
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> secured = 0;
  std::atomic<std::size_t> at_work = 0;
  std::atomic<bool> broken = false;
  std::atomic<std::chrono::steady_clock::time_point> last_beat{std::chrono::steady_clock::now()};
};

UserAdder::UserAdder(db::Database& database, base::WorkPool& pool, std::string held_by,
                     accounts::AccountListener* listener)
    : database_(database), pool_(pool), held_by_(std::move(held_by)), listener_(listener) {}

UserAdder::~UserAdder() {
  stopping_ = true;
  wait_until_idle();
}

void UserAdder::start(Work work) {
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
void UserAdder::step(const std::shared_ptr<Job>& job) {
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

void UserAdder::secure(Job& job, std::size_t row) {
  try {
    job.hashes[row] = accounts::hash_password(job.work.rows[row].password.plain());
    job.work.rows[row].password = Secret();
    const std::size_t secured = ++job.secured;
    const auto now = std::chrono::steady_clock::now();
    auto last = job.last_beat.load();
    if (now - last < beat_every || !job.last_beat.compare_exchange_strong(last, now)) return;
    database_.write([&](db::Connection& c) { beat(c, job.work.actor, job.work.upload, held_by_, secured); });
  } catch (const base::Unavailable&) {
    // The next beat may get through; if none does, the last transaction will not either.
  } catch (const std::exception&) {
    job.broken = true;
  }
}

void UserAdder::finish(Job& job) {
  try {
    const auto failure = stopping_ || job.broken ? Failure::stopped : add_users(job);
    if (failure) give_up(job, *failure);
  } catch (const std::exception&) {
    // Nothing was created. Its row stays "adding" and silent, which every page reads as stopped.
    base::log(base::LogLevel::error, "upload.not_finished", {{"upload", std::to_underlying(job.work.upload)}});
  }
  const std::lock_guard lock(mutex_);
  jobs_.erase(job.work.upload);
  idle_.notify_all();
}

std::optional<Failure> UserAdder::add_users(Job& job) {
  const Work& work = job.work;
  std::vector<accounts::NewAccount> people;
  people.reserve(work.rows.size());
  for (std::size_t i = 0; i < work.rows.size(); ++i) {
    people.push_back({.person = work.rows[i].person,
                      .password_hash = std::move(job.hashes[i]),
                      .declaration_version = work.declaration_version});
  }
  try {
    const auto added = database_.write([&](db::Connection& c) { return add_all(c, work, people); });
    if (added) return {};
    return added.error().kind == base::Refusal::Kind::conflict ? Failure::taken : Failure::power;
  } catch (const db::UniqueViolation&) {  // registered while the transaction ran
    return Failure::taken;
  }
}

base::Result<void> UserAdder::add_all(db::Connection& connection, const Work& work,
                                      std::span<const accounts::NewAccount> people) const {
  const auto uploader = accounts::find(connection, work.actor, work.actor.account);
  if (!uploader || uploader->role != access::Role::exams_officer) return base::refuse(base::Refusal::forbidden({}));
  if (!finish_adding(connection, work.actor, work.upload, held_by_)) return base::refuse(base::Refusal::not_found());
  auto ids = accounts::add_many(connection, work.actor, people, listener_);
  if (!ids) return base::refuse(std::move(ids.error()));
  return {};
}

void UserAdder::give_up(Job& job, Failure failure) {
  const Work& work = job.work;
  database_.write([&](db::Connection& c) {
    Report report = work.report;
    if (failure == Failure::taken) report.taken = taken_rows(c, work.actor, work.rows);
    fail(c, work.actor, work.upload, held_by_, failure, report);
  });
}

std::optional<UserAdder::Progress> UserAdder::progress(UploadId id) const {
  const std::lock_guard lock(mutex_);
  const auto at = jobs_.find(id);
  if (at == jobs_.end()) return {};
  return Progress{at->second->secured, at->second->hashes.size()};
}

void UserAdder::wait_until_idle() {
  std::unique_lock lock(mutex_);
  idle_.wait(lock, [this] { return jobs_.empty(); });
}

}  // namespace user_upload
