#include "features/assessments/demo_content.h"

#include "base/embedded.h"

namespace assessments {

std::vector<SourceFile> demo_content() {
  std::vector<SourceFile> all;
  for (const auto& [name, text] : embedded::content()) all.emplace_back(std::string(name), std::string(text));
  return all;
}

}  // namespace assessments
