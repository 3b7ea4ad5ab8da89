#include "features/resources/pages/list_view.h"

#include <fmt/format.h>

namespace resources::pages {
namespace {

void show_row(html::View& view, const Resource& resource, std::string_view path) {
  auto row = view.add("RESOURCE");
  row.set("HREF", fmt::format("{}/{}", path, std::to_underlying(resource.id))).set("NAME", resource.name);
  row.set("FOLDER", resource.folder.empty() ? "–" : resource.folder);
  row.set("KIND", kind_words(resource.newest.kind)).set("SIZE", size_words(resource.newest.size));
  row.set("PUBLISHED", base::british_date(resource.newest.published_at));
  row.set("NUMBER", resource.newest.number);
  row.show_if("WITHDRAWN", resource.withdrawn_at.has_value());
}

void show_none(html::View& view, const web::Request& request, std::string_view path) {
  const bool searched = !request.query.get("q").empty();
  auto empty = view.include("EMPTY", "html/partials/empty.html");
  empty.set("TITLE", searched ? "No document matches" : "There is no document yet");
  empty.set("TEXT",
            searched ? "No document has this in its name or folder."
                     : "Documents that the Hub publishes for exams officers and senior leaders appear here.");
  if (searched) empty.add("ACTION").set("HREF", path).set("LABEL", "Show all documents");
}

}  // namespace

std::string kind_words(documents::DocumentKind kind) {
  switch (kind) {
    case documents::DocumentKind::pdf:
      return "PDF";
    case documents::DocumentKind::docx:
      return "Word";
    case documents::DocumentKind::xlsx:
      return "Excel";
  }
  return "";
}

Found load_list(db::Database& database, const web::Request& request) {
  return database.read([&](db::Connection& c) {
    Found found;
    ListQuery query{.search = std::string(request.query.get("q"))};
    found.paging.page = static_cast<std::size_t>(std::max(1L, request.query.number("page", 1)));
    query.offset = found.paging.first_row();
    found.page = list(c, request.actor(), query);
    found.paging.total = found.page.total;
    if (found.paging.page > found.paging.pages()) {
      found.paging.page = found.paging.pages();
      query.offset = found.paging.first_row();
      found.page = list(c, request.actor(), query);
    }
    return found;
  });
}

void show_list(html::View& view, const web::Request& request, const Found& found, std::string_view path) {
  view.set("Q", request.query.get("q"));
  for (const auto& resource : found.page.resources) show_row(view, resource, path);
  if (found.page.resources.empty()) {
    show_none(view, request, path);
  } else {
    view.show("TABLE");
  }
  web::Fields filters;
  filters.add("q", std::string(request.query.get("q")));
  html::show_paging(view.root(), found.paging, path, filters, "document", "documents");
}

}  // namespace resources::pages
