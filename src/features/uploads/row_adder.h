// Adds the confirmed rows of uploads in the background: hashes their passwords on the heavy pool, one row a
// task and behind everything urgent, then creates all of them in one transaction with the upload's change of
// status, or none. Any thread.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/work_pool.h"
#include "db/database.h"
#include "features/uploads/upload.h"
#include "features/uploads/upload_store.h"

namespace uploads {

class RowAdder {
 public:
  // `held_by` names this process in the upload table. The others outlive it.
  RowAdder(db::Database&, base::WorkPool&, std::string held_by, const Kind&);
  // What is being hashed is given up: nothing of it is created, and its uploads say so.
  ~RowAdder();

  struct Work {
    UploadId upload;
    access::Actor actor;  // whoever uploaded and confirmed it
    std::optional<int> declaration_version;
    std::vector<ReadyRow> rows;  // at least one
    Report report;
  };
  void start(Work);

  struct Progress {
    std::size_t secured;
    std::size_t total;
  };
  std::optional<Progress> progress(UploadId) const;  // nothing when it is not at work on it
  void wait_until_idle();

 private:
  struct Job;
  void step(const std::shared_ptr<Job>&);
  void secure(Job&, std::size_t row);
  void finish(Job&);
  std::optional<Failure> add_rows(Job&);  // why not
  base::Result<void> add_all(db::Connection&, const Job&) const;
  void give_up(Job&, Failure);

  db::Database& database_;
  base::WorkPool& pool_;
  const std::string held_by_;
  const Kind& kind_;
  const UploadStore store_;
  std::atomic<bool> stopping_ = false;
  mutable std::mutex mutex_;
  std::condition_variable idle_;
  std::map<UploadId, std::shared_ptr<Job>> jobs_;
};

}  // namespace uploads
