#include "db/sqlite_writer.h"

#include <utility>

#include "db/errors.h"

namespace db {

namespace {

// Bounds how long the first of a batch waits for the last.
constexpr std::size_t most_in_a_batch = 64;

struct SetBack {
  SqliteConnection& connection;
  ~SetBack() { connection.forget_failure(); }
};

}  // namespace

SqliteWriter::SqliteWriter(std::string path, std::atomic<std::uint64_t>& executed)
    : path_(std::move(path)), executed_(executed), between_processes_(path_ + "-writer") {
  const std::lock_guard lock(between_processes_);
  connection_ = std::make_unique<SqliteConnection>(path_, SqliteMode::writer, executed_);
}

void SqliteWriter::write(const Work& work) {
  Waiting me{work};
  std::unique_lock lock(mutex_);
  queue_.push_back(&me);
  me.woken.wait(lock, [&] { return me.done || (!led_ && queue_.front() == &me); });
  if (!me.done) {
    led_ = true;
    const Batch batch = next_batch();
    lock.unlock();
    run(batch);
    lock.lock();
    led_ = false;
    for (Waiting* one : batch) {
      one->done = true;
      if (one != &me) one->woken.notify_one();
    }
    if (!queue_.empty()) queue_.front()->woken.notify_one();
  }
  lock.unlock();
  if (me.failure) std::rethrow_exception(me.failure);
}

std::size_t SqliteWriter::waiting() {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

SqliteWriter::Batch SqliteWriter::next_batch() {
  const auto size = static_cast<std::ptrdiff_t>(std::min(queue_.size(), most_in_a_batch));
  const Batch batch(queue_.begin(), queue_.begin() + size);
  queue_.erase(queue_.begin(), queue_.begin() + size);
  return batch;
}

void SqliteWriter::run(const Batch& batch) {
  try {
    const std::lock_guard lock(between_processes_);
    begin();
    for (Waiting* one : batch) run_one(*one);
    commit();
  } catch (...) {
    give_up(batch);
  }
}

void SqliteWriter::begin() {
  if (!connection_) connection_ = std::make_unique<SqliteConnection>(path_, SqliteMode::writer, executed_);
  connection_->control("BEGIN IMMEDIATE");
}

void SqliteWriter::run_one(Waiting& one) {
  SqliteConnection& connection = *connection_;
  connection.control("SAVEPOINT one");
  const SetBack at_the_end{connection};
  try {
    bool keep = one.work(connection);
    if (keep && connection.failed())
      throw std::logic_error("a statement failed, yet its write was to be committed");
    if (keep && connection.has_unmet_foreign_keys())
      throw ForeignKeyViolation("a deferred foreign key is not met");
    if (!keep) connection.control("ROLLBACK TO one");
  } catch (...) {
    one.failure = std::current_exception();
    if (!connection.in_transaction()) throw Unreachable("the database ended the transaction by itself");
    connection.control("ROLLBACK TO one");
  }
  connection.control("RELEASE one");
}

void SqliteWriter::commit() {
  connection_->control("COMMIT");
  ++commits_;
}

// Nothing of the batch was kept: whoever has no reason of its own hears this one.
void SqliteWriter::give_up(const Batch& batch) {
  const std::exception_ptr reason = std::current_exception();
  for (Waiting* one : batch)
    if (!one->failure) one->failure = reason;
  try {
    if (connection_ && connection_->in_transaction()) connection_->control("ROLLBACK");
  } catch (...) {
    connection_.reset();
  }
  try {
    std::rethrow_exception(reason);
  } catch (const Contended&) {
    return;  // the connection is as good as before
  } catch (...) {
    connection_.reset();
  }
}

}  // namespace db
