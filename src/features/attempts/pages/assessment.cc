#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "features/attempts/hand_in_due.h"
#include "features/attempts/pages/own_standing.h"
#include "features/attempts/pages/pages.h"
#include "features/visibility/may_take.h"
#include "html/markdown.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace attempts::pages {
namespace {

struct Shown {
  OwnStanding own;
  int extra_percent = 0;
  bool newer = false;  // of an earlier year, and there is this year's to take
};

// The person's own of this address: this year's where no year is said. What they may not see is not there.
std::optional<OwnStanding> find_own(OwnStandings all, std::string_view slug, std::string_view year) {
  for (auto* list : {&all.now, &all.closed, &all.earlier}) {
    for (auto& own : *list) {
      if (own.standing.slug == slug &&
          (year.empty() ? own.standing.current_year : own.standing.year == year)) {
        return std::move(own);
      }
    }
  }
  return std::nullopt;
}

std::optional<Shown> load(db::Connection& c, const web::Request& request, CertificateLinks* certificates) {
  const auto& actor = request.actor();
  auto all = own_standings(c, actor, certificates);
  const bool takeable = std::ranges::any_of(
      all.now, [&](const OwnStanding& own) { return own.standing.slug == request.path_value("slug"); });
  auto own = find_own(std::move(all), request.path_value("slug"), request.query.get("year"));
  if (!own) return std::nullopt;
  const bool newer = takeable && !own->standing.current_year;
  return Shown{
      .own = std::move(*own), .extra_percent = visibility::extra_time_percent(c, actor), .newer = newer};
}

void show_duration(html::View::Part row, const assessments::Section& section, int extra_percent) {
  if (!section.time_limit) {
    row.set("TYPE", "Untimed").set("DURATION", "No limit");
    return;
  }
  const auto own = *section.time_limit * (100 + extra_percent) / 100;
  row.set("TYPE", "Timed").set("DURATION", assessments::duration_words(own));
  row.show_if("EXTRA", extra_percent > 0);
}

std::string attempts_words(const SectionStanding& section) {
  const bool passed = section.status == Status::passed;
  const auto failed = section.failed_attempts;
  if (!passed && failed == 0) return section.open_attempt ? "1 open" : "None";
  if (failed == 0) return "1 passed";
  return passed ? fmt::format("1 passed, {} failed", failed) : fmt::format("{} failed", failed);
}

void show_action(html::View::Part row, const SectionStanding& section, bool takeable) {
  if (section.status == Status::passed) {
    if (section.passed_attempt) {
      row.add("READ_AGAIN").set("HREF", fmt::format("/attempts/{}/result", *section.passed_attempt));
    }
  } else if (takeable) {
    auto start = row.add("START");
    start.set("LABEL", section.open_attempt          ? "Continue"
                       : section.failed_attempts > 0 ? "Try again"
                                                     : "Start");
    start.show_if("STRONG", section.open_attempt.has_value());
  }
}

void show_section(html::View& view, const Shown& shown, const SectionStanding& standing) {
  const auto& section = *standing.section;
  auto row = view.add("SECTION");
  row.set("SLUG", shown.own.standing.slug).set("N", static_cast<std::int64_t>(section.position));
  row.set("TITLE", section.title).set("QUESTIONS", static_cast<std::int64_t>(section.questions.size()));
  row.set("ATTEMPTS", attempts_words(standing));
  show_duration(row, section, shown.extra_percent);
  show_status(row, standing.status);
  show_action(row, standing, shown.own.standing.takeable);
}

std::string passed_words(const AssessmentStanding& standing) {
  return fmt::format("{} of {} passed", standing.sections_passed,
                     base::counted(standing.sections.size(), "section", "sections"));
}

}  // namespace

web::Response AttemptPages::assessment(const web::Request& request) {
  hand_in_due(database_, store_, request.actor());
  const auto shown = database_.read(load, request, certificates_);
  if (!shown) throw web::Refused{base::Refusal::not_found()};
  const auto& standing = shown->own.standing;

  html::View view("features/attempts/pages/assessment.html");
  html::include_safe_html(view.root(), "SUMMARY", html::markdown(standing.content->summary));
  view.set("YEAR", standing.year).set("PASSED", passed_words(standing));
  show_status(view.root(), standing.status);
  show_certificate(view.root(), shown->own);
  if (!standing.current_year) {
    auto notice = view.add("EARLIER_YEAR");
    if (shown->newer) notice.add("NEWER").set("SLUG", standing.slug);
  } else if (standing.takeable) {
    view.show("TAKEABLE");
  } else {
    view.add("CLOSED").set("WHY", closed_words(standing));
  }
  for (const auto& section : standing.sections) show_section(view, *shown, section);
  return html::page(request,
                    {.title = standing.title,
                     .menu = "/assessments",
                     .back_href = "/assessments",
                     .back_label = "Assessments"},
                    std::move(view));
}

}  // namespace attempts::pages
