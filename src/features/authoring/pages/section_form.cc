#include "features/authoring/pages/section_form.h"

#include <fmt/format.h>

#include <algorithm>

#include "features/assessments/assessment_rules.h"
#include "features/authoring/pages/typed_text.h"
#include "html/form_view.h"

namespace authoring::pages {
namespace {

constexpr long most_options = static_cast<long>(assessments::max_options);
constexpr long most_questions = static_cast<long>(assessments::max_questions);

assessments::Question typed_question(const web::Fields& fields, long number) {
  const auto name = [&](std::string_view field) { return fmt::format("q{}_{}", number, field); };
  assessments::Question question;
  question.key = typed_text(fields, name("key"));
  question.text = typed_text(fields, name("text"));
  question.explanation = typed_text(fields, name("explanation"));
  question.choose_many = fields.get(name("choose")) == "many";
  const auto ticked = fields.all(name("correct"));
  const auto count = fields.number(name("options"), 0, most_options);
  for (long option = 1; option <= count; ++option) {
    question.options.push_back(
        {{},
         typed_text(fields, name(fmt::format("o{}_text", option))),
         std::ranges::find(ticked, std::string_view(fmt::to_string(option))) != ticked.end()});
  }
  return question;
}

void read_time_limit(SectionForm& form) {
  form.section.time_limit.reset();
  if (form.time_limit.empty()) return;
  form.section.time_limit = assessments::time_limit_from(form.time_limit);
  if (!form.section.time_limit) {
    form.errors.push_back(
        {"time_limit", "Write the time as 20m, 1h or 1h30m, or leave it empty for untimed."});
  }
}

void read_pass_mark(SectionForm& form) {
  const auto mark = assessments::pass_mark_from(form.pass_mark);
  if (mark) {
    form.section.pass_mark = *mark;
  } else {
    form.errors.push_back({"pass_mark", "Write a share such as 80%, or a number of questions such as 15."});
  }
}

void show_option(html::View::Part part, const assessments::Option& option, std::int64_t question,
                 std::int64_t number) {
  auto row = part.add("OPTION");
  row.set("Q", question).set("O", number).set("TEXT", option.text).show_if("CORRECT", option.correct);
}

void show_question(html::View& view, const std::vector<assessments::Question>& all, std::size_t index) {
  const auto& question = all[index];
  const auto number = static_cast<std::int64_t>(index + 1);
  auto part = view.add("QUESTION");
  part.set("Q", number)
      .set("KEY", question.key)
      .set("TEXT", question.text)
      .set("EXPLANATION", question.explanation);
  part.set("OPTIONS", static_cast<std::int64_t>(question.options.size()))
      .show_if("MANY", question.choose_many);
  part.show_if("NOT_FIRST", index > 0).show_if("NOT_LAST", index + 1 < all.size());
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    show_option(part, question.options[i], number, static_cast<std::int64_t>(i + 1));
  }
}

}  // namespace

SectionForm form_of(const assessments::Section& section) {
  return {.section = section,
          .time_limit = section.time_limit ? assessments::time_limit_text(*section.time_limit) : "",
          .pass_mark = assessments::pass_mark_text(section.pass_mark)};
}

SectionForm typed_section(const assessments::Section& before, const web::Fields& fields) {
  SectionForm form{before, typed_text(fields, "time_limit"), typed_text(fields, "pass_mark")};
  form.section.title = typed_text(fields, "title");
  form.section.reading = typed_text(fields, "reading");
  form.section.retake = fields.get("retake") == "yes";
  read_time_limit(form);
  read_pass_mark(form);
  form.section.questions.clear();
  const auto count = fields.number("questions", 0, most_questions);
  for (long number = 1; number <= count; ++number)
    form.section.questions.push_back(typed_question(fields, number));
  return form;
}

void show_section_form(html::View& view, const SectionForm& form) {
  const auto& section = form.section;
  view.set("TITLE", section.title).set("TIME_LIMIT", form.time_limit).set("PASS_MARK", form.pass_mark);
  view.set("READING", section.reading).show_if("RETAKE", section.retake);
  view.set("QUESTIONS", static_cast<std::int64_t>(section.questions.size()));
  for (std::size_t i = 0; i < section.questions.size(); ++i) show_question(view, section.questions, i);
  html::show_errors(view.root(), form.errors);
}

}  // namespace authoring::pages
