#include "features/operator/pages/assessment_pages.h"
#include "features/operator/pages/assessment_words.h"
#include "html/page.h"

namespace hub_operator::pages {
namespace {

void show_assessment(html::View& view, const assessments::Version& current) {
  auto row = view.add("ASSESSMENT");
  row.set("HREF", "/operator/assessments/" + current.slug).set("TITLE", current.title).set("SLUG", current.slug);
  row.set("VERSION", version_words(current)).set("AUDIENCE", audience_words(current.audience));
  row.set("SECTIONS", static_cast<std::int64_t>(current.section_count));
  row.set("QUESTIONS", static_cast<std::int64_t>(current.question_count));
  row.set("PUBLISHED", base::british_date(current.published_at));
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

web::Handler assessments(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto [current, waiting] = database.read(
        [&](db::Connection& c) { return std::pair(assessments::current(c), drafts(c, request.actor())); });
    html::View view("features/operator/pages/assessments.html");
    view.show_if("DISCARDED", request.query.has("discarded"));
    show_drafts(view, waiting);
    for (const auto& version : current) show_assessment(view, version);
    if (current.empty()) {
      auto empty = view.include("EMPTY", "html/partials/empty.html");
      empty.set("TITLE", "No assessment is published yet").set("TEXT", "Write the first one here, or upload its file.");
      empty.add("ACTION").set("HREF", "/operator/drafts/upload").set("LABEL", "Upload a file");
    } else {
      view.show("TABLE");
    }
    return html::page(request,
                      {.title = "Assessments",
                       .menu = "/operator/assessments",
                       .actions = {{.href = "/operator/drafts/new", .label = "+ Write an assessment", .primary = true},
                                   {.href = "/operator/drafts/upload", .label = "Upload a file", .icon = "upload"}}},
                      std::move(view));
  };
}

}  // namespace hub_operator::pages
