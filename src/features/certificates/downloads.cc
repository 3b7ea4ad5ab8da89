#include "features/certificates/downloads.h"

namespace certificates {
namespace {

constexpr std::size_t longest_name = 64;

}  // namespace

Downloads::Key Downloads::key(access::AccountId account, std::string_view name) {
  return {account, std::string(name.substr(0, longest_name))};
}

std::shared_ptr<Download> Downloads::begin(access::AccountId account, std::string_view name,
                                           std::size_t total) {
  auto download = std::make_shared<Download>(total);
  const auto its_key = key(account, name);
  const std::lock_guard lock(mutex_);
  if (const auto before = entries_.find(its_key); before != entries_.end())
    by_age_.erase(before->second.number);
  entries_[its_key] = {download, next_};
  by_age_[next_++] = its_key;
  while (entries_.size() > most) {
    entries_.erase(by_age_.begin()->second);
    by_age_.erase(by_age_.begin());
  }
  return download;
}

std::shared_ptr<Download> Downloads::find(access::AccountId account, std::string_view name) const {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(key(account, name));
  return found == entries_.end() ? nullptr : found->second.download;
}

}  // namespace certificates
