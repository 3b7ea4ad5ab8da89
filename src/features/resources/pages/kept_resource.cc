#include <fmt/format.h>

#include "features/resources/pages/document.h"
#include "features/resources/pages/pages.h"

namespace resources::pages {
namespace {

struct Kept {
  Resource resource;
  std::vector<Version> versions;
};

Kept load(db::Connection& c, const web::Request& request) {
  const ResourceId id{request.path_id("id")};
  return {web::found(find(c, request.actor(), id)), versions(c, request.actor(), id)};
}

std::string address(ResourceId id, std::string_view rest = {}) {
  return fmt::format("/operator/resources/{}{}", std::to_underlying(id), rest);
}

void show_versions(html::View& view, const Kept& kept) {
  for (const auto& version : kept.versions) {
    auto row = view.add("VERSION");
    row.set("NUMBER", version.number).set("FILENAME", version.filename).set("KIND", kind_words(version.kind));
    row.set("SIZE", size_words(version.size)).set("PUBLISHED", base::british_date_time(version.published_at));
    row.set("BY", version.published_by);
    row.set("HREF", address(kept.resource.id, fmt::format("/versions/{}", version.number)));
    row.show_if("NEWEST", version.id == kept.resource.newest.id);
  }
}

}  // namespace

web::Response ResourcePages::kept(const web::Request& request) {
  const auto kept = database_.read(load, request);
  const auto& resource = kept.resource;
  html::Form naming(
      request,
      {name_field(resource.name), folder_field(resource.folder), html::version_field(resource.edit_version)},
      "/operator/resources/{id}/edit");
  if (naming.ready()) {
    const auto chosen = typed(naming.get("name"), naming.get("folder"), "");
    if (naming.check(check(chosen)) &&
        naming.took(database_.write(rename, request.actor(), resource.id, chosen, resource.edit_version))) {
      return web::Response::see_other(address(resource.id, "?saved=1"));
    }
  }
  html::Form version(
      request,
      {file_field("PDF, Word (.docx) or Excel (.xlsx) without macros, at most 25 MB. Centres see only "
                  "the newest version.")},
      "/operator/resources/{id}/versions");
  if (version.sent()) {
    const auto file = sent_file(request);
    if (version.took(file) &&
        version.took(database_.write(publish_version, request.actor(), resource.id, *file))) {
      return web::Response::see_other(address(resource.id, "?published=1"));
    }
  }
  html::View view("features/resources/pages/kept_resource.html");
  view.show_if("PUBLISHED_NOW", request.query.has("published")).show_if("SAVED", request.query.has("saved"));
  view.add(resource.withdrawn_at ? "WITHDRAWN" : "IN_USE")
      .set("ACTION", address(resource.id, resource.withdrawn_at ? "/restore" : "/withdraw"));
  show_versions(view, kept);
  version.show(view.root(), {.button = "Publish this version", .action = address(resource.id, "/versions")},
               "VERSION_FORM");
  naming.show(view.root(), {.button = "Save", .action = address(resource.id, "/edit"), .quiet = true},
              "NAMING_FORM");
  return (version.sent() ? version : naming)
      .page({.title = resource.name,
             .menu = "/operator/resources",
             .back_href = "/operator/resources",
             .back_label = "Resources"},
            std::move(view));
}

web::Response ResourcePages::version_file(const web::Request& request) {
  const auto kept = database_.read(load, request);
  const auto version = std::ranges::find(kept.versions, request.path_id("n"), &Version::number);
  if (version == kept.versions.end()) throw web::Refused{base::Refusal::not_found()};
  return file_response(database_, kept.resource, *version);
}

web::Response ResourcePages::withdraw(const web::Request& request) {
  const ResourceId id{request.path_id("id")};
  web::or_refuse(database_.write(resources::withdraw, request.actor(), id));
  return web::Response::see_other(address(id));
}

web::Response ResourcePages::restore(const web::Request& request) {
  const ResourceId id{request.path_id("id")};
  web::or_refuse(database_.write(resources::restore, request.actor(), id));
  return web::Response::see_other(address(id));
}

}  // namespace resources::pages
