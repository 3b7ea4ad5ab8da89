#include "features/uploads/held_uploads.h"

#include <algorithm>

namespace uploads {

const HeldUploads::Held* HeldUploads::find(UploadId id) const {
  const auto at = std::ranges::find(held_, id, &Held::id);
  return at == held_.end() ? nullptr : &*at;
}

void HeldUploads::put(UploadId id, access::AccountId uploaded_by, CheckedFile file, Clock::time_point now) {
  Held held{
      id,     uploaded_by, now, file.ready.size() + file.problem_rows.size(), std::exchange(file.ready, {}),
      nullptr};
  held.problems = std::make_shared<const CheckedFile>(std::move(file));
  const std::lock_guard lock(mutex_);
  held_.push_back(std::move(held));
  make_room();
}

void HeldUploads::make_room() {
  const access::AccountId newest = held_.back().uploaded_by;
  auto mine = static_cast<std::size_t>(std::ranges::count(held_, newest, &Held::uploaded_by));
  while (mine-- > bounds_.uploads_a_person) held_.erase(std::ranges::find(held_, newest, &Held::uploaded_by));
  std::size_t rows = 0;
  for (const Held& held : held_) rows += held.rows;
  while (rows > bounds_.rows && held_.size() > 1) {
    rows -= held_.front().rows;
    held_.pop_front();
  }
}

bool HeldUploads::holds_ready_rows(UploadId id) const {
  const std::lock_guard lock(mutex_);
  const Held* held = find(id);
  return held && held->ready;
}

std::vector<Values> HeldUploads::ready_values(UploadId id, std::size_t at_most) const {
  const std::lock_guard lock(mutex_);
  std::vector<Values> first;
  const Held* held = find(id);
  if (!held || !held->ready) return first;
  for (const ReadyRow& ready : *held->ready) {
    if (first.size() == at_most) break;
    first.push_back(ready.row.values);
  }
  return first;
}

std::optional<std::vector<ReadyRow>> HeldUploads::take_ready_rows(UploadId id) {
  const std::lock_guard lock(mutex_);
  const auto at = std::ranges::find(held_, id, &Held::id);
  if (at == held_.end()) return {};
  return std::exchange(at->ready, std::nullopt);
}

std::shared_ptr<const CheckedFile> HeldUploads::problems(UploadId id) const {
  const std::lock_guard lock(mutex_);
  const Held* held = find(id);
  return held ? held->problems : nullptr;
}

void HeldUploads::forget_old(Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  std::erase_if(held_, [&](const Held& held) { return now - held.since > bounds_.age; });
}

}  // namespace uploads
