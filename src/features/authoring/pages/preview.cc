#include "features/authoring/pages/preview.h"

#include <fmt/format.h>

#include "base/text.h"
#include "html/markdown.h"
#include "web/dispatcher.h"

namespace authoring::pages {
namespace {

struct Choice {
  std::size_t section;  // from 0
  bool answers;
};

std::string link(const std::string& path, std::size_t section, bool answers) {
  return fmt::format("{}?section={}{}", path, section + 1, answers ? "&answers=1" : "");
}

void show_jumps(html::View& view, const assessments::Assessment& assessment, const std::string& path,
                Choice choice) {
  for (std::size_t i = 0; i < assessment.sections.size(); ++i) {
    auto jump = view.add("SECTION");
    jump.set("HREF", link(path, i, choice.answers)).set("TITLE", assessment.sections[i].title);
    jump.show_if("CURRENT", i == choice.section);
  }
}

void show_question(html::View::Part part, const assessments::Question& question, std::size_t number,
                   bool answers) {
  part.set("NUMBER", static_cast<std::int64_t>(number));
  part.set("HINT", question.choose_many ? "Choose all that apply." : "Choose one answer.");
  html::include_safe_html(part, "QUESTION_TEXT", html::inline_markdown(question.text));
  for (const auto& option : question.options) {
    auto row = part.add("OPTION");
    row.set("KIND", question.choose_many ? "checkbox" : "radio")
        .set("NUMBER", static_cast<std::int64_t>(number));
    row.show_if("RIGHT", answers && option.correct);
    html::include_safe_html(row, "OPTION_TEXT", html::inline_markdown(option.text));
  }
  if (answers && !question.explanation.empty()) {
    html::include_safe_html(part.add("EXPLANATION"), "EXPLANATION_TEXT",
                            html::markdown(question.explanation, 4));
  }
}

void show_section(html::View& view, const assessments::Section& section, bool answers) {
  const auto count = section.questions.size();
  view.set("TITLE", section.title).set("DURATION", assessments::duration_words(section.time_limit));
  view.set("PASS_MARK",
           fmt::format("{} of {}", section.marks_needed(), base::counted(count, "question", "questions")));
  view.show_if("RETAKE", section.retake);
  view.set("COUNT", static_cast<std::int64_t>(count));
  if (!section.reading.empty()) {
    html::include_safe_html(view.add("READING"), "READING_TEXT", html::markdown(section.reading, 3));
  }
  for (std::size_t i = 0; i < count; ++i)
    show_question(view.add("QUESTION"), section.questions[i], i + 1, answers);
}

}  // namespace

web::Response preview(const web::Request& request, const assessments::Assessment& assessment,
                      const std::string& path, const html::PageHead& head) {
  if (assessment.sections.empty()) throw web::Refused{base::Refusal::not_found()};
  const auto last = static_cast<long>(assessment.sections.size());
  const auto asked = std::clamp(request.query.number("section", 1), 1L, last);
  const Choice choice{static_cast<std::size_t>(asked - 1), request.query.has("answers")};
  html::View view("features/authoring/pages/preview.html");
  html::include_safe_html(view.root(), "SUMMARY", html::markdown(assessment.summary));
  show_jumps(view, assessment, path, choice);
  show_section(view, assessment.sections.at(choice.section), choice.answers);
  view.set("ANSWERS_HREF", link(path, choice.section, !choice.answers));
  view.set("ANSWERS_LABEL", choice.answers ? "Hide the right answers" : "Show the right answers");
  return html::page(request, head, std::move(view));
}

}  // namespace authoring::pages
