#include "features/resources/pages/file_response.h"
#include "features/resources/pages/list_view.h"
#include "features/resources/pages/pages.h"
#include "web/dispatcher.h"

namespace resources::pages {

web::Handler resources(db::Database& database) {
  return [&database](const web::Request& request) {
    html::View view("features/resources/pages/resources.html");
    show_list(view, request, load_list(database, request), "/resources");
    return html::page(request, {.title = "Resources", .menu = "/resources"}, std::move(view));
  };
}

web::Handler resource_file(db::Database& database) {
  return [&database](const web::Request& request) {
    const ResourceId id{request.path_id("id")};
    const auto resource = database.read([&](db::Connection& c) { return find(c, request.actor(), id); });
    if (!resource) throw web::Refused{base::Refusal::not_found()};
    return file_response(database, *resource, resource->newest);
  };
}

}  // namespace resources::pages
