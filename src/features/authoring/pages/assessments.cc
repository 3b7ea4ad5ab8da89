#include "features/authoring/pages/assessment_words.h"
#include "features/authoring/pages/pages.h"
#include "html/page.h"

namespace authoring::pages {
namespace {

void show_assessment(html::View::Part table, const assessments::Version& current) {
  auto row = table.add("ASSESSMENT");
  if (current.withdrawn_at) row.add("SINCE").set("DAY", base::british_date(*current.withdrawn_at));
  row.set("HREF", "/operator/assessments/" + current.slug)
      .set("TITLE", current.title)
      .set("SLUG", current.slug);
  row.set("VERSION", version_words(current)).set("AUDIENCE", audience_words(current.audience));
  row.set("SECTIONS", static_cast<std::int64_t>(current.section_count));
  row.set("QUESTIONS", static_cast<std::int64_t>(current.question_count));
  row.set("PUBLISHED", base::british_date(current.published_at));
}

void show_assessments(html::View& view, std::string_view heading,
                      const std::vector<assessments::Version>& all, bool withdrawn) {
  std::optional<html::View::Part> table;
  for (const auto& version : all) {
    if (version.withdrawn_at.has_value() != withdrawn) continue;
    if (!table) {
      table = view.add("TABLE");
      if (!heading.empty()) table->add("HEADED").set("HEADING", heading);
    }
    show_assessment(*table, version);
  }
}

void show_drafts(html::View& view, const std::vector<DraftSummary>& all) {
  if (all.empty()) return;
  auto part = view.add("DRAFTS");
  for (const auto& draft : all) {
    auto row = part.add("DRAFT");
    row.set("HREF", address(draft.id))
        .set("TITLE", draft.title.empty() ? "Without a title" : draft.title)
        .set("SLUG", draft.slug)
        .set("YEAR", draft.year);
    row.set("CHANGED", base::british_date_time(draft.changed_at)).set("BY", draft.changed_by);
  }
}

}  // namespace

web::Response AssessmentPages::list(const web::Request& request) {
  const auto [all, waiting] = database_.read(
      [&](db::Connection& c) { return std::pair(assessments::newest(c), drafts(c, request.actor())); });
  html::View view("features/authoring/pages/assessments.html");
  view.show_if("DISCARDED", request.query.has("discarded"));
  show_drafts(view, waiting);
  show_assessments(view, "", all, false);
  show_assessments(view, "Withdrawn", all, true);
  if (all.empty()) {
    auto empty = view.include("EMPTY", "html/partials/empty.html");
    empty.set("TITLE", "No assessment is published yet")
        .set("TEXT", "Write the first one here, or upload its file.");
    empty.add("ACTION").set("HREF", "/operator/drafts/upload").set("LABEL", "Upload a file");
  }
  return html::page(
      request,
      {.title = "Assessments",
       .menu = "/operator/assessments",
       .actions = {{.href = "/operator/drafts/new", .label = "+ Write an assessment", .primary = true},
                   {.href = "/operator/drafts/upload", .label = "Upload a file", .icon = "upload"}}},
      std::move(view));
}

}  // namespace authoring::pages
