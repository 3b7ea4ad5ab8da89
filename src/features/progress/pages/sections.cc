#include <fmt/format.h>

#include "base/text.h"
#include "features/progress/pages/addresses.h"
#include "features/progress/pages/pages.h"
#include "features/progress/person_progress.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace progress::pages {
namespace {

AssessmentProgress load(db::Connection& c, const web::Request& request) {
  return web::found(assessment_progress(c, request.actor(), access::AccountId{request.path_id("id")},
                                        std::string(request.path_value("slug")),
                                        std::string(request.query.get("year"))));
}

html::View::Part show_attempt(html::View::Part row, const accounts::Account& person,
                              const attempts::PastAttempt& attempt) {
  const auto handed_in = attempt.handed_in_at.value_or(attempt.started_at);
  auto line = row.add("ATTEMPT");
  line.set("MARK", fmt::format("{} / {}", attempt.mark, attempt.questions));
  line.show(attempt.passed ? "PASS" : "FAIL");
  line.set("HANDED_IN", base::british_date_time(handed_in));
  line.set("ANSWERS", answers_address(person.id, attempt.id));
  line.show_if("TIMED_OUT", attempt.timed_out);
  return line;
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

void show_section(html::View& view, const accounts::Account& person, const SectionProgress& section) {
  const auto& standing = section.standing;
  const auto& content = *standing.section;
  auto row = view.add("SECTION");
  row.set("POSITION", static_cast<std::int64_t>(content.position)).set("TITLE", content.title);
  row.set("TYPE", content.time_limit ? "Timed" : "Untimed");
  if (content.time_limit) {
    row.add("TIMED").set("DURATION", assessments::duration_words(*content.time_limit));
  }
  row.set("QUESTIONS", static_cast<std::int64_t>(content.questions.size()));
  row.set("STATUS", section_words(standing.status));
  for (const auto& attempt : section.attempts) {
    const bool counts = std::to_underlying(attempt.id) == standing.passed_attempt;
    auto line = show_attempt(row, person, attempt);
    line.show_if("NOT_COUNTING", attempt.passed && !counts);
    if (counts && standing.failed_attempts > 0) {
      line.add("FAILED")
          .set("COUNT", base::thousands(standing.failed_attempts))
          .set("WORDS", standing.failed_attempts == 1 ? "failed attempt" : "failed attempts");
    }
  }
  if (section.open_since) row.add("OPEN").set("SINCE", base::british_date_time(*section.open_since));
}

void show_former(html::View& view, const AssessmentProgress& progress) {
  if (progress.former.empty()) return;
  auto box = view.add("FORMER");
  for (const auto& section : progress.former) {
    auto row = box.add("FORMER_SECTION");
    row.set("TITLE", section.title);
    for (const auto& attempt : section.attempts) show_attempt(row, progress.person, attempt);
  }
}

}  // namespace

web::Response ProgressPages::sections(const web::Request& request) {
  const auto progress = database_.read(load, request);
  html::View view("features/progress/pages/sections.html");
  view.set("NAME", progress.person.full_name()).set("YEAR", progress.assessment.year);
  view.set("STATUS_NOW", fmt::format("{} {}", attempts::words(progress.assessment.status),
                                     attempts::result_words(progress.assessment)));
  if (!progress.assessment.current_year) view.add("EARLIER_YEAR").set("OF", progress.assessment.year);
  if (progress.assessment.withdrawn_at) {
    view.add("WITHDRAWN").set("DAY", base::british_date(*progress.assessment.withdrawn_at));
  }
  for (const auto& section : progress.sections) show_section(view, progress.person, section);
  show_former(view, progress);
  return html::page(request,
                    {.title = progress.assessment.title,
                     .menu = "/users",
                     .back_href = person_address(progress.person.id),
                     .back_label = fmt::format("Progress of {}", progress.person.full_name())},
                    std::move(view));
}

}  // namespace progress::pages
