#include "documents/document_kind.h"

#include <stdexcept>

#include "documents/zip_archive.h"

namespace documents {
namespace {

constexpr std::string_view ole_start =
    "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";  // .doc, .xls, or a protected .docx
constexpr std::size_t pdf_end_within = 2048;

base::Result<DocumentKind> refuse(std::string sentence) {
  return base::refuse(base::Refusal::bad_input("file", std::move(sentence)));
}

base::Result<DocumentKind> incomplete() {
  return refuse("The file is damaged or was not saved completely. Open it, save it again and upload that.");
}

base::Result<DocumentKind> read_pdf(std::string_view bytes) {
  const auto tail = bytes.substr(bytes.size() > pdf_end_within ? bytes.size() - pdf_end_within : 0);
  if (tail.find("%%EOF") == tail.npos) return incomplete();
  return DocumentKind::pdf;
}

base::Result<DocumentKind> read_office(std::string_view bytes) {
  const Limits limits{.file_bytes = bytes.size(), .zip_entries = 10'000};
  Budget budget(limits, bytes.size());
  const ZipArchive archive(bytes, budget);
  if (archive.has("word/vbaProject.bin") || archive.has("xl/vbaProject.bin")) {
    return refuse(
        "The document holds macros, which could harm whoever opens it. Save it as .docx or .xlsx without "
        "them.");
  }
  if (!archive.has("[Content_Types].xml")) return refuse("This is a ZIP file. Upload the document itself.");
  if (archive.has("word/document.xml")) return DocumentKind::docx;
  if (archive.has("xl/workbook.xml")) return DocumentKind::xlsx;
  return refuse("Upload a PDF, a Word document (.docx) or an Excel workbook (.xlsx).");
}

}  // namespace

base::Result<DocumentKind> document_kind(std::string_view bytes) {
  if (bytes.empty()) return refuse("The file is empty. Choose the document itself.");
  if (bytes.starts_with("%PDF-")) return read_pdf(bytes);
  if (bytes.starts_with(ole_start)) {
    return refuse(
        "This is an old or password-protected document. Take the password off and save it as .docx or "
        ".xlsx.");
  }
  if (!bytes.starts_with("PK"))
    return refuse("Upload a PDF, a Word document (.docx) or an Excel workbook (.xlsx).");
  try {
    return read_office(bytes);
  } catch (const Unreadable&) {
    return incomplete();
  }
}

std::string_view extension(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::pdf:
      return "pdf";
    case DocumentKind::docx:
      return "docx";
    case DocumentKind::xlsx:
      return "xlsx";
  }
  return "";
}

std::string_view content_type(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::pdf:
      return "application/pdf";
    case DocumentKind::docx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case DocumentKind::xlsx:
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }
  return "";
}

DocumentKind kind_from_extension(std::string_view text) {
  for (const auto kind : {DocumentKind::pdf, DocumentKind::docx, DocumentKind::xlsx}) {
    if (extension(kind) == text) return kind;
  }
  throw std::logic_error("no kind of document");
}

}  // namespace documents
