#include <fmt/format.h>

#include <limits>

#include "base/text.h"
#include "features/assessments/academic_year.h"
#include "features/authoring/editing.h"
#include "features/authoring/pages/assessment_form.h"
#include "features/authoring/pages/pages.h"
#include "features/authoring/pages/assessment_words.h"
#include "features/authoring/pages/command.h"
#include "features/authoring/pages/gaps.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace authoring::pages {
namespace {

using assessments::AssessmentId;

struct Shown {
  bool conflict = false;
  std::size_t to_delete = 0;  // the section, from 1, whose deletion is to be confirmed
};

void show_section(html::View& view, const Draft& draft, std::size_t index) {
  const auto& section = draft.content.sections[index];
  const auto number = static_cast<std::int64_t>(index + 1);
  auto row = view.add("SECTION");
  row.set("NUMBER", number).set("TITLE", section.title.empty() ? "Without a title" : section.title);
  row.set("HREF", address(draft.id, fmt::format("/sections/{}", number)));
  row.set("QUESTIONS", base::counted(section.questions.size(), "question", "questions"));
  row.show_if("NOT_FIRST", index > 0).show_if("NOT_LAST", index + 1 < draft.content.sections.size());
}

void show_deletion(html::View& view, const Draft& draft, std::size_t number) {
  if (number == 0 || number > draft.content.sections.size()) return;
  const auto& section = draft.content.sections[number - 1];
  auto part = view.add("TO_DELETE");
  part.set("NUMBER", static_cast<std::int64_t>(number)).set("TITLE", section.title);
  part.set("QUESTIONS", base::counted(section.questions.size(), "question", "questions"));
}

web::Response show(const web::Request& request, const Draft& draft, const Shown& shown) {
  html::View view("features/authoring/pages/edit_draft.html");
  view.show_if("SAVED", request.query.has("saved")).show_if("CONFLICT", shown.conflict);
  view.set("ACTION", address(draft.id, "/edit"))
      .set("DRAFT", address(draft.id))
      .set("DRAFT_VERSION", draft.version);
  show_assessment_fields(view.root(), draft.content, {});
  for (std::size_t i = 0; i < draft.content.sections.size(); ++i) show_section(view, draft, i);
  show_deletion(view, draft, shown.to_delete);
  show_gaps(view.root(), draft, draft.problems());
  return html::page(request,
                    {.title = draft.content.title.empty() ? "Edit a draft" : "Edit " + draft.content.title,
                     .menu = "/operator/assessments",
                     .status = shown.conflict ? 409 : 200,
                     .width = "narrow",
                     .back_href = address(draft.id),
                     .back_label = "The draft"},
                    std::move(view));
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
  const auto draft = database_.write([&](db::Connection& c) { return add_draft(c, request.actor(), next); });
  return web::Response::see_other(address(draft, "/edit"));
}

web::Response AssessmentPages::edit_draft_form(const web::Request& request) {
  const auto to_delete = static_cast<std::size_t>(std::max(0L, request.query.number("delete", 0)));
  return show(request, draft_of(database_, request), {.to_delete = to_delete});
}

web::Response AssessmentPages::edit_draft(const web::Request& request) {
  auto draft = draft_of(database_, request);
  const auto& fields = request.form().fields;
  const auto command = command_from(fields.get("do"));
  draft.content = typed_over(std::move(draft.content), fields);
  carry_out(draft.content, command, fields.get("new_section"));
  const auto version = fields.number("version", 0, std::numeric_limits<long>::max());
  const auto saved = database_.write(
      [&](db::Connection& c) { return save_draft(c, request.actor(), draft.id, draft.content, version); });
  if (!saved && saved.error().kind == base::Refusal::Kind::conflict)
    return show(request, draft, {.conflict = true});
  web::or_refuse(saved);
  return web::Response::see_other(next_address(draft.id, command));
}

}  // namespace authoring::pages
