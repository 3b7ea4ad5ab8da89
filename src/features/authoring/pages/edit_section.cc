#include <fmt/format.h>

#include <limits>

#include "features/authoring/editing.h"
#include "features/authoring/pages/pages.h"
#include "features/authoring/pages/assessment_words.h"
#include "features/authoring/pages/command.h"
#include "features/authoring/pages/gaps.h"
#include "features/authoring/pages/section_form.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace authoring::pages {
namespace {

// From 0.
std::size_t section_in(const web::Request& request, const Draft& draft) {
  const auto number = request.path_id("n");
  if (number < 1 || number > std::ssize(draft.content.sections))
    throw web::Refused{base::Refusal::not_found()};
  return static_cast<std::size_t>(number - 1);
}

std::string own_address(const Draft& draft, std::size_t index, std::string_view rest = {}) {
  return address(draft.id, fmt::format("/sections/{}{}", index + 1, rest));
}

web::Response show(const web::Request& request, const Draft& draft, std::size_t index,
                   const SectionForm& form, bool conflict = false) {
  html::View view("features/authoring/pages/edit_section.html");
  view.show_if("SAVED", request.query.has("saved")).show_if("CONFLICT", conflict);
  view.set("ACTION", own_address(draft, index)).set("DRAFT_VERSION", draft.version);
  view.set("WHOLE", address(draft.id, "/edit"));
  view.set("PREVIEW", address(draft.id, fmt::format("/preview?section={}&answers=1", index + 1)));
  show_section_form(view, form);
  auto problems = draft.problems();
  std::erase_if(problems,
                [&](const auto& problem) { return problem.place.section != static_cast<int>(index); });
  show_gaps(view.root(), draft, problems);
  return html::page(request,
                    {.title = fmt::format("Section {}: {}", index + 1, form.section.title),
                     .menu = "/operator/assessments",
                     .status = conflict              ? 409
                               : form.errors.empty() ? 200
                                                     : 422,
                     .width = "narrow",
                     .back_href = address(draft.id, "/edit"),
                     .back_label = draft.content.title.empty() ? "The draft" : draft.content.title},
                    std::move(view));
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

web::Response AssessmentPages::edit_section_form(const web::Request& request) {
  const auto draft = draft_of(database_, request);
  const auto index = section_in(request, draft);
  return show(request, draft, index, form_of(draft.content.sections[index]));
}

web::Response AssessmentPages::edit_section(const web::Request& request) {
  auto draft = draft_of(database_, request);
  const auto index = section_in(request, draft);
  const auto& fields = request.form().fields;
  const auto version = fields.number("version", 0, std::numeric_limits<long>::max());
  auto form = typed_section(draft.content.sections[index], fields);
  if (version != draft.version) return show(request, draft, index, form, true);
  if (!form.errors.empty()) return show(request, draft, index, form);

  const auto command = command_from(fields.get("do"));
  carry_out(form.section, command);
  draft.content.sections[index] = form.section;
  const auto saved = database_.write(
      [&](db::Connection& c) { return save_draft(c, request.actor(), draft.id, draft.content, version); });
  if (!saved && saved.error().kind == base::Refusal::Kind::conflict)
    return show(request, draft, index, form, true);
  web::or_refuse(saved);
  return web::Response::see_other(next_address(draft, index, command, form.section.questions.size()));
}

}  // namespace authoring::pages
