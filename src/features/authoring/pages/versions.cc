#include <algorithm>

#include "base/text.h"
#include "features/authoring/pages/assessment_words.h"
#include "features/authoring/pages/pages.h"
#include "features/authoring/pages/preview.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace authoring::pages {
namespace {

using assessments::AssessmentId;
using assessments::Version;

// Every version of the address's assessment, the newest first.
std::vector<Version> load_versions(db::Database& database, const web::Request& request) {
  auto all =
      database.read([&](db::Connection& c) { return assessments::versions(c, request.path_value("slug")); });
  if (all.empty()) throw web::Refused{base::Refusal::not_found()};
  return all;
}

std::vector<Version>::const_iterator chosen(const std::vector<Version>& all, std::int64_t id) {
  return std::ranges::find(all, AssessmentId{id}, &Version::id);
}

Version load_version(db::Database& database, const web::Request& request) {
  const auto all = load_versions(database, request);
  const auto found = chosen(all, request.path_id("id"));
  if (found == all.end()) throw web::Refused{base::Refusal::not_found()};
  return *found;
}

html::PageHead head(const Version& version, std::string title) {
  return {.title = std::move(title),
          .menu = "/operator/assessments",
          .back_href = assessment_address(version.slug),
          .back_label = version.title};
}

void show_version(html::View& view, const Version& version, bool current, bool has_earlier) {
  auto row = view.add("VERSION");
  row.set("HREF", address(version)).set("WORDS", version_words(version)).set("TITLE", version.title);
  row.set("PUBLISHED", base::british_date_time(version.published_at))
      .set("AUDIENCE", audience_words(version.audience));
  row.set("SIZE", base::counted(version.section_count, "section", "sections") + ", " +
                      base::counted(version.question_count, "question", "questions"));
  row.set("FILE", address(version, "/assessment.yaml"));
  row.show_if("CURRENT", current);
  if (has_earlier) {
    row.add("EARLIER").set("HREF", address(version, "/differences")).set("WORDS", version_words(version));
  }
}

void show_withdrawn(html::View& view, const Version& newest, const web::Request& request) {
  if (newest.withdrawn_at) {
    auto notice = view.add("WITHDRAWN");
    notice.set("SINCE", base::british_date(*newest.withdrawn_at));
    notice.set("RESTORE", assessment_address(newest.slug, "/restore"));
  } else {
    view.show_if("RESTORED", request.query.has("restored"));
  }
}

// The one to compare with: as asked for, else the one before it; null where there is none.
const Version* other_version(const std::vector<Version>& all, const web::Request& request) {
  const auto asked = chosen(all, request.query.number("with", 0, std::numeric_limits<long>::max()));
  if (asked != all.end()) return &*asked;
  const auto before = chosen(all, request.path_id("id")) + 1;
  return before == all.end() ? nullptr : &*before;
}

void show_choice(html::View& view, const std::vector<Version>& all, AssessmentId newer, AssessmentId older) {
  for (const auto& version : all) {
    if (version.id == newer) continue;
    auto option = view.add("OTHER");
    option.set("VALUE", std::to_underlying(version.id)).set("LABEL", version_words(version));
    option.show_if("SELECTED", version.id == older);
  }
}

}  // namespace

web::Response AssessmentPages::versions(const web::Request& request) {
  const auto all = load_versions(database_, request);
  html::View view("features/authoring/pages/versions.html");
  view.set("SLUG", all.front().slug).set("NEXT", address(all.front(), "/draft"));
  view.show_if("PUBLISHED_NOW", request.query.has("published"))
      .show_if("UNCHANGED", request.query.has("unchanged"));
  show_withdrawn(view, all.front(), request);
  const bool in_use = !all.front().withdrawn_at;
  for (std::size_t i = 0; i < all.size(); ++i)
    show_version(view, all[i], i == 0 && in_use, i + 1 < all.size());
  std::vector<html::PageAction> actions{
      {.href = "/operator/drafts/upload", .label = "Upload the next version", .icon = "upload"}};
  if (in_use) {
    actions.push_back(
        {.href = assessment_address(all.front().slug, "/withdraw"), .label = "Withdraw", .icon = "archive"});
  }
  return html::page(request,
                    {.title = all.front().title,
                     .menu = "/operator/assessments",
                     .actions = std::move(actions),
                     .back_href = "/operator/assessments",
                     .back_label = "Assessments"},
                    std::move(view));
}

web::Response AssessmentPages::version(const web::Request& request) {
  const auto found = load_version(database_, request);
  return preview(request, *found.content, address(found),
                 head(found, found.title + ": " + version_words(found)));
}

web::Response AssessmentPages::version_changes(const web::Request& request) {
  const auto all = load_versions(database_, request);
  const auto newer = load_version(database_, request);
  const auto* older = other_version(all, request);
  html::View view("features/authoring/pages/version_changes.html");
  if (older == nullptr) {
    view.show("FIRST");
  } else {
    const auto found = assessments::differences(*older->content, *newer.content);
    auto part = view.add("COMPARED");
    part.set("OLDER", version_words(*older)).show_if("SAME", found.empty());
    if (!found.empty()) show_differences(part, found);
    show_choice(view, all, newer.id, older->id);
    view.set("ACTION", address(newer, "/differences")).show("CHOICE");
  }
  return html::page(request, head(newer, "What " + version_words(newer) + " changed"), std::move(view));
}

web::Response AssessmentPages::version_file(const web::Request& request) {
  return yaml_file(*load_version(database_, request).content);
}

}  // namespace authoring::pages
