#include <fmt/format.h>

#include "features/progress/pages/addresses.h"
#include "features/progress/pages/pages.h"
#include "features/progress/person_progress.h"
#include "features/progress/status_words.h"
#include "html/page.h"
#include "html/paging.h"
#include "web/dispatcher.h"

namespace progress::pages {
namespace {

struct Loaded {
  PersonProgress progress;
  attempts::CertificateCodes certificates;
};

Loaded load(db::Connection& c, const web::Request& request, attempts::CertificateLinks* certificates) {
  const access::AccountId id{request.path_id("id")};
  auto progress = person_progress(c, request.actor(), id);
  if (!progress) throw web::Refused{base::Refusal::not_found()};
  return {std::move(*progress),
          certificates ? certificates->codes(c, request.actor(), id) : attempts::CertificateCodes{}};
}

void show_row(html::View::Part group, const accounts::Account& person, const attempts::AssessmentStanding& standing,
              const attempts::CertificateCodes& certificates) {
  auto row = group.add("ASSESSMENT");
  row.set("TITLE", standing.title).set("YEAR", standing.year);
  row.set("RESULT", result_words(standing));
  row.set("SECTIONS", sections_address(person.id, standing.slug, standing.current_year ? "" : standing.year));
  row.show_if("NOT_THEIRS", standing.current_year && !standing.takeable);
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

void show_group(html::View& view, std::string_view heading, bool current_year, const Loaded& loaded) {
  std::optional<html::View::Part> group;
  for (const auto& standing : loaded.progress.assessments) {
    if (standing.current_year != current_year) continue;
    if (!group) {
      group = view.add("GROUP");
      group->set("HEADING", heading);
    }
    show_row(*group, loaded.progress.person, standing, loaded.certificates);
  }
}

}  // namespace

web::Handler person(db::Database& database, attempts::CertificateLinks* certificates) {
  return [&database, certificates](const web::Request& request) {
    const auto loaded = database.read([&](db::Connection& c) { return load(c, request, certificates); });
    const auto& person = loaded.progress.person;
    html::View view("features/progress/pages/person.html");
    view.set("EMAIL", person.email).set("ROLE", person.centre_admin ? "Centre Admin" : access::title(person.role));
    show_group(view, "This year", true, loaded);
    show_group(view, "Earlier years", false, loaded);
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
  };
}

}  // namespace progress::pages
