#include "features/authoring/editing.h"
#include "features/authoring/pages/assessment_form.h"
#include "features/authoring/pages/pages.h"
#include "features/authoring/pages/assessment_words.h"
#include "html/form_view.h"
#include "html/page.h"

namespace authoring::pages {
namespace {

// The current academic year, where there is one.
std::string latest_year(db::Database& database) {
  const auto all = database.read([](db::Connection& c) { return assessments::years(c); });
  return all.empty() ? "" : all.front();
}

web::Response show(const web::Request& request, const assessments::Assessment& content,
                   std::span<const base::FieldError> errors) {
  html::View view("features/authoring/pages/new_draft.html");
  show_assessment_fields(view.root(), content, errors);
  html::show_errors(view.root(), errors);
  return html::page(request,
                    {.title = "Write an assessment",
                     .menu = "/operator/assessments",
                     .status = errors.empty() ? 200 : 422,
                     .width = "narrow",
                     .back_href = "/operator/assessments",
                     .back_label = "Assessments"},
                    std::move(view));
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

web::Response AssessmentPages::new_draft_form(const web::Request& request) {
  assessments::Assessment content;
  content.year = latest_year(database_);
  return show(request, content, {});
}

web::Response AssessmentPages::new_draft(const web::Request& request) {
  auto content = typed_over({}, request.form().fields);
  if (content.slug.empty()) content.slug = key_from(content.title, "");
  if (const auto errors = missing(content); !errors.empty()) return show(request, content, errors);
  const auto id = database_.write([&](db::Connection& c) { return add_draft(c, request.actor(), content); });
  return web::Response::see_other(address(id, "/edit#sections"));
}

}  // namespace authoring::pages
