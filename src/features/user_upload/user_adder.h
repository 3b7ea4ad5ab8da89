// Adds the confirmed rows of uploads in the background: hashes their passwords on the heavy pool, one row a task and
// behind everything urgent, then creates all of them in one transaction with the upload's change of status, or none.
// Any thread.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/work_pool.h"
#include "db/database.h"
#include "features/accounts/account_listener.h"
#include "features/user_upload/upload.h"
#include "features/user_upload/upload_check.h"

namespace user_upload {

class UserAdder {
 public:
  // `held_by` names this process in the upload table. The others outlive it.
  UserAdder(db::Database&, base::WorkPool&, std::string held_by, accounts::AccountListener* = nullptr);
  // What is being hashed is given up: nothing of it is created, and its uploads say so.
  ~UserAdder();

  struct Work {
    UploadId upload;
    access::Actor actor;  // whoever uploaded and confirmed it
    int declaration_version;
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
  std::optional<Failure> add_users(Job&);  // why not
  base::Result<void> add_all(db::Connection&, const Work&, std::span<const accounts::NewAccount>) const;
  void give_up(Job&, Failure);

  db::Database& database_;
  base::WorkPool& pool_;
  const std::string held_by_;
  accounts::AccountListener* const listener_;
  std::atomic<bool> stopping_ = false;
  mutable std::mutex mutex_;
  std::condition_variable idle_;
  std::map<UploadId, std::shared_ptr<Job>> jobs_;
};

}  // namespace user_upload
