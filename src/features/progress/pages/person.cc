#include <fmt/format.h>

#include <functional>
#include <set>

#include "features/progress/pages/addresses.h"
#include "features/progress/pages/pages.h"
#include "features/progress/person_progress.h"
#include "html/list.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace progress::pages {
namespace {

struct Loaded {
  PersonProgress progress;
  attempts::CertificateCodes certificates;
};

Loaded load(db::Connection& c, const web::Request& request, attempts::CertificateLinks* certificates) {
  const access::AccountId id{request.path_id("id")};
  return {web::found(person_progress(c, request.actor(), id)),
          certificates ? certificates->codes(c, request.actor(), id) : attempts::CertificateCodes{}};
}

void show_row(html::View::Part group, const accounts::Account& person,
              const attempts::AssessmentStanding& standing, const attempts::CertificateCodes& certificates) {
  auto row = group.add("ASSESSMENT");
  row.set("TITLE", standing.title).set("YEAR", standing.year);
  row.set("RESULT", attempts::result_words(standing));
  row.set("SECTIONS", sections_address(person.id, standing.slug, standing.current_year ? "" : standing.year));
  if (standing.withdrawn_at) {
    row.add("WITHDRAWN").set("DAY", base::british_date(*standing.withdrawn_at));
  } else {
    row.show_if("NOT_THEIRS", standing.current_year && !standing.takeable);
  }
  switch (standing.status) {
    case attempts::Status::passed:
      row.show("PASSED");
      break;
    case attempts::Status::started:
      row.show("STARTED");
      break;
    case attempts::Status::not_started:
      row.show("NOT_STARTED");
      break;
  }
  const auto certificate = certificates.find({standing.slug, standing.year});
  if (certificate != certificates.end())
    row.add("CERTIFICATE").set("CODE", certificate->second).set("TITLE", standing.title);
}

using Belongs = std::function<bool(const attempts::AssessmentStanding&)>;

void show_group(html::View& view, std::string_view heading, std::string_view words, const Loaded& loaded,
                const Belongs& belongs) {
  std::optional<html::View::Part> group;
  for (const auto& standing : loaded.progress.assessments) {
    if (!belongs(standing)) continue;
    if (!group) {
      group = view.add("GROUP");
      group->set("HEADING", heading);
      if (!words.empty()) group->add("ABOUT").set("WORDS", words);
    }
    show_row(*group, loaded.progress.person, standing, loaded.certificates);
  }
}

// Of what this person took or may take, the newest first.
std::set<std::string, std::greater<>> years_of(const PersonProgress& progress) {
  std::set<std::string, std::greater<>> years;
  for (const auto& standing : progress.assessments) years.insert(standing.year);
  return years;
}

void show_years(html::View& view, const std::set<std::string, std::greater<>>& years,
                std::string_view chosen) {
  if (years.size() < 2) return;
  auto choice = view.add("YEARS");
  for (const auto& year : years) {
    choice.add("YEAR_OPTION").set("VALUE", year).show_if("SELECTED", year == chosen);
  }
}

void show_groups(html::View& view, const Loaded& loaded, std::string_view year) {
  using Standing = attempts::AssessmentStanding;
  if (!year.empty()) {
    show_group(view, year, "", loaded, [&](const Standing& each) { return each.year == year; });
    return;
  }
  show_group(view, "Current", "", loaded,
             [](const Standing& each) { return each.current_year && !each.withdrawn_at; });
  show_group(view, "Withdrawn", "Nobody can take these any more. What was done in them is kept.", loaded,
             [](const Standing& each) { return each.current_year && each.withdrawn_at; });
  show_group(view, "Earlier years",
             "Passes of earlier years stay as those years', and do not count for this one.", loaded,
             [](const Standing& each) { return !each.current_year; });
}

}  // namespace

web::Response ProgressPages::person(const web::Request& request) {
  const auto loaded = database_.read(load, request, certificates_);
  const auto& person = loaded.progress.person;
  html::View view("features/progress/pages/person.html");
  view.set("EMAIL", person.email).set("ROLE", access::title(person.role, person.centre_admin));
  const auto years = years_of(loaded.progress);
  const std::string year(request.query.get("year"));
  const auto chosen = years.contains(year) ? year : "";
  view.set("ADDRESS", person_address(person.id));
  show_years(view, years, chosen);
  show_groups(view, loaded, chosen);
  if (loaded.progress.assessments.empty()) {
    view.include("EMPTY", "html/partials/empty.html")
        .set("TITLE", "No assessments yet")
        .set("TEXT", fmt::format("There is no assessment that {} can take.", person.full_name()));
  }
  return html::page(request,
                    {.title = fmt::format("Progress of {}", person.full_name()),
                     .menu = "/users",
                     .back_href = "/users",
                     .back_label = "User Management"},
                    std::move(view));
}

}  // namespace progress::pages
