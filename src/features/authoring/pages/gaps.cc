#include "features/authoring/pages/gaps.h"

#include <fmt/format.h>

#include "features/authoring/pages/assessment_words.h"

namespace authoring::pages {
namespace {

std::string where_to_fill(DraftId draft, const assessments::Place& place) {
  const auto page = place.section < 0 ? std::string("/edit") : fmt::format("/sections/{}", place.section + 1);
  return address(draft, page + "#" + field_id(place));
}

std::string words(const assessments::Place& place) {
  if (place.section < 0) return "The assessment";
  if (place.question < 0) return fmt::format("Section {}", place.section + 1);
  return fmt::format("Section {}, question {}", place.section + 1, place.question + 1);
}

}  // namespace

std::string field_id(const assessments::Place& place) {
  if (place.question < 0) return place.field.empty() || place.field == "key" ? "title" : place.field;
  if (place.option >= 0) return fmt::format("q{}_o{}_text", place.question + 1, place.option + 1);
  if (place.field == "explanation") return fmt::format("q{}_explanation", place.question + 1);
  if (place.field == "options" || place.field.empty()) return fmt::format("q{}_o1_text", place.question + 1);
  return fmt::format("q{}_text", place.question + 1);
}

void show_gaps(html::View::Part part, const Draft& draft, std::span<const assessments::Problem> problems) {
  if (problems.empty()) return;
  auto list = part.include("GAPS", "features/authoring/pages/gaps.html");
  for (const auto& [place, message] : problems) {
    list.add("GAP")
        .set("HREF", where_to_fill(draft.id, place))
        .set("WHERE", words(place))
        .set("WORDS", message);
  }
}

}  // namespace authoring::pages
