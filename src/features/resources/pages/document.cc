#include "features/resources/pages/document.h"

namespace resources::pages {
namespace {

class PieceStream : public web::BodyStream {
 public:
  PieceStream(db::Database& database, Version version) : database_(database), version_(std::move(version)) {}

  std::optional<std::string> next() override { return database_.read(piece, version_, position_++); }

 private:
  db::Database& database_;
  Version version_;
  std::size_t position_ = 0;
};

}  // namespace

html::Field file_field(std::string hint) {
  return {.name = "file",
          .label = "The document",
          .kind = html::Field::Kind::file,
          .hint = std::move(hint),
          .required = true,
          .most = static_cast<int>(max_file_bytes),
          .accept = ".pdf,.docx,.xlsx"};
}

html::Field name_field(std::string value, std::string hint) {
  return {.name = "name",
          .label = "Name",
          .hint = std::move(hint),
          .required = true,
          .most = 300,
          .value = std::move(value)};
}

html::Field folder_field(std::string value, std::string hint) {
  return {.name = "folder",
          .label = "Folder",
          .hint = std::move(hint),
          .width = "half",
          .most = 120,
          .value = std::move(value)};
}

base::Result<File> sent_file(const web::Request& request) {
  const auto* file = request.form().file("file");
  if (file == nullptr) return base::refuse(base::Refusal::bad_input("file", "Choose the document."));
  if (file->bytes.size() > max_file_bytes) {
    return base::refuse(base::Refusal::bad_input(
        "file", "The document is larger than 25 MB. Make its pictures smaller, or split it into two."));
  }
  auto kind = documents::document_kind(file->bytes);
  if (!kind) return base::refuse(std::move(kind.error()));
  return file_of(file->filename, *kind, file->bytes);
}

web::Response file_response(db::Database& database, const Resource& resource, const Version& version) {
  web::Response response;
  response.header("Content-Type", std::string(documents::content_type(version.kind)));
  response.header("Content-Disposition", web::attachment(download_name(resource, version)));
  response.stream = std::make_unique<PieceStream>(database, version);
  return response;
}

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

}  // namespace resources::pages
