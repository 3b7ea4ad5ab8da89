#include <fmt/format.h>

#include <algorithm>

#include "features/progress/pages/addresses.h"
#include "features/progress/pages/pages.h"
#include "features/progress/pages/picture.h"
#include "features/progress/person_progress.h"
#include "html/markdown.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace progress::pages {
namespace {

using attempts::Question;

// Nobody sees somebody's answers without its being kept in the audit.
PersonAnswers look(db::Database& database, const web::Request& request) {
  auto found =
      web::found(database.read(progress::answers, request.actor(), access::AccountId{request.path_id("id")},
                               attempts::AttemptId{request.path_id("attempt")}));
  database.write(record_look, request.actor(), found);
  return found;
}

attempts::Chosen chosen_for(const attempts::HandedIn& handed_in, const Question& question) {
  const auto found = handed_in.answers.find(question.id);
  return found == handed_in.answers.end() ? attempts::Chosen{} : found->second;
}

Shares shares(const attempts::HandedIn& handed_in) {
  const auto questions = handed_in.section.questions.size();
  const auto not_right = attempts::not_right(handed_in.section, handed_in.answers).size();
  const auto unanswered = attempts::unanswered(handed_in.section, handed_in.answers).size();
  return {.right = questions - not_right, .wrong = not_right - unanswered, .unanswered = unanswered};
}

void show_result(html::View& view, const PersonAnswers& looked_at) {
  const auto& attempt = looked_at.handed_in.attempt;
  const auto handed_in_at = attempt.handed_in_at.value();
  view.set("NAME", looked_at.person.full_name());
  view.set("ASSESSMENT", fmt::format("{} {}", looked_at.handed_in.assessment.title, attempt.year));
  view.set("SECTION",
           fmt::format("{}. {}", looked_at.handed_in.section.position, looked_at.handed_in.section.title));
  view.set("MARK", fmt::format("{} / {}", attempt.mark, looked_at.handed_in.section.questions.size()));
  view.show(attempt.passed ? "PASS" : "FAIL");
  view.set("STARTED", base::british_date_time(attempt.started_at));
  view.set("HANDED_IN", base::british_date_time(handed_in_at));
  view.show_if("TIMED_OUT", attempt.timed_out);
}

// The right options only where the section was passed: whoever looks may have it still to take.
void show_question(html::View& view, std::size_t number, const Question& question,
                   const attempts::Chosen& chosen, bool tell_right) {
  auto part = view.add("QUESTION");
  part.set("NUMBER", static_cast<std::int64_t>(number));
  part.show(chosen.empty() ? "UNANSWERED" : attempts::is_right(question, chosen) ? "RIGHT" : "WRONG");
  html::include_safe_html(part, "QUESTION_TEXT", html::inline_markdown(question.text));
  for (const auto& option : question.options) {
    const bool is_chosen = std::ranges::find(chosen, option.id) != chosen.end();
    auto line = part.add("OPTION");
    line.show(is_chosen ? "CHOSEN" : "NOT_CHOSEN");
    line.show_if("RIGHT_OPTION", tell_right && option.correct);
    html::include_safe_html(line, "OPTION_TEXT", html::inline_markdown(option.text));
  }
}

}  // namespace

web::Response ProgressPages::answers(const web::Request& request) {
  const auto looked_at = look(database_, request);
  const auto& handed_in = looked_at.handed_in;
  html::View view("features/progress/pages/answers.html");
  show_result(view, looked_at);
  show_picture(view.root(), shares(handed_in));
  view.show_if("NOT_TOLD", !handed_in.attempt.passed);
  for (std::size_t i = 0; i < handed_in.section.questions.size(); ++i) {
    const auto& question = handed_in.section.questions[i];
    show_question(view, i + 1, question, chosen_for(handed_in, question), handed_in.attempt.passed);
  }
  return html::page(
      request,
      {.title = "Questions answered",
       .menu = "/users",
       .width = "narrow",
       .back_href = sections_address(looked_at.person.id, handed_in.attempt.slug, handed_in.attempt.year),
       .back_label = fmt::format("Sections of {}", looked_at.person.full_name())},
      std::move(view));
}

}  // namespace progress::pages
