#include "features/attempts/pages/pages.h"
#include "features/attempts/pages/paper_page.h"
#include "web/dispatcher.h"

namespace attempts::pages {

web::Response AttemptPages::start(const web::Request& request) {
  const auto position = static_cast<int>(std::min<std::int64_t>(request.path_id("n"), 1'000'000));
  const auto started = database_.write([&](db::Connection& c) {
    return store_.start(c, request.actor(), request.path_value("slug"), position);
  });
  if (!started && started.error().kind == base::Refusal::Kind::conflict) {
    return withdrawn(request, started.error().message);
  }
  return web::Response::see_other(address(web::or_refuse(started)));
}

}  // namespace attempts::pages
