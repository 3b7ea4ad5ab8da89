#include "features/attempts/pages/own_standing.h"

#include "features/visibility/may_take.h"

namespace attempts::pages {
namespace {

struct StatusLook {
  std::string_view css_class;
  std::string_view icon;
  std::string_view word;
};

StatusLook look_of(Status status) {
  switch (status) {
    case Status::passed:
      return {.css_class = "status-passed", .icon = "circle-check", .word = "Passed"};
    case Status::started:
      return {.css_class = "status-started", .icon = "progress", .word = "Started"};
    case Status::not_started:
      break;
  }
  return {.css_class = "status-idle", .icon = "circle-dashed", .word = "Not Started"};
}

// An invigilator sees nothing that is hidden or for others, of whatever year.
bool closed_to(db::Connection& c, const visibility::Viewer& viewer, const AssessmentStanding& standing) {
  if (standing.takeable || viewer.role != access::Role::invigilator) return false;
  const auto version = assessments::find_current(c, standing.slug, standing.year);
  return !version || !viewer.may_take(*version);
}

}  // namespace

OwnStandings own_standings(db::Connection& c, const access::Actor& actor, CertificateLinks* certificates) {
  OwnStandings own;
  const auto viewer = visibility::viewers(c, actor, {&actor.account, 1}).front();
  if (!viewer) return own;
  const auto codes = certificates == nullptr ? CertificateCodes{} : certificates->codes(c, actor, actor.account);
  auto mine = std::move(standings(c, actor, {&actor.account, 1}).front());
  for (auto& standing : mine) {
    const auto code = codes.find({standing.slug, standing.year});
    auto& list = closed_to(c, *viewer, standing)              ? own.hidden
                 : standing.current_year && standing.takeable ? own.now
                                                              : own.earlier;
    list.push_back({std::move(standing), code == codes.end() ? "" : code->second});
  }
  return own;
}

void show_status(html::View::Part part, Status status) {
  const auto look = look_of(status);
  part.set("STATUS_CLASS", look.css_class).set("STATUS_ICON", look.icon).set("STATUS", look.word);
}

void show_certificate(html::View::Part part, const OwnStanding& own) {
  if (own.certificate.empty()) return;
  const auto page = "/certificates/" + own.certificate;
  part.add("CERTIFICATE").set("HREF", page + ".pdf").set("PAGE", page).set("TITLE", own.standing.title);
}

}  // namespace attempts::pages
