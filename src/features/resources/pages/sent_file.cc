#include "features/resources/pages/sent_file.h"

namespace resources::pages {

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

}  // namespace resources::pages
