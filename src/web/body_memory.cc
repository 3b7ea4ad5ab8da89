#include "web/body_memory.h"

#include <algorithm>

namespace web {

BodyMemory::Share::Share(BodyMemory& memory, std::string_view address) : memory_(memory) {
  holders_.push_back({"address " + std::string(address), memory.limits_.of_one_address});
}

void BodyMemory::Share::belongs_to(std::int64_t account) {
  holders_.push_back({"person " + std::to_string(account), memory_.limits_.of_one_person});
}

bool BodyMemory::Share::has_room_for(std::size_t bytes) const {
  const std::scoped_lock lock(memory_.mutex_);
  return memory_.has_room(*this, bytes);
}

bool BodyMemory::Share::grow(std::size_t bytes) {
  if (bytes == 0) return true;
  const std::scoped_lock lock(memory_.mutex_);
  if (!memory_.has_room(*this, bytes)) return false;
  memory_.taken_ += bytes;
  for (const auto& holder : holders_) memory_.of_[holder.name] += bytes;
  held_ += bytes;
  return true;
}

void BodyMemory::Share::release() {
  if (held_ == 0) return;
  const std::scoped_lock lock(memory_.mutex_);
  memory_.taken_ -= held_;
  for (const auto& holder : holders_) {
    const auto found = memory_.of_.find(holder.name);
    found->second -= held_;
    if (found->second == 0) memory_.of_.erase(found);
  }
  held_ = 0;
}

bool BodyMemory::has_room(const Share& share, std::size_t bytes) const {
  if (bytes > limits_.all - taken_) return false;
  return std::ranges::all_of(share.holders_, [&](const Share::Holder& holder) {
    const auto found = of_.find(holder.name);
    const auto held = found == of_.end() ? 0 : found->second;
    return bytes <= holder.most - held;
  });
}

std::size_t BodyMemory::taken() const {
  const std::scoped_lock lock(mutex_);
  return taken_;
}

}  // namespace web
