#include "features/authoring/pages/assessment_form.h"

#include <algorithm>
#include <array>

#include "features/authoring/pages/typed_text.h"
#include "html/form_view.h"

namespace authoring::pages {
namespace {

constexpr std::array roles{access::Role::exams_officer, access::Role::senior_leader,
                           access::Role::invigilator};

}  // namespace

assessments::Assessment typed_over(assessments::Assessment assessment, const web::Fields& fields) {
  const auto text = [&](const char* name) { return typed_text(fields, name); };
  assessment.slug = text("slug");
  assessment.title = text("title");
  assessment.year = text("year");
  assessment.summary = text("summary");
  assessment.valid_until = text("valid_until");
  assessment.audience.clear();
  const auto ticked = fields.all("audience");
  for (const auto role : roles) {
    if (std::ranges::find(ticked, access::code(role)) != ticked.end()) assessment.audience.push_back(role);
  }
  return assessment;
}

void show_assessment_fields(html::View::Part part, const assessments::Assessment& assessment,
                            std::span<const base::FieldError> errors) {
  auto fields = part.include("ASSESSMENT_FIELDS", "features/authoring/pages/assessment_fields.html");
  fields.set("SLUG", assessment.slug).set("TITLE", assessment.title).set("YEAR", assessment.year);
  fields.set("SUMMARY", assessment.summary).set("VALID_UNTIL", assessment.valid_until);
  for (const auto role : roles) {
    auto choice = fields.add("ROLE");
    choice.set("VALUE", access::code(role)).set("LABEL", access::title(role));
    choice.show_if("FIRST", role == roles.front()).show_if("TICKED", assessment.is_for(role));
  }
  html::show_errors(fields, errors);
}

}  // namespace authoring::pages
