#include <fmt/format.h>

#include <algorithm>

#include "features/attempts/pages/pages.h"
#include "features/attempts/pages/paper_page.h"
#include "features/attempts/pages/section_words.h"
#include "html/markdown.h"

namespace attempts::pages {
namespace {

const Chosen& chosen_for(const Paper& paper, const Question& question) {
  static const Chosen nothing;
  const auto found = paper.answers.find(question.id);
  return found == paper.answers.end() ? nothing : found->second;
}

void show_option(html::View::Part part, const Question& question, const assessments::Option& option,
                 const Chosen& chosen) {
  part.set("QUESTION", std::to_underlying(question.id)).set("OPTION", std::to_underlying(option.id));
  part.set("KIND", question.choose_many ? "checkbox" : "radio");
  part.show_if("CHOSEN", std::ranges::find(chosen, option.id) != chosen.end());
  html::include_safe_html(part, "OPTION_TEXT", html::inline_markdown(option.text));
}

void show_questions(html::View& view, const Paper& paper) {
  const auto count = paper.section.questions.size();
  for (std::size_t i = 0; i < count; ++i) {
    const auto& question = paper.section.questions[i];
    const auto& chosen = chosen_for(paper, question);
    const auto number = static_cast<std::int64_t>(i + 1);
    view.add("JUMP")
        .set("NUMBER", number)
        .show_if("ANSWERED", !chosen.empty())
        .show_if("OPEN", chosen.empty());
    auto part = view.add("QUESTIONS");
    part.set("NUMBER", number).set("COUNT", static_cast<std::int64_t>(count));
    part.set("QUESTION", std::to_underlying(question.id)).set("WAS", stored(chosen));
    part.set("HINT", question.choose_many ? "Choose all that apply." : "Choose one answer.");
    html::include_safe_html(part, "QUESTION_TEXT", html::inline_markdown(question.text));
    for (const auto& option : question.options) show_option(part.add("OPTIONS"), question, option, chosen);
  }
}

void show_reading(html::View& view, const Paper& paper) {
  if (paper.section.reading.empty()) return;
  auto part = view.add("READING");
  part.show_if("UNREAD", paper.answers.empty());
  html::include_safe_html(part, "READING_TEXT", html::markdown(paper.section.reading, 3));
}

void show_time(html::View& view, const Paper& paper) {
  if (!paper.attempt.deadline_at) return;
  const auto until = *paper.attempt.deadline_at;
  view.add("TIMED").set("ENDS", base::british_time(until)).set("WHOLE", whole_time_words(paper.attempt));
  view.add("COUNTDOWN").set("LEFT_MS", (until - paper.now).count()).set("ENDS", base::british_time(until));
}

web::Response questions(const web::Request& request, const Paper& paper) {
  html::View view("features/attempts/pages/take_section.html");
  view.set("ID", std::to_underlying(paper.attempt.id));
  view.set("KEEP", keep_name(paper.attempt));
  view.set("PASS_MARK", pass_mark_words(paper.section));
  show_time(view, paper);
  show_reading(view, paper);
  show_questions(view, paper);
  const auto count = paper.section.questions.size();
  view.set("COUNT", static_cast<std::int64_t>(count));
  view.set("ANSWERED_COUNT",
           static_cast<std::int64_t>(count - unanswered(paper.section, paper.answers).size()));
  if (paper.saved_at) {
    view.add("SAVED").set("SAVED_AT", base::british_time(*paper.saved_at));
  } else {
    view.show("NOTHING_SAVED");
  }
  view.show_if("JUST_SAVED", request.query.has("saved"));
  return html::page(request, head(paper, paper.section.title), std::move(view));
}

// Before handing in: what is not answered yet. Everything is saved by now.
web::Response confirmation(const web::Request& request, const Paper& paper,
                           const std::vector<std::size_t>& missing) {
  html::View view("features/attempts/pages/unanswered.html");
  view.set("ID", std::to_underlying(paper.attempt.id));
  view.set("COUNT", fmt::format("{} of {} {} no answer yet", missing.size(), paper.section.questions.size(),
                                missing.size() == 1 ? "questions has" : "questions have"));
  if (paper.attempt.deadline_at)
    view.add("TIMED").set("ENDS", base::british_time(*paper.attempt.deadline_at));
  for (const auto number : missing) {
    const auto& text = paper.section.questions[number - 1].text;
    auto part = view.add("MISSING");
    part.set("NUMBER", static_cast<std::int64_t>(number)).set("TEXT", html::plain_markdown(text));
  }
  auto page_head = head(paper, "Hand in with questions unanswered?");
  page_head.width = "narrow";
  page_head.back_href = address(paper.attempt.id);
  page_head.back_label = paper.section.title;
  return html::page(request, page_head, std::move(view));
}

}  // namespace

web::Response AttemptPages::take(const web::Request& request) {
  const auto paper = load_paper(database_, store_, request);
  if (auto away = out_of_reach(request, paper)) return std::move(*away);
  if (paper.handed_in()) return web::Response::see_other(address(paper.attempt.id, "/result"));
  const auto missing = unanswered(paper.section, paper.answers);
  if (request.query.has("unanswered") && !missing.empty()) return confirmation(request, paper, missing);
  return questions(request, paper);
}

}  // namespace attempts::pages
