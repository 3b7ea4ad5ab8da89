#include "html/download.h"

#include <fmt/format.h>

#include "web/file_stream.h"

namespace html {
namespace {

constexpr std::string_view xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::string_view csv = "text/csv; charset=utf-8";

web::Response file(std::string_view name, std::string_view content_type) {
  web::Response response;
  response.header("Content-Type", std::string(content_type));
  response.header("Content-Disposition", web::attachment(name));
  return response;
}

}  // namespace

Format format_of(const web::Request& request) {
  return request.path.ends_with(".csv") ? Format::csv : Format::xlsx;
}

std::string_view words(Format format) {
  return format == Format::csv ? "CSV" : "Excel";
}

web::Response download(std::string_view name, Format format, documents::Table table) {
  if (format == Format::csv) {
    return download(fmt::format("{}.csv", name), csv, documents::csv_stream(std::move(table)));
  }
  documents::Workbook workbook;
  documents::add(workbook, std::move(table));
  return download(name, std::move(workbook));
}

web::Response download(std::string_view name, documents::Workbook workbook) {
  const std::shared_ptr<documents::TemporaryFile> made = workbook.file();
  return download(fmt::format("{}.xlsx", name), xlsx, std::make_unique<web::FileStream>(made->path(), made));
}

web::Response download_workbook(std::string_view name, std::string bytes) {
  auto response = file(fmt::format("{}.xlsx", name), xlsx);
  response.body = std::move(bytes);
  return response;
}

web::Response download(std::string_view filename, std::string_view content_type,
                       std::unique_ptr<web::BodyStream> stream) {
  auto response = file(filename, content_type);
  response.stream = std::move(stream);
  return response;
}

}  // namespace html
