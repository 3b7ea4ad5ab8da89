#include <fmt/format.h>

#include "base/text.h"
#include "features/accounts/declaration.h"
#include "features/user_upload/pages/address.h"
#include "features/user_upload/pages/pages.h"
#include "html/form_view.h"
#include "html/page.h"

namespace user_upload::pages {
namespace {

std::string state(const Upload& upload) {
  switch (upload.status) {
    case Status::checked:
      return base::counted(upload.ready_rows, "row ready, not added", "rows ready, not added");
    case Status::adding:
      return "Being added";
    case Status::added:
      return base::counted(upload.ready_rows, "user added", "users added");
    case Status::failed:
      return "Nobody was added";
  }
  return {};
}

void show_recent(html::View& view, const std::vector<Upload>& recent) {
  if (recent.empty()) return;
  auto table = view.add("RECENT");
  for (const Upload& upload : recent) {
    auto row = table.add("UPLOAD");
    row.set("HREF", address(upload.id)).set("FILENAME", upload.filename).set("STATE", state(upload));
    row.set("UPLOADER", upload.uploader.empty() ? "A former user" : upload.uploader)
        .set("AT", base::british_date_time(upload.created_at));
  }
}

web::Response show(const web::Request& request, Uploads& uploads, std::span<const base::FieldError> errors,
                   int status) {
  html::View view("features/user_upload/pages/upload_form.html");
  html::show_errors(view.root(), errors);
  for (const std::string_view statement : accounts::current_declaration().statements)
    view.add("STATEMENT").set("TEXT", statement);
  view.show_if("TICKED", request.form().get("declaration") == "yes");
  show_recent(view, uploads.recent(request.actor()));
  return html::page(request,
                    {.title = "Upload users",
                     .menu = "/users",
                     .status = status,
                     .width = "narrow",
                     .back_href = "/users",
                     .back_label = "User Management"},
                    std::move(view));
}

}  // namespace

web::Handler upload_form(Uploads& uploads) {
  return [&uploads](const web::Request& request) { return show(request, uploads, {}, 200); };
}

web::Handler upload_file(Uploads& uploads) {
  return [&uploads](const web::Request& request) {
    const web::UploadedFile* file = request.form().file("file");
    std::vector<base::FieldError> errors;
    if (!file || (file->filename.empty() && file->bytes.empty()))
      errors.push_back({"file", "Choose the file with your users."});
    if (request.form().get("declaration") != "yes") {
      errors.push_back({"declaration", "Tick the declaration: without it no account can be created."});
    }
    if (!errors.empty()) return show(request, uploads, errors, 422);
    const auto id = uploads.take(request.actor(), file->filename, file->bytes);
    if (!id) return show(request, uploads, id.error().fields, 422);
    return web::Response::see_other(address(*id));
  };
}

}  // namespace user_upload::pages
