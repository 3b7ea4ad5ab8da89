#include <fmt/format.h>

#include <algorithm>

#include "features/assessments/assessment_rules.h"
#include "features/authoring/editing.h"
#include "features/authoring/pages/assessment_form.h"
#include "features/authoring/pages/assessment_words.h"
#include "features/authoring/pages/command.h"
#include "features/authoring/pages/gaps.h"
#include "features/authoring/pages/pages.h"
#include "web/dispatcher.h"

namespace authoring::pages {
namespace {

using Kind = html::Field::Kind;

constexpr long most_options = static_cast<long>(assessments::max_options);
constexpr long most_questions = static_cast<long>(assessments::max_questions);

// From 0.
std::size_t section_in(const web::Request& request, const Draft& draft) {
  const auto number = request.path_id("n");
  if (number < 1 || number > std::ssize(draft.content.sections))
    throw web::Refused{base::Refusal::not_found()};
  return static_cast<std::size_t>(number - 1);
}

std::vector<assessments::Problem> problems_in(const Draft& draft, std::size_t index) {
  auto problems = draft.problems();
  std::erase_if(problems, [&](const auto& one) { return one.place.section != static_cast<int>(index); });
  return problems;
}

std::string own_address(const Draft& draft, std::size_t index, std::string_view rest = {}) {
  return address(draft.id, fmt::format("/sections/{}{}", index + 1, rest));
}

assessments::Question typed_question(const web::Fields& fields, long number) {
  const auto text = [&](std::string_view field) {
    return typed_text(fields.get(fmt::format("q{}_{}", number, field)));
  };
  assessments::Question question;
  question.key = text("key");
  question.text = text("text");
  question.explanation = text("explanation");
  question.choose_many = text("choose") == "many";
  const auto ticked = fields.all(fmt::format("q{}_correct", number));
  const auto count = fields.number(fmt::format("q{}_options", number), 0, most_options);
  for (long option = 1; option <= count; ++option) {
    question.options.push_back(
        {{},
         text(fmt::format("o{}_text", option)),
         std::ranges::find(ticked, std::string_view(fmt::to_string(option))) != ticked.end()});
  }
  return question;
}

std::vector<assessments::Question> typed_questions(const web::Fields& fields) {
  std::vector<assessments::Question> questions;
  const auto count = fields.number("questions", 0, most_questions);
  for (long number = 1; number <= count; ++number) questions.push_back(typed_question(fields, number));
  return questions;
}

html::Field question_field(const std::vector<assessments::Question>& all, std::size_t index) {
  return {.name = fmt::format("question-{}", index + 1),
          .kind = Kind::view,
          .view = "features/authoring/pages/edit_question.html",
          .fill = [&all, index](html::View::Part part) {
            const auto& question = all[index];
            const auto number = static_cast<std::int64_t>(index + 1);
            part.set("Q", number).set("KEY", question.key).set("TEXT", question.text);
            part.set("OPTIONS", static_cast<std::int64_t>(question.options.size()));
            part.set("EXPLANATION", question.explanation).show_if("MANY", question.choose_many);
            part.show_if("NOT_FIRST", index > 0).show_if("NOT_LAST", index + 1 < all.size());
            for (std::size_t i = 0; i < question.options.size(); ++i) {
              auto row = part.add("OPTION");
              row.set("Q", number).set("O", static_cast<std::int64_t>(i + 1));
              row.set("TEXT", question.options[i].text).show_if("CORRECT", question.options[i].correct);
            }
          }};
}

// The questions are those to be shown: as typed, or as saved.
std::vector<html::Field> section_fields(const Draft& draft, const assessments::Section& section,
                                        const std::vector<assessments::Question>& questions) {
  std::vector<html::Field> fields{
      html::version_field(draft.version),
      {.name = "questions", .kind = Kind::hidden, .value = fmt::to_string(questions.size())},
      enter_saves(),
      {.name = "title", .label = "Title", .required = true, .most = 300, .value = section.title},
      {.name = "time_limit",
       .label = "Time limit",
       .hint = "20m, 1h or 1h30m. Empty: untimed.",
       .width = "short",
       .most = 20,
       .value = section.time_limit ? assessments::time_limit_text(*section.time_limit) : ""},
      {.name = "pass_mark",
       .label = "Pass mark",
       .hint = "A share such as 80%, or a number of questions such as 15.",
       .width = "short",
       .required = true,
       .most = 20,
       .value = assessments::pass_mark_text(section.pass_mark)},
      {.name = "retake",
       .label = "Everybody takes it again",
       .kind = Kind::tick,
       .hint = "Passes of earlier versions of the same year stop counting.",
       .value = section.retake ? "yes" : ""},
      {.name = "reading",
       .label = "To read before the questions",
       .kind = Kind::area,
       .hint =
           "Markdown: an empty line between paragraphs, # before a heading, - before each item of a list, "
           "\\*\\*bold\\*\\*.",
       .most = 40'000,
       .rows = 8,
       .value = section.reading}};
  for (std::size_t i = 0; i < questions.size(); ++i) fields.push_back(question_field(questions, i));
  fields.push_back({.name = "add", .kind = Kind::view, .view = "features/authoring/pages/add_question.html"});
  return fields;
}

// Over what there was, whose key stays. What cannot be read as a time or a mark is told beside it.
assessments::Section typed_section(assessments::Section section, html::Form& form) {
  section.title = form.get("title");
  section.reading = typed_text(form.get("reading"));
  section.retake = form.ticked("retake");
  const auto limit = form.get("time_limit");
  section.time_limit = assessments::time_limit_from(limit);
  if (!limit.empty() && !section.time_limit) {
    form.wrong("time_limit", "Write the time as 20m, 1h or 1h30m, or leave it empty for untimed.");
  }
  if (const auto mark = assessments::pass_mark_from(form.get("pass_mark"))) {
    section.pass_mark = *mark;
  } else {
    form.wrong("pass_mark", "Write a share such as 80%, or a number of questions such as 15.");
  }
  return section;
}

void carry_out(assessments::Section& section, const Command& command) {
  auto& questions = section.questions;
  if (command.name == "add-question") return add_question(section);
  if (command.first >= questions.size()) return;
  auto& question = questions[command.first];
  if (command.name == "add-option") return add_option(question);
  if (command.name == "delete-option") return rearrange(question.options, command.second, "delete");
  rearrange(questions, command.first, command.name);
}

// Where the eye should be after it.
std::string next_address(const Draft& draft, std::size_t index, const Command& command,
                         std::size_t questions) {
  if (command.name == "done") return address(draft.id, "/edit#sections");
  if (command.name == "save") return own_address(draft, index, "?saved=1");
  auto question = command.name == "add-question" ? questions : command.first + 1;
  if (command.name == "up") question -= 1;
  if (command.name == "down") question += 1;
  question = std::min(question, questions);
  return own_address(draft, index, question == 0 ? "" : fmt::format("#question-{}", question));
}

}  // namespace

web::Response AssessmentPages::edit_section(const web::Request& request) {
  auto draft = draft_of(database_, request);
  const auto index = section_in(request, draft);
  auto& section = draft.content.sections[index];
  const auto questions =
      request.method == web::Method::post ? typed_questions(request.form().fields) : section.questions;
  html::Form form(request, section_fields(draft, section, questions));
  form.changed_by_others("Somebody else changed this draft while you had it open.");
  const auto problems = problems_in(draft, index);
  if (form.ready()) {
    section = typed_section(std::move(section), form);
    section.questions = questions;
    const auto command = command_from(request.form().get("do"));
    carry_out(section, command);
    if (form.ready() &&
        form.took(database_.write(save_draft, request.actor(), draft.id, draft.content, draft.version))) {
      return web::Response::see_other(next_address(draft, index, command, section.questions.size()));
    }
  }
  html::View view("features/authoring/pages/edit_draft.html");
  view.show_if("SAVED", request.query.has("saved"));
  show_gaps(view.root(), draft, problems);
  return form.page({.title = fmt::format("Section {}: {}", index + 1, form.get("title")),
                    .menu = "/operator/assessments",
                    .width = "narrow",
                    .back_href = address(draft.id, "/edit"),
                    .back_label = draft.content.title.empty() ? "The draft" : draft.content.title},
                   {.button = "Save and go back",
                    .cancel = address(draft.id, fmt::format("/preview?section={}&answers=1", index + 1)),
                    .cancel_label = "Preview what is saved",
                    .action = own_address(draft, index),
                    .name = "do",
                    .value = "done",
                    .others = {{"Save", "do", "save"}},
                    .required_words = "required before it is published"},
                   std::move(view));
}

}  // namespace authoring::pages
