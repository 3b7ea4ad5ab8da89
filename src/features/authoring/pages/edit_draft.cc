#include <fmt/format.h>

#include "base/text.h"
#include "features/assessments/academic_year.h"
#include "features/authoring/editing.h"
#include "features/authoring/pages/assessment_form.h"
#include "features/authoring/pages/assessment_words.h"
#include "features/authoring/pages/command.h"
#include "features/authoring/pages/gaps.h"
#include "features/authoring/pages/pages.h"
#include "web/dispatcher.h"

namespace authoring::pages {
namespace {

using assessments::AssessmentId;

void show_section(html::View::Part sections, const Draft& draft, std::size_t index) {
  const auto& section = draft.content.sections[index];
  const auto number = static_cast<std::int64_t>(index + 1);
  auto row = sections.add("SECTION");
  row.set("NUMBER", number).set("TITLE", section.title.empty() ? "Without a title" : section.title);
  row.set("HREF", address(draft.id, fmt::format("/sections/{}", number)));
  row.set("QUESTIONS", base::counted(section.questions.size(), "question", "questions"));
  row.show_if("NOT_FIRST", index > 0).show_if("NOT_LAST", index + 1 < draft.content.sections.size());
}

void show_deletion(html::View::Part sections, const Draft& draft, long number) {
  if (number < 1 || number > std::ssize(draft.content.sections)) return;
  const auto& section = draft.content.sections[static_cast<std::size_t>(number - 1)];
  auto part = sections.add("TO_DELETE");
  part.set("NUMBER", static_cast<std::int64_t>(number)).set("TITLE", section.title);
  part.set("QUESTIONS", base::counted(section.questions.size(), "question", "questions"));
}

// `to_delete` is the section, from 1, whose deletion is to be confirmed.
html::Field sections_field(const Draft& draft, long to_delete) {
  return {.name = "new_section",
          .kind = html::Field::Kind::view,
          .view = "features/authoring/pages/draft_sections.html",
          .fill = [&draft, to_delete](html::View::Part part) {
            for (std::size_t i = 0; i < draft.content.sections.size(); ++i) show_section(part, draft, i);
            show_deletion(part, draft, to_delete);
          }};
}

std::vector<html::Field> editor_fields(const Draft& draft, long to_delete) {
  auto fields = assessment_fields(draft.content);
  fields.insert(fields.begin(), {html::version_field(draft.version), enter_saves()});
  fields.push_back(sections_field(draft, to_delete));
  return fields;
}

void carry_out(assessments::Assessment& content, const Command& command, std::string_view new_title) {
  if (command.name == "add") return add_section(content, new_title);
  if (command.name == "delete-sure") return rearrange(content.sections, command.first, "delete");
  if (command.name != "delete") rearrange(content.sections, command.first, command.name);
}

std::string next_address(DraftId id, const Command& command) {
  if (command.name == "done") return address(id);
  if (command.name == "delete") return address(id, fmt::format("/edit?delete={}", command.first + 1));
  return address(id, command.name == "save" ? "/edit?saved=1" : "/edit#sections");
}

}  // namespace

web::Response AssessmentPages::draft_from_version(const web::Request& request) {
  const AssessmentId id{request.path_id("id")};
  const auto version = database_.read([&](db::Connection& c) { return assessments::find_version(c, id); });
  if (!version || version->slug != request.path_value("slug")) {
    throw web::Refused{base::Refusal::not_found()};
  }
  const auto& content = *version->content;
  const auto year = request.form().get("year");
  const auto next = assessments::is_academic_year(year) ? assessments::for_year(content, std::string(year))
                                                        : as_next(content);
  const auto draft = web::or_refuse(database_.write(add_draft, request.actor(), next));
  return web::Response::see_other(address(draft, "/edit"));
}

web::Response AssessmentPages::edit_draft(const web::Request& request) {
  const auto draft = draft_of(database_, request);
  html::Form form(request, editor_fields(draft, request.query.number("delete", 0)));
  form.changed_by_others("Somebody else changed this draft while you had it open.");
  if (form.ready()) {
    const auto command = command_from(request.form().get("do"));
    auto content = typed_over(draft.content, form);
    carry_out(content, command, form.get("new_section"));
    if (form.took(database_.write(save_draft, request.actor(), draft.id, content, draft.version))) {
      return web::Response::see_other(next_address(draft.id, command));
    }
  }
  html::View view("features/authoring/pages/edit_draft.html");
  view.show_if("SAVED", request.query.has("saved"));
  show_gaps(view.root(), draft, draft.problems());
  return form.page({.title = draft.content.title.empty() ? "Edit a draft" : "Edit " + draft.content.title,
                    .menu = "/operator/assessments",
                    .width = "narrow",
                    .back_href = address(draft.id),
                    .back_label = "The draft"},
                   {.button = "Save and look at the draft",
                    .cancel = address(draft.id),
                    .action = address(draft.id, "/edit"),
                    .name = "do",
                    .value = "done",
                    .others = {{"Save", "do", "save"}},
                    .required_words = "required before it is published"},
                   std::move(view));
}

}  // namespace authoring::pages
