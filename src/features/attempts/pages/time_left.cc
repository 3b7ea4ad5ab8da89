#include "features/attempts/pages/pages.h"
#include "features/attempts/pages/paper_page.h"

namespace attempts::pages {

// The milliseconds that are left, or nothing for an untimed section; 409 once it is handed in.
web::Response AttemptPages::time(const web::Request& request) {
  const auto paper = load_paper(database_, store_, request);
  if (auto away = out_of_reach(request, paper)) return std::move(*away);
  if (paper.handed_in()) return web::Response::text("handed in\n", 409);
  return web::Response::text(left_text(paper) + "\n");
}

}  // namespace attempts::pages
