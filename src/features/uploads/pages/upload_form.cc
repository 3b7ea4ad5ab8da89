#include <fmt/format.h>

#include "base/text.h"
#include "features/accounts/declaration.h"
#include "features/uploads/pages/pages.h"
#include "html/form_view.h"
#include "html/page.h"

namespace uploads::pages {
namespace {

std::string state(const Upload& upload, const Format& format) {
  switch (upload.status) {
    case Status::checked:
      return base::counted(upload.ready_rows, "row ready, not added", "rows ready, not added");
    case Status::adding:
      return "Being added";
    case Status::added:
      return base::counted(upload.ready_rows, format.one, format.many) + " added";
    case Status::failed:
      return none_first(format) + " was added";
  }
  return {};
}

void show_recent(html::View& view, const Site& site, const Format& format,
                 const std::vector<Upload>& recent) {
  if (recent.empty()) return;
  auto table = view.add("RECENT");
  table.set("RECENT_TITLE", site.recent_title);
  for (const Upload& upload : recent) {
    auto row = table.add("UPLOAD");
    row.set("HREF", address(site, upload.id))
        .set("FILENAME", upload.filename)
        .set("STATE", state(upload, format));
    row.set("UPLOADER", upload.uploader.empty() ? site.former : upload.uploader)
        .set("AT", base::british_date_time(upload.created_at));
  }
}

void show_declaration(html::View& view, const web::Request& request, const Format& format) {
  auto part = view.add("DECLARATION");
  for (const std::string_view statement : accounts::current_declaration().statements)
    part.add("STATEMENT").set("TEXT", statement);
  part.set("ONE", format.one).show_if("TICKED", request.form().get("declaration") == "yes");
}

web::Response show(const web::Request& request, Uploads& uploads, const Site& site,
                   std::span<const base::FieldError> errors, int status) {
  const Format& format = uploads.format();
  html::View view("features/uploads/pages/upload_form.html");
  html::show_errors(view.root(), errors);
  view.set("ADDRESS", form_address(site))
      .set("HOME", site.home)
      .set("FILL_IN", site.fill_in)
      .set("NONE", format.none);
  view.set("MOST_ROWS", base::thousands(format.most_rows));
  if (uploads.asks_for_declaration()) show_declaration(view, request, format);
  show_recent(view, site, format, uploads.recent(request.actor()));
  return html::page(request,
                    {.title = std::string(site.title),
                     .menu = site.home,
                     .status = status,
                     .width = "narrow",
                     .back_href = std::string(site.home),
                     .back_label = std::string(site.home_title)},
                    std::move(view));
}

}  // namespace

web::Handler upload_form(Uploads& uploads, Site site) {
  return [&uploads, site = std::move(site)](const web::Request& request) {
    return show(request, uploads, site, {}, 200);
  };
}

web::Handler upload_file(Uploads& uploads, Site site) {
  return [&uploads, site = std::move(site)](const web::Request& request) {
    const web::UploadedFile* file = request.form().file("file");
    std::vector<base::FieldError> errors;
    if (!file || (file->filename.empty() && file->bytes.empty()))
      errors.push_back({"file", std::string(site.choose_file)});
    if (uploads.asks_for_declaration() && request.form().get("declaration") != "yes") {
      errors.push_back({"declaration", "Tick the declaration: without it no account can be created."});
    }
    if (!errors.empty()) return show(request, uploads, site, errors, 422);
    const auto id = uploads.take(request.actor(), file->filename, file->bytes);
    if (!id) return show(request, uploads, site, id.error().fields, 422);
    return web::Response::see_other(address(site, *id));
  };
}

}  // namespace uploads::pages
