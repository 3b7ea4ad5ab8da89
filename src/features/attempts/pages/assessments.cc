#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "features/attempts/hand_in_due.h"
#include "features/attempts/pages/own_standing.h"
#include "features/attempts/pages/pages.h"
#include "html/list.h"
#include "html/page.h"

namespace attempts::pages {
namespace {

std::string next_words(const AssessmentStanding& standing) {
  const auto& sections = standing.sections;
  if (standing.status == Status::passed) {
    return standing.passed_at ? "Finished on " + base::british_date(*standing.passed_at) : "Finished";
  }
  const auto open = std::ranges::find_if(sections, [](const SectionStanding& s) {
    return s.open_attempt.has_value() && s.status != Status::passed;
  });
  if (open != sections.end()) return "Continue: " + open->section->title;
  const auto next =
      std::ranges::find_if(sections, [](const SectionStanding& s) { return s.status != Status::passed; });
  if (next == sections.end()) return "";
  return (next->failed_attempts > 0 ? "Try again: " : "Start: ") + next->section->title;
}

html::View::Part show_row(html::View::Part table, const OwnStanding& own, const std::string& href) {
  const auto& standing = own.standing;
  auto row = table.add("ASSESSMENT");
  row.set("HREF", href).set("TITLE", standing.title).set("YEAR", standing.year);
  row.set("RESULT", result_words(standing));
  row.set("RESULT_WORDS", fmt::format("{} of {} passed", standing.sections_passed,
                                      base::counted(standing.sections.size(), "section", "sections")));
  show_status(row, standing.status);
  show_certificate(row, own);
  return row;
}

void show_past(html::View& view, std::string_view heading, std::string_view words,
               const std::vector<OwnStanding>& standings) {
  if (standings.empty()) return;
  auto table = view.add("PAST");
  table.set("HEADING", heading).set("WORDS", words);
  for (const auto& own : standings) {
    const auto address = "/assessments/" + own.standing.slug;
    const bool earlier = !own.standing.current_year;
    auto row =
        show_row(table, own, earlier ? html::with_query(address, {}, "year", own.standing.year) : address);
    if (!earlier || own.standing.withdrawn_at) row.add("CLOSED").set("WHY", closed_words(own.standing));
  }
}

void show_hidden(html::View& view, const std::vector<OwnStanding>& hidden) {
  if (hidden.empty()) return;
  auto notice = view.add("HIDDEN");
  notice.set("COUNT", base::counted(hidden.size(), "assessment", "assessments"));
  notice.show(hidden.size() == 1 ? "ONE" : "MANY");
  for (const auto& own : hidden) {
    if (own.certificate.empty() || !own.standing.passed_at) continue;
    notice.add("KEPT_CERTIFICATE")
        .set("HREF", "/certificates/" + own.certificate + ".pdf")
        .set("DATE", base::british_date(*own.standing.passed_at));
  }
}

void show_nothing(html::View& view) {
  auto empty = view.include("EMPTY", "html/partials/empty.html");
  empty.set("TITLE", "There is no assessment for you now");
  empty.set("TEXT",
            "When there is one it is listed here. Your exams officer can tell you what you should take.");
}

}  // namespace

web::Response AttemptPages::assessments(const web::Request& request) {
  hand_in_due(database_, store_, request.actor());
  const auto all = database_.read(own_standings, request.actor(), certificates_);
  html::View view("features/attempts/pages/assessments.html");
  if (all.now.empty()) {
    show_nothing(view);
  } else {
    auto table = view.add("NOW");
    for (const auto& own : all.now) {
      auto row = show_row(table, own, "/assessments/" + own.standing.slug);
      row.set("NEXT", next_words(own.standing));
      row.show(own.standing.status == Status::passed ? "FINISHED" : "TO_DO");
    }
  }
  show_past(view, "Not open to you any more", "You can look at what you did and keep your certificates.",
            all.closed);
  show_past(view, "Earlier years",
            "What you did in years that are over. It does not count for this year, but you can look at it "
            "and keep your certificates.",
            all.earlier);
  show_hidden(view, all.hidden);
  return html::page(request, {.title = "Assessments", .menu = "/assessments"}, std::move(view));
}

}  // namespace attempts::pages
