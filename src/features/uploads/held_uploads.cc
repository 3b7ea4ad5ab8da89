#include "features/uploads/held_uploads.h"

#include <algorithm>
#include <map>

namespace uploads {

const HeldUploads::Held* HeldUploads::find(UploadId id) const {
  const auto at = std::ranges::find(held_, id, &Held::id);
  return at == held_.end() ? nullptr : &*at;
}

void HeldUploads::put(UploadId id, Uploader by, CheckedFile file, Clock::time_point now) {
  Held held{id,     by, now, file.ready.size() + file.problem_rows.size(), std::exchange(file.ready, {}),
            nullptr};
  held.problems = std::make_shared<const CheckedFile>(std::move(file));
  const std::lock_guard lock(mutex_);
  held_.push_back(std::move(held));
  make_room();
}

void HeldUploads::make_room() {
  const auto of_newest = [by = held_.back().by.account](const Held& held) { return held.by.account == by; };
  auto mine = static_cast<std::size_t>(std::ranges::count_if(held_, of_newest));
  while (mine-- > bounds_.uploads_a_person) held_.erase(std::ranges::find_if(held_, of_newest));
  std::size_t rows = 0;
  for (const Held& held : held_) rows += held.rows;
  while (rows > bounds_.rows && held_.size() > 1) {
    const auto going = next_to_go();
    rows -= going->rows;
    held_.erase(going);
  }
}

// The oldest of the centre that holds most, so that no centre pushes out another's; never the newest of all.
std::list<HeldUploads::Held>::iterator HeldUploads::next_to_go() {
  std::map<access::CentreId, std::size_t> rows;
  for (const Held& held : held_) rows[held.by.centre] += held.rows;
  const auto last = std::prev(held_.end());
  auto going = held_.begin();
  for (auto at = held_.begin(); at != last; ++at) {
    if (rows[at->by.centre] > rows[going->by.centre]) going = at;
  }
  return going;
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
