#include "features/attempts/pages/pages.h"
#include "features/attempts/pages/paper_page.h"
#include "web/dispatcher.h"

namespace attempts::pages {
namespace {

// Whether something would be handed in without an answer. What the form holds is on top of what was saved.
bool incomplete(const Paper& paper, const FormItems& form) {
  const auto changes = changes_in(paper.section, form);
  return changes && !unanswered(paper.section, merged(paper.answers, *changes)).empty();
}

}  // namespace

web::Response AttemptPages::hand_in(const web::Request& request) {
  const auto& form = request.form().fields;
  if (form.has("save")) return save(request);

  const auto paper = load_paper(database_, store_, request);
  const auto id = paper.attempt.id;
  if (form.has("automatic") && !paper.handed_in() && paper.reach == Reach::within) {
    web::or_refuse(queue_.save(request.actor(), id, form.items()));
    return not_over_yet(request, paper);
  }
  if (!paper.handed_in() && paper.reach == Reach::within && form.get("confirm") != "yes" &&
      incomplete(paper, form.items())) {
    const auto saved = web::or_refuse(queue_.save(request.actor(), id, form.items()));
    if (saved.kind == Outcome::Kind::done) return web::Response::see_other(address(id, "?unanswered=1"));
  }
  const auto outcome = web::or_refuse(database_.write(
      [&](db::Connection& c) { return store_.hand_in(c, request.actor(), id, form.items()); }));
  if (outcome.kind == Outcome::Kind::closed) return closed(request, paper, outcome.reach);
  const bool late = outcome.kind != Outcome::Kind::done && outcome.changed;
  return web::Response::see_other(address(id, late ? "/result?late=1" : "/result"));
}

}  // namespace attempts::pages
