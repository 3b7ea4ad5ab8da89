#include <fmt/format.h>

#include "features/resources/pages/document.h"
#include "features/resources/pages/pages.h"
#include "html/list.h"

namespace resources::pages {
namespace {

void show_row(html::View& view, const Resource& resource, std::string_view address) {
  auto row = view.add("RESOURCE");
  row.set("HREF", fmt::format("{}/{}", address, std::to_underlying(resource.id))).set("NAME", resource.name);
  row.set("FOLDER", resource.folder.empty() ? "–" : resource.folder);
  row.set("KIND", kind_words(resource.newest.kind)).set("SIZE", size_words(resource.newest.size));
  row.set("PUBLISHED", base::british_date(resource.newest.published_at));
  row.set("NUMBER", resource.newest.number);
  row.show_if("WITHDRAWN", resource.withdrawn_at.has_value());
}

html::Empty none(const html::List& list) {
  if (list.is_filtered()) {
    return {"No document matches", "No document has this in its name or folder.", list.place(),
            "Show all documents"};
  }
  return {"There is no document yet",
          "Documents that the Hub publishes for exams officers and senior leaders appear here."};
}

}  // namespace

web::Response ResourcePages::list(const web::Request& request) {
  return list_at(request, "/resources", "features/resources/pages/resources.html");
}

web::Response ResourcePages::kept_list(const web::Request& request) {
  return list_at(request, "/operator/resources", "features/resources/pages/kept_resources.html");
}

web::Response ResourcePages::list_at(const web::Request& request, std::string_view address,
                                     std::string_view template_name) {
  html::List list(request, std::string(address),
                  {{.name = "q",
                    .label = "Search",
                    .kind = html::Field::Kind::search,
                    .hint = "Name or folder",
                    .width = "wide",
                    .most = 200}});
  const auto found = database_.read([&](db::Connection& c) {
    return list.load([&](std::size_t first_row) {
      return resources::list(c, request.actor(), {.search = list.get("q"), .offset = first_row});
    });
  });
  html::View view(template_name);
  for (const auto& resource : found.resources) show_row(view, resource, address);
  list.show(view.root(), {.one = "document", .many = "documents", .empty = none(list), .button = "Search"});
  html::PageHead head{.title = "Resources", .menu = address};
  if (address != "/resources") {
    head.actions = {{.href = "/operator/resources/add", .label = "+ Publish a document", .primary = true}};
  }
  return list.page(std::move(head), std::move(view));
}

web::Response ResourcePages::file(const web::Request& request) {
  const ResourceId id{request.path_id("id")};
  const auto resource = web::found(database_.read(find, request.actor(), id));
  return file_response(database_, resource, resource.newest);
}

}  // namespace resources::pages
