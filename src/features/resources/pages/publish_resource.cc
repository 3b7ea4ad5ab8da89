#include <fmt/format.h>

#include "features/resources/pages/pages.h"
#include "features/resources/pages/sent_file.h"
#include "html/form_view.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace resources::pages {
namespace {

web::Response show(db::Database& database, const web::Request& request,
                   std::span<const base::FieldError> errors) {
  const auto known = database.read([&](db::Connection& c) { return folders(c, request.actor()); });
  html::View view("features/resources/pages/publish_resource.html");
  html::keep_value(view.root(), "name", request.form().get("name"));
  html::keep_value(view.root(), "folder", request.form().get("folder"));
  for (const auto& folder : known) view.add("KNOWN_FOLDER").set("VALUE", folder);
  html::show_errors(view.root(), errors);
  return html::page(request,
                    {.title = "Publish a document",
                     .menu = "/operator/resources",
                     .status = errors.empty() ? 200 : 422,
                     .width = "narrow",
                     .back_href = "/operator/resources",
                     .back_label = "Resources"},
                    std::move(view));
}

}  // namespace

web::Handler publish_form(db::Database& database) {
  return [&database](const web::Request& request) { return show(database, request, {}); };
}

web::Handler publish_resource(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto& form = request.form();
    const auto file = sent_file(request);
    if (!file) return show(database, request, file.error().fields);
    const auto naming = typed(form.get("name"), form.get("folder"), file->filename);
    if (const auto errors = check(naming); !errors.empty()) return show(database, request, errors);
    const auto id = web::or_refuse(
        database.write([&](db::Connection& c) { return publish(c, request.actor(), naming, *file); }));
    return web::Response::see_other(
        fmt::format("/operator/resources/{}?published=1", std::to_underlying(id)));
  };
}

}  // namespace resources::pages
