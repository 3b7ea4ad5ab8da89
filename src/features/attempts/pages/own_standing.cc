#include "features/attempts/pages/own_standing.h"

namespace attempts::pages {
namespace {

struct StatusLook {
  std::string_view css_class;
  std::string_view icon;
};

StatusLook look_of(Status status) {
  switch (status) {
    case Status::passed:
      return {.css_class = "status-passed", .icon = "circle-check"};
    case Status::started:
      return {.css_class = "status-started", .icon = "progress"};
    case Status::not_started:
      break;
  }
  return {.css_class = "status-idle", .icon = "circle-dashed"};
}

}  // namespace

OwnStandings own_standings(db::Connection& c, const access::Actor& actor, CertificateLinks* certificates) {
  OwnStandings own;
  const auto codes =
      certificates == nullptr ? CertificateCodes{} : certificates->codes(c, actor, actor.account);
  auto mine = std::move(standings(c, actor, {&actor.account, 1}).front());
  for (auto& standing : mine) {
    const auto code = codes.find({standing.slug, standing.year});
    // An invigilator sees nothing that is hidden or for others, of whatever year.
    const bool closed = !standing.seen && actor.role == access::Role::invigilator;
    auto& list = closed                   ? own.hidden
                 : standing.takeable      ? own.now
                 : !standing.current_year ? own.earlier
                                          : own.closed;
    list.push_back({std::move(standing), code == codes.end() ? "" : code->second});
  }
  return own;
}

void show_status(html::View::Part part, Status status) {
  const auto look = look_of(status);
  part.set("STATUS_CLASS", look.css_class).set("STATUS_ICON", look.icon).set("STATUS", words(status));
}

std::string closed_words(const AssessmentStanding& standing) {
  if (!standing.withdrawn_at) return "Not for your role any more.";
  return "Withdrawn on " + base::british_date(*standing.withdrawn_at) + ": you can't take it any more.";
}

void show_certificate(html::View::Part part, const OwnStanding& own) {
  if (own.certificate.empty()) return;
  const auto page = "/certificates/" + own.certificate;
  part.add("CERTIFICATE").set("HREF", page + ".pdf").set("PAGE", page).set("TITLE", own.standing.title);
}

}  // namespace attempts::pages
