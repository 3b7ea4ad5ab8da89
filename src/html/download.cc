#include "html/download.h"

#include <fmt/format.h>

#include "web/file_stream.h"

namespace html {

Format format_of(const web::Request& request) {
  return request.path.ends_with(".csv") ? Format::csv : Format::xlsx;
}

std::string_view words(Format format) {
  return format == Format::csv ? "CSV" : "Excel";
}

web::Response download(std::string_view name, Format format, documents::Table table) {
  if (format == Format::csv) {
    return download(fmt::format("{}.csv", name), "text/csv; charset=utf-8",
                    documents::csv_stream(std::move(table)));
  }
  documents::Workbook workbook;
  documents::add(workbook, std::move(table));
  return download(name, std::move(workbook));
}

web::Response download(std::string_view name, documents::Workbook workbook) {
  const std::shared_ptr<documents::TemporaryFile> file = workbook.file();
  return download(fmt::format("{}.xlsx", name),
                  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                  std::make_unique<web::FileStream>(file->path(), file));
}

web::Response download(std::string_view filename, std::string_view content_type,
                       std::unique_ptr<web::BodyStream> stream) {
  web::Response response;
  response.header("Content-Type", std::string(content_type));
  response.header("Content-Disposition", web::attachment(filename));
  response.stream = std::move(stream);
  return response;
}

}  // namespace html
