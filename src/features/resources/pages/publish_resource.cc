#include <fmt/format.h>

#include "features/resources/pages/document.h"
#include "features/resources/pages/pages.h"

namespace resources::pages {

web::Response ResourcePages::publish(const web::Request& request) {
  auto folder = folder_field({}, "One of those there are, or a new one. Leave it empty for none.");
  folder.suggestions = database_.read(folders, request.actor());
  auto name = name_field({}, "What people see and search for. Leave it empty to take the file's own name.");
  name.required = false;
  html::Form form(request, {file_field("PDF, Word (.docx) or Excel (.xlsx) without macros, at most 25 MB."),
                            std::move(name), std::move(folder)});
  if (form.sent()) {
    const auto file = sent_file(request);
    if (form.took(file)) {
      const auto naming = typed(form.get("name"), form.get("folder"), file->filename);
      if (form.check(check(naming))) {
        const auto id = web::or_refuse(database_.write(resources::publish, request.actor(), naming, *file));
        return web::Response::see_other(
            fmt::format("/operator/resources/{}?published=1", std::to_underlying(id)));
      }
    }
  }
  return form.page({.title = "Publish a document",
                    .menu = "/operator/resources",
                    .width = "narrow",
                    .back_href = "/operator/resources",
                    .back_label = "Resources"},
                   {.button = "Publish to every centre", .cancel = "/operator/resources"});
}

}  // namespace resources::pages
