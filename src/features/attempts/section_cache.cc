#include "features/attempts/section_cache.h"

#include <stdexcept>

namespace attempts {
namespace {

constexpr std::size_t most_kept = 500;  // more than all assessments have; a bound all the same

}  // namespace

std::shared_ptr<const assessments::Section> SectionCache::get(db::Connection& c,
                                                              const assessments::Version& version,
                                                              assessments::SectionId section) {
  const Key key{section, version.published_at};
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = kept_.find(key); found != kept_.end()) return found->second;
  }
  auto loaded = assessments::load_section(c, section);
  if (!loaded) throw std::logic_error("an attempt's section is not there");
  auto kept = std::make_shared<const assessments::Section>(std::move(*loaded));
  const std::lock_guard lock(mutex_);
  if (kept_.size() >= most_kept) kept_.clear();
  kept_.insert_or_assign(key, kept);
  return kept;
}

}  // namespace attempts
