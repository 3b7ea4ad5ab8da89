#include "base/text.h"
#include "documents/spreadsheet.h"
#include "features/accounts/pages/user_fields.h"
#include "features/uploads/pages/pages.h"
#include "html/download.h"
#include "html/form.h"

namespace uploads::pages {
namespace {

std::vector<html::Field> fields_of(const Format& format, bool with_declaration) {
  std::vector<html::Field> fields{
      {.name = "file",
       .label = "Your file",
       .kind = html::Field::Kind::file,
       .hint = fmt::format(".xlsx, .ods or .csv, at most 5 MB and {} rows. Columns in any order; any others "
                           "are ignored.",
                           base::thousands(format.most_rows)),
       .required = true,
       .most = static_cast<int>(documents::Limits{}.file_bytes),
       .accept = ".xlsx,.ods,.csv"}};
  if (with_declaration) {
    fields.push_back(accounts::pages::declaration_field(
        fmt::format("I declare all of this for every {} in the file.", format.one)));
  }
  return fields;
}

std::string state(const Upload& upload, const Format& format) {
  switch (upload.status) {
    case Status::checked:
      return base::counted(upload.ready_rows, "row ready, not added", "rows ready, not added");
    case Status::adding:
      return "Being added";
    case Status::added:
      return base::counted(upload.ready_rows, format.one, format.many) + " added";
    case Status::failed:
      return fmt::format("{} was added", format.none_first);
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
    row.set("HREF", site.upload(upload.id)).set("FILENAME", upload.filename);
    row.set("STATE", state(upload, format)).set("AT", base::british_date_time(upload.created_at));
    row.set("UPLOADER", upload.uploader.empty() ? site.former : upload.uploader);
  }
}

}  // namespace

web::Response UploadPages::form(const web::Request& request) {
  const Format& format = uploads_.format();
  const bool with_declaration = uploads_.asks_for_declaration();
  html::Form form(request, fields_of(format, with_declaration));
  if (form.sent()) {
    const auto* file = form.file("file");
    if (!file || (file->filename.empty() && file->bytes.empty()))
      form.wrong("file", std::string(site_.choose_file));
    if (with_declaration && !form.ticked("declaration"))
      form.wrong("declaration", "Tick the declaration: without it no account can be created.");
    if (form.ready()) {
      const auto id = uploads_.take(request.actor(), file->filename, file->bytes);
      if (form.took(id)) return web::Response::see_other(site_.upload(*id));
    }
  }
  html::View view("features/uploads/pages/upload_form.html");
  view.set("TEMPLATE", site_.form() + "/template").set("FILL_IN", site_.fill_in).set("NONE", format.none);
  show_recent(view, site_, format, uploads_.recent(request.actor()));
  return form.page({.title = std::string(site_.title),
                    .menu = site_.home,
                    .width = "narrow",
                    .back_href = std::string(site_.home),
                    .back_label = std::string(site_.home_title)},
                   {.button = "Upload and check", .cancel = std::string(site_.home), .guard = false},
                   std::move(view));
}

web::Response UploadPages::template_file(const web::Request&) {
  return html::download_workbook(uploads_.format().template_name, uploads_.template_workbook());
}

}  // namespace uploads::pages
