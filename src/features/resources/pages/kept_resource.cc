#include <fmt/format.h>

#include <limits>

#include "features/resources/pages/file_response.h"
#include "features/resources/pages/list_view.h"
#include "features/resources/pages/pages.h"
#include "features/resources/pages/sent_file.h"
#include "html/form_view.h"
#include "web/dispatcher.h"

namespace resources::pages {
namespace {

struct Kept {
  Resource resource;
  std::vector<Version> versions;
};

Kept load(db::Database& database, const web::Request& request) {
  const ResourceId id{request.path_id("id")};
  auto found = database.read([&](db::Connection& c) {
    return std::pair(find(c, request.actor(), id), versions(c, request.actor(), id));
  });
  if (!found.first) throw web::Refused{base::Refusal::not_found()};
  return {std::move(*found.first), std::move(found.second)};
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

web::Response show(const web::Request& request, const Kept& kept, const Naming& naming,
                   std::span<const base::FieldError> errors) {
  const auto& resource = kept.resource;
  html::View view("features/resources/pages/kept_resource.html");
  view.show_if("PUBLISHED_NOW", request.query.has("published")).show_if("SAVED", request.query.has("saved"));
  const auto state = resource.withdrawn_at ? "WITHDRAWN" : "IN_USE";
  view.add(state).set("ACTION", address(resource.id, resource.withdrawn_at ? "/restore" : "/withdraw"));
  view.set("EDIT", address(resource.id, "/edit")).set("NEW_VERSION", address(resource.id, "/versions"));
  view.set("EDIT_VERSION", resource.edit_version);
  show_versions(view, kept);
  html::keep_value(view.root(), "name", naming.name);
  html::keep_value(view.root(), "folder", naming.folder);
  html::show_errors(view.root(), errors);
  return html::page(request,
                    {.title = resource.name,
                     .menu = "/operator/resources",
                     .status = errors.empty() ? 200 : 422,
                     .back_href = "/operator/resources",
                     .back_label = "Resources"},
                    std::move(view));
}

Naming naming_of(const Resource& resource) {
  return {resource.name, resource.folder};
}

}  // namespace

web::Handler kept_resource(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto kept = load(database, request);
    return show(request, kept, naming_of(kept.resource), {});
  };
}

web::Handler rename_resource(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto kept = load(database, request);
    const auto& fields = request.form().fields;
    const auto naming = typed(fields.get("name"), fields.get("folder"), "");
    if (const auto errors = check(naming); !errors.empty()) return show(request, kept, naming, errors);
    const auto version = fields.number("version", 0, std::numeric_limits<long>::max());
    web::or_refuse(database.write(
        [&](db::Connection& c) { return rename(c, request.actor(), kept.resource.id, naming, version); }));
    return web::Response::see_other(address(kept.resource.id, "?saved=1"));
  };
}

web::Handler publish_version(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto kept = load(database, request);
    const auto again = [&](const base::Refusal& refusal) {
      return show(request, kept, naming_of(kept.resource), refusal.fields);
    };
    const auto file = sent_file(request);
    if (!file) return again(file.error());
    const auto done = database.write([&](db::Connection& c) {
      return ::resources::publish_version(c, request.actor(), kept.resource.id, *file);
    });
    if (!done && done.error().kind == base::Refusal::Kind::bad_input) return again(done.error());
    web::or_refuse(done);
    return web::Response::see_other(address(kept.resource.id, "?published=1"));
  };
}

web::Handler version_file(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto kept = load(database, request);
    const auto found = std::ranges::find(kept.versions, request.path_id("n"), &Version::number);
    if (found == kept.versions.end()) throw web::Refused{base::Refusal::not_found()};
    return file_response(database, kept.resource, *found);
  };
}

web::Handler withdraw_resource(db::Database& database) {
  return [&database](const web::Request& request) {
    const ResourceId id{request.path_id("id")};
    web::or_refuse(database.write([&](db::Connection& c) { return withdraw(c, request.actor(), id); }));
    return web::Response::see_other(address(id));
  };
}

web::Handler restore_resource(db::Database& database) {
  return [&database](const web::Request& request) {
    const ResourceId id{request.path_id("id")};
    web::or_refuse(database.write([&](db::Connection& c) { return restore(c, request.actor(), id); }));
    return web::Response::see_other(address(id));
  };
}

}  // namespace resources::pages
