#include "features/resources/pages/list_view.h"
#include "features/resources/pages/pages.h"

namespace resources::pages {

web::Handler kept_resources(db::Database& database) {
  return [&database](const web::Request& request) {
    html::View view("features/resources/pages/kept_resources.html");
    show_list(view, request, load_list(database, request), "/operator/resources");
    return html::page(
        request,
        {.title = "Resources",
         .menu = "/operator/resources",
         .actions = {{.href = "/operator/resources/add", .label = "+ Publish a document", .primary = true}}},
        std::move(view));
  };
}

}  // namespace resources::pages
