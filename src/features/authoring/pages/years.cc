#include <algorithm>
#include <map>
#include <optional>

#include "base/day.h"
#include "base/text.h"
#include "features/assessments/academic_year.h"
#include "features/attempts/hub_standings.h"
#include "features/authoring/pages/assessment_words.h"
#include "features/authoring/pages/pages.h"
#include "html/page.h"

namespace authoring::pages {
namespace {

using assessments::Version;

struct Loaded {
  std::vector<Version> current;  // what people take now
  std::vector<Version> past;     // the last version of every other year, and what is withdrawn
  std::string newest_year;       // of all assessments
  std::map<std::pair<std::string, std::string>, DraftId> drafts;  // by slug and year
  attempts::YearCounts counts;

  bool behind(const Version& version) const { return version.year < newest_year; }
};

Loaded load(db::Connection& c, const access::Actor& actor) {
  Loaded loaded{.current = assessments::current(c),
                .past = assessments::newest_of_each_year(c),
                .newest_year = {},
                .drafts = {},
                .counts = attempts::year_counts(c, actor)};
  std::erase_if(loaded.past, [&](const Version& version) {
    return std::ranges::find(loaded.current, version.id, &Version::id) != loaded.current.end();
  });
  for (const auto& version : loaded.current) loaded.newest_year = std::max(loaded.newest_year, version.year);
  for (const auto& draft : drafts(c, actor)) loaded.drafts.try_emplace({draft.slug, draft.year}, draft.id);
  return loaded;
}

void show_version(html::View::Part row, const Loaded& loaded, const Version& version) {
  row.set("HREF", assessment_address(version.slug)).set("TITLE", version.title);
  row.set("VERSION", version_words(version));
  row.set("PUBLISHED", base::british_date(version.published_at))
      .set("AUDIENCE", audience_words(version.audience));
  row.set("VALID_UNTIL", version.valid_until.empty() ? "No end" : base::british_date(version.valid_until));
  const auto found = loaded.counts.find({version.slug, version.year});
  const auto people = found == loaded.counts.end() ? attempts::YearCount{} : found->second;
  row.set("PASSED", base::thousands(people.passed)).set("UNDER_WAY", base::thousands(people.under_way));
  if (version.withdrawn_at) row.add("WITHDRAWN").set("DAY", base::british_date(*version.withdrawn_at));
}

// A draft that is there, or a button that starts it from the current version.
void show_next(html::View::Part row, const Loaded& loaded, const Version& version) {
  const bool behind = loaded.behind(version);
  const auto year = behind ? loaded.newest_year : assessments::next_year(version.year);
  if (behind) row.add("BEHIND").set("NEXT_YEAR", year);
  const auto draft = loaded.drafts.find({version.slug, year});
  if (draft != loaded.drafts.end()) {
    row.add("DRAFT").set("HREF", address(draft->second)).set("NEXT_YEAR", year).set("TITLE", version.title);
    return;
  }
  auto start = row.add("START");
  start.set("ACTION", address(version, "/draft")).set("NEXT_YEAR", year).set("TITLE", version.title);
}

void show_current(html::View& view, const Loaded& loaded) {
  if (loaded.current.empty()) return;
  auto table = view.add("CURRENT");
  for (const auto& version : loaded.current) {
    auto row = table.add("ASSESSMENT");
    show_version(row, loaded, version);
    show_next(row, loaded, version);
  }
  const auto behind = static_cast<std::size_t>(
      std::ranges::count_if(loaded.current, [&](const Version& version) { return loaded.behind(version); }));
  if (behind == 0) return;
  auto notice = view.add("SOME_BEHIND");
  notice.set("NEWEST_YEAR", loaded.newest_year);
  notice.set("COUNT", base::counted(behind, "assessment is", "assessments are"));
}

void show_past(html::View& view, const Loaded& loaded) {
  std::optional<html::View::Part> table;
  std::string year;
  for (const auto& version : loaded.past) {
    if (!table || version.year != year) {
      year = version.year;
      table = view.add("PAST");
      table->set("YEAR", year);
    }
    show_version(table->add("ASSESSMENT"), loaded, version);
  }
}

}  // namespace

web::Response AssessmentPages::years(const web::Request& request) {
  const auto loaded = database_.read(load, request.actor());
  html::View view("features/authoring/pages/years.html");
  show_current(view, loaded);
  show_past(view, loaded);
  if (loaded.current.empty() && loaded.past.empty()) {
    auto empty = view.include("EMPTY", "html/partials/empty.html");
    empty.set("TITLE", "No year has begun yet");
    empty.set("TEXT", "A year begins with the first assessment that is published for it.");
    empty.add("ACTION").set("HREF", "/operator/assessments").set("LABEL", "Go to Assessments");
  }
  return html::page(
      request,
      {.title = "Academic years",
       .menu = "/operator/years",
       .actions = {{.href = "/operator/reminders", .label = "Certificates that end", .icon = "bell"}}},
      std::move(view));
}

}  // namespace authoring::pages
