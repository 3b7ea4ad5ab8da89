#include "features/progress/status_words.h"

#include <fmt/format.h>

namespace progress {

std::string_view words(attempts::Status status) {
  switch (status) {
    case attempts::Status::passed:
      return "Passed";
    case attempts::Status::started:
      return "Started";
    case attempts::Status::not_started:
      break;
  }
  return "Not Started";
}

std::string_view section_words(attempts::Status status) {
  switch (status) {
    case attempts::Status::passed:
      return "COMPLETED";
    case attempts::Status::started:
      return "STARTED";
    case attempts::Status::not_started:
      break;
  }
  return "NOT STARTED";
}

std::string result_words(const attempts::AssessmentStanding& standing) {
  return fmt::format("{}/{}", standing.sections_passed, standing.sections.size());
}

}  // namespace progress
