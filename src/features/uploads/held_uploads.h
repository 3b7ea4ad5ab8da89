// The rows of checked files, with their plain passwords, between the check and the adding: only in this
// process's memory, bounded in number and age, wiped when they go. Any thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "features/uploads/upload.h"
#include "features/uploads/upload_check.h"

namespace uploads {

class HeldUploads {
 public:
  using Clock = std::chrono::steady_clock;
  struct Bounds {
    std::chrono::minutes age{60};
    std::size_t rows = 60'000;  // of all together; whoever has most loses the oldest of theirs, by centre
    std::size_t uploads_a_person = 3;  // so that nobody pushes out everybody else's
  };

  HeldUploads() : HeldUploads(Bounds{}) {}
  explicit HeldUploads(Bounds bounds) : bounds_(bounds) {}

  struct Uploader {
    access::AccountId account;
    access::CentreId centre;
  };
  void put(UploadId, Uploader, CheckedFile, Clock::time_point now = Clock::now());

  bool holds_ready_rows(UploadId) const;
  std::vector<Values> ready_values(UploadId, std::size_t at_most) const;  // of the first of them
  // The ready rows, once: whoever has them adds them.
  std::optional<std::vector<ReadyRow>> take_ready_rows(UploadId);
  // What problems.xlsx is made of (its ready rows are not there); null when it is gone.
  std::shared_ptr<const CheckedFile> problems(UploadId) const;

  void forget_old(Clock::time_point now = Clock::now());

 private:
  struct Held {
    UploadId id;
    Uploader by;
    Clock::time_point since;
    std::size_t rows;
    std::optional<std::vector<ReadyRow>> ready;
    std::shared_ptr<const CheckedFile> problems;
  };
  const Held* find(UploadId) const;
  void make_room();
  std::list<Held>::iterator next_to_go();

  const Bounds bounds_;
  mutable std::mutex mutex_;
  std::list<Held> held_;  // oldest first
};

}  // namespace uploads
