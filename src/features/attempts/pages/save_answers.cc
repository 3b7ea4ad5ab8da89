#include "features/attempts/pages/pages.h"
#include "features/attempts/pages/paper_page.h"
#include "web/dispatcher.h"

namespace attempts::pages {
namespace {

// When it was saved, and how many milliseconds are left, so that a clock that went wrong is put right.
web::Response for_script(const Outcome& outcome) {
  const auto left = outcome.deadline ? fmt::to_string((*outcome.deadline - outcome.at).count()) : "";
  return web::Response::text(fmt::format("{}\n{}\n", base::british_time(outcome.at), left));
}

}  // namespace

web::Response AttemptPages::save(const web::Request& request) {
  const AttemptId id{request.path_id("id")};
  const auto outcome = web::or_refuse(queue_.save(request.actor(), id, request.form().fields.items()));
  if (outcome.kind == Outcome::Kind::done) {
    return from_script(request) ? for_script(outcome)
                                : web::Response::see_other(address(id, "?saved=1#hand-in"));
  }
  const auto paper = load_paper(database_, store_, request);
  if (outcome.kind == Outcome::Kind::closed) return closed(request, paper, outcome.reach);
  return not_counted(request, paper, outcome);
}

}  // namespace attempts::pages
