#include "base/text.h"
#include "features/assessments/assessment_store.h"
#include "features/attempts/hub_standings.h"
#include "features/authoring/pages/assessment_words.h"
#include "features/authoring/pages/pages.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace authoring::pages {
namespace {

struct Loaded {
  assessments::Version newest;
  attempts::YearCount people;  // of its year
};

Loaded load(db::Connection& c, const web::Request& request) {
  auto newest = web::found(assessments::find_current(c, request.path_value("slug")));
  auto counts = attempts::year_counts(c, request.actor());
  const auto people = counts[{newest.slug, newest.year}];
  return {std::move(newest), people};
}

}  // namespace

web::Response AssessmentPages::withdraw_form(const web::Request& request) {
  const auto loaded = database_.read(load, request);
  const auto& newest = loaded.newest;
  if (newest.withdrawn_at) return web::Response::see_other(assessment_address(newest.slug));
  html::View view("features/authoring/pages/withdraw_assessment.html");
  view.set("TITLE", newest.title).set("YEAR", newest.year);
  view.set("ACTION", assessment_address(newest.slug, "/withdraw"))
      .set("BACK", assessment_address(newest.slug));
  view.set("PASSED", base::counted(loaded.people.passed, "person has", "people have"));
  view.set("UNDER_WAY", base::counted(loaded.people.under_way, "person has", "people have"));
  return html::page(request,
                    {.title = "Withdraw " + newest.title,
                     .menu = "/operator/assessments",
                     .width = "narrow",
                     .back_href = assessment_address(newest.slug),
                     .back_label = newest.title},
                    std::move(view));
}

web::Response AssessmentPages::withdraw(const web::Request& request) {
  const auto slug = request.path_value("slug");
  web::or_refuse(database_.write(assessments::withdraw, &request.actor(), slug));
  return web::Response::see_other(assessment_address(slug));
}

web::Response AssessmentPages::restore(const web::Request& request) {
  const auto slug = request.path_value("slug");
  web::or_refuse(database_.write(assessments::restore, &request.actor(), slug));
  return web::Response::see_other(assessment_address(slug, "?restored=1"));
}

}  // namespace authoring::pages
