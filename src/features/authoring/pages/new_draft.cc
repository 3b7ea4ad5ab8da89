#include "features/authoring/editing.h"
#include "features/authoring/pages/assessment_form.h"
#include "features/authoring/pages/assessment_words.h"
#include "features/authoring/pages/pages.h"
#include "web/dispatcher.h"

namespace authoring::pages {
namespace {

// Of the current academic year, where there is one.
assessments::Assessment empty_one(db::Connection& c) {
  assessments::Assessment content;
  if (const auto years = assessments::years(c); !years.empty()) content.year = years.front();
  return content;
}

std::vector<base::FieldError> missing(const assessments::Assessment& content) {
  std::vector<base::FieldError> errors;
  for (const auto& [place, message] : assessments::check(content)) {
    if (place.section < 0 && (place.field == "title" || place.field == "slug" || place.field == "year")) {
      errors.push_back({place.field, message});
    }
  }
  return errors;
}

}  // namespace

web::Response AssessmentPages::new_draft(const web::Request& request) {
  html::Form form(request, assessment_fields(database_.read(empty_one)));
  if (form.ready()) {
    auto content = typed_over({}, form);
    if (content.slug.empty()) content.slug = key_from(content.title, "");
    if (form.check(missing(content))) {
      const auto id = web::or_refuse(database_.write(add_draft, request.actor(), content));
      return web::Response::see_other(address(id, "/edit#sections"));
    }
  }
  return form.page({.title = "Write an assessment",
                    .menu = "/operator/assessments",
                    .width = "narrow",
                    .back_href = "/operator/assessments",
                    .back_label = "Assessments"},
                   {.button = "Save and go on", .cancel = "/operator/assessments"},
                   html::View("features/authoring/pages/new_draft.html"));
}

}  // namespace authoring::pages
