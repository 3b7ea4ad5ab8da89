#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "features/attempts/hand_in_due.h"
#include "features/attempts/pages/own_standing.h"
#include "features/attempts/pages/pages.h"
#include "html/page.h"
#include "html/paging.h"

namespace attempts::pages {
namespace {

struct Listed {
  OwnStandings own;
  std::vector<std::string> next;  // of each of own.now
};

std::string next_words(db::Connection& c, const access::Actor& actor, const AssessmentStanding& standing) {
  if (standing.status == Status::passed) {
    return standing.passed_at ? "Finished on " + base::british_date(*standing.passed_at) : "Finished";
  }
  const auto sections = section_standings(c, actor, actor.account, standing.slug, standing.year);
  const auto open = std::ranges::find_if(
      sections, [](const SectionStanding& s) { return s.open_attempt.has_value() && s.status != Status::passed; });
  if (open != sections.end()) return "Continue: " + open->title;
  const auto next = std::ranges::find_if(sections, [](const SectionStanding& s) { return s.status != Status::passed; });
  if (next == sections.end()) return "";
  return (next->failed_attempts > 0 ? "Try again: " : "Start: ") + next->title;
}

Listed load(db::Connection& c, const access::Actor& actor, CertificateLinks* certificates) {
  Listed listed{.own = own_standings(c, actor, certificates), .next = {}};
  for (const auto& own : listed.own.now) listed.next.push_back(next_words(c, actor, own.standing));
  return listed;
}

html::View::Part show_row(html::View::Part table, const OwnStanding& own, const std::string& href) {
  const auto& standing = own.standing;
  auto row = table.add("ASSESSMENT");
  row.set("HREF", href).set("TITLE", standing.title).set("YEAR", standing.year);
  row.set("RESULT", fmt::format("{}/{}", standing.sections_passed, standing.sections_total));
  row.set("RESULT_WORDS", fmt::format("{} of {} passed", standing.sections_passed,
                                      base::counted(standing.sections_total, "section", "sections")));
  show_status(row, standing.status);
  show_certificate(row, own);
  return row;
}

void show_hidden(html::View& view, const std::vector<OwnStanding>& hidden) {
  if (hidden.empty()) return;
  auto notice = view.add("HIDDEN");
  notice.set("COUNT", base::counted(hidden.size(), "assessment", "assessments"));
  notice.show(hidden.size() == 1 ? "ONE" : "MANY");
  for (const auto& own : hidden) {
    if (own.certificate.empty() || !own.standing.passed_at) continue;
    notice.add("KEPT_CERTIFICATE")
        .set("HREF", "/certificates/" + own.certificate + ".pdf")
        .set("DATE", base::british_date(*own.standing.passed_at));
  }
}

void show_nothing(html::View& view) {
  auto empty = view.include("EMPTY", "html/partials/empty.html");
  empty.set("TITLE", "There is no assessment for you now");
  empty.set("TEXT", "When there is one it is listed here. Your exams officer can tell you what you should take.");
}

}  // namespace

web::Handler assessments(db::Database& database, AttemptStore& store, CertificateLinks* certificates) {
  return [&database, &store, certificates](const web::Request& request) {
    hand_in_due(database, store, request.actor());
    const auto listed = database.read([&](db::Connection& c) { return load(c, request.actor(), certificates); });
    html::View view("features/attempts/pages/assessments.html");
    if (listed.own.now.empty()) {
      show_nothing(view);
    } else {
      auto table = view.add("NOW");
      for (std::size_t i = 0; i < listed.own.now.size(); ++i) {
        const auto& own = listed.own.now[i];
        auto row = show_row(table, own, "/assessments/" + own.standing.slug);
        row.set("NEXT", listed.next[i]).show(own.standing.status == Status::passed ? "FINISHED" : "TO_DO");
      }
    }
    if (!listed.own.earlier.empty()) {
      auto table = view.add("EARLIER");
      for (const auto& own : listed.own.earlier) {
        show_row(table, own, html::with_query("/assessments/" + own.standing.slug, {}, "year", own.standing.year));
      }
    }
    show_hidden(view, listed.own.hidden);
    return html::page(request, {.title = "Assessments", .menu = "/assessments"}, std::move(view));
  };
}

}  // namespace attempts::pages
