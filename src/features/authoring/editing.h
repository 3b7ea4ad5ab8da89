// What the editor does to an assessment besides typing: adding, moving, taking out. Pure; whatever is out of
// range changes nothing. Keys of what is added never change afterwards.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "features/assessments/assessment.h"

namespace authoring {

void add_section(assessments::Assessment&, std::string_view title);
void add_question(assessments::Section&);  // with two empty options
void add_option(assessments::Question&);

// "up", "down" or "delete"; anything else changes nothing.
template <class Items>
void rearrange(Items& items, std::size_t index, std::string_view how) {
  if (index >= items.size()) return;
  const auto at = items.begin() + static_cast<std::ptrdiff_t>(index);
  if (how == "up" && index > 0) std::iter_swap(at, at - 1);
  if (how == "down" && index + 1 < items.size()) std::iter_swap(at, at + 1);
  if (how == "delete") items.erase(at);
}

// "Before the exam" -> "before-the-exam"; `otherwise` where nothing of the text can stand in a key.
std::string key_from(std::string_view text, std::string_view otherwise);

// A published version as what its next one starts from: nobody has to take anything again unless it says so
// anew.
assessments::Assessment as_next(assessments::Assessment published);

}  // namespace authoring
