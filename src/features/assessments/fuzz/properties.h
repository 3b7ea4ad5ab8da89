// What must hold for any bytes at all: the fuzzer searches for bytes where it does not, a test replays what
// it found.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "features/assessments/assessment_file.h"
#include "features/assessments/assessment_yaml.h"

namespace assessments {

// A file is refused with a line and words, or its export is read back as the same content.
inline void check_file(std::string_view bytes) {
  const auto content = read_file({"file", std::string(bytes)});
  if (!content) {
    for (const auto& problem : content.error()) {
      if (problem.line < 1 || problem.message.empty()) std::abort();
    }
    if (content.error().empty()) std::abort();
    return;
  }
  const auto again = read_file({"export", to_yaml(content->assessment)});
  if (!again || content_hash(again->assessment) != content_hash(content->assessment)) std::abort();
}

}  // namespace assessments
