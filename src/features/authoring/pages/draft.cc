#include <fmt/format.h>

#include <limits>

#include "base/text.h"
#include "features/authoring/pages/assessment_words.h"
#include "features/authoring/pages/gaps.h"
#include "features/authoring/pages/pages.h"
#include "features/authoring/pages/preview.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace authoring::pages {
namespace {

constexpr auto greatest = std::numeric_limits<long>::max();

DraftId id_in(const web::Request& request) {
  return DraftId{request.path_id("id")};
}

struct Review {
  Standing standing;
  std::vector<assessments::Difference> differences;
};

Review review(db::Connection& connection, const assessments::Assessment& content) {
  Review found{standing(connection, content), {}};
  if (found.standing.before) {
    found.differences = assessments::differences(*found.standing.before->content, content);
  }
  return found;
}

std::string outcome_words(const assessments::Assessment& content, const Standing& standing) {
  if (!standing.before) return fmt::format("A new assessment: {}, version 1.", content.year);
  if (standing.unchanged) {
    return fmt::format("It says exactly what {} says already: publishing changes nothing.",
                       version_words(*standing.before));
  }
  if (standing.same_year) {
    return fmt::format("The next version of {}: version {}.", content.year, standing.before->version + 1);
  }
  if (content.year > standing.before->year) {
    return fmt::format(
        "The first version of {}, which becomes the current year: everybody starts afresh, and passes of {} "
        "stay as "
        "that year's.",
        content.year, standing.before->year);
  }
  return fmt::format("The first version of {}; {} stays the current year.", content.year,
                     standing.before->year);
}

void show_content(html::View& view, const Draft& draft) {
  const auto& content = draft.content;
  view.set("SLUG", content.slug).set("YEAR", content.year).set("AUDIENCE", audience_words(content.audience));
  view.set("VALID_UNTIL", content.valid_until.empty() ? "No end" : content.valid_until);
  view.set("SIZE", base::counted(content.sections.size(), "section", "sections") + ", " +
                       base::counted(content.question_count(), "question", "questions"));
  view.set("CHANGED", base::british_date_time(draft.changed_at)).set("BY", draft.changed_by);
}

void show_again(html::View& view, const assessments::Assessment& content, const Standing& standing) {
  if (!standing.same_year || standing.unchanged) return;
  for (const auto& section : content.sections) {
    if (section.retake) view.add("TO_TAKE_AGAIN").set("TITLE", section.title);
  }
}

web::Response show(const web::Request& request, const Draft& draft, const Review& found,
                   std::span<const base::FieldError> errors) {
  const auto& before = found.standing.before;
  html::View view("features/authoring/pages/draft.html");
  show_content(view, draft);
  view.set("OUTCOME", outcome_words(draft.content, found.standing));
  view.show_if("RESTORES", found.standing.restores);
  show_again(view, draft.content, found.standing);
  view.set("PREVIEW", address(draft.id, "/preview")).set("FILE", address(draft.id, "/assessment.yaml"));
  view.set("DISCARD", address(draft.id, "/discard"));
  view.set("EDIT", address(draft.id, "/edit"));
  const auto problems = draft.problems();
  if (problems.empty()) {
    auto publish = view.add("PUBLISH");
    publish.set("ACTION", address(draft.id, "/publish")).set("DRAFT_VERSION", draft.version);
    publish.set("BEFORE", before ? std::to_underlying(before->id) : 0);
  }
  view.show_if("MAY_PREVIEW", !draft.content.sections.empty());
  show_gaps(view.root(), draft, problems);
  if (before && !found.differences.empty()) {
    auto part = view.add("CHANGES");
    part.set("OLDER", version_words(*before));
    show_differences(part, found.differences);
  }
  html::show_error_summary(view.layout(), errors);
  return html::page(request,
                    {.title = draft.content.title.empty() ? "A draft without a title" : draft.content.title,
                     .menu = "/operator/assessments",
                     .status = errors.empty() ? 200 : 422,
                     .back_href = "/operator/assessments",
                     .back_label = "Assessments"},
                    std::move(view));
}

web::Response show(db::Database& database, const web::Request& request,
                   std::span<const base::FieldError> errors) {
  const auto loaded = draft_of(database, request);
  const auto found = database.read(review, loaded.content);
  return show(request, loaded, found, errors);
}

Reviewed reviewed(const web::Fields& fields) {
  const auto before = fields.number("before", 0, greatest);
  return {.draft_version = fields.number("version", 0, greatest),
          .before = before == 0 ? std::nullopt : std::optional(assessments::AssessmentId{before})};
}

}  // namespace

web::Response AssessmentPages::show_draft(const web::Request& request) {
  return show(database_, request, {});
}

web::Response AssessmentPages::preview_draft(const web::Request& request) {
  const auto found = draft_of(database_, request);
  return preview(request, found.content, address(found.id, "/preview"),
                 {.title = "Preview of " + found.content.title,
                  .menu = "/operator/assessments",
                  .back_href = address(found.id),
                  .back_label = "The draft"});
}

web::Response AssessmentPages::draft_file(const web::Request& request) {
  return yaml_file(draft_of(database_, request).content);
}

web::Response AssessmentPages::publish_draft(const web::Request& request) {
  const auto seen = reviewed(request.form().fields);
  const auto published = database_.write(
      [&](db::Connection& c) { return authoring::publish_draft(c, request.actor(), id_in(request), seen); });
  if (!published && published.error().kind == base::Refusal::Kind::bad_input) {
    return show(database_, request,
                std::vector<base::FieldError>{{"", published.error().fields.front().message}});
  }
  const auto done = web::or_refuse(published);
  const bool unchanged = done.outcome == assessments::Publication::Outcome::unchanged;
  return web::Response::see_other(assessment_address(done.slug, unchanged       ? "?unchanged=1"
                                                                : done.restored ? "?published=1&restored=1"
                                                                                : "?published=1"));
}

web::Response AssessmentPages::discard_draft(const web::Request& request) {
  web::or_refuse(database_.write(
      [&](db::Connection& c) { return authoring::discard_draft(c, request.actor(), id_in(request)); }));
  return web::Response::see_other("/operator/assessments?discarded=1");
}

}  // namespace authoring::pages
