#include "documents/spreadsheet.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "documents/csv_reader.h"
#include "documents/ods_reader.h"
#include "documents/xlsx_reader.h"
#include "documents/zip_archive.h"

namespace documents {

namespace {

constexpr std::string_view ole_start = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

[[noreturn]] void not_a_spreadsheet(std::string_view what) {
  throw Unreadable{"This is " + std::string(what) +
                   ", not a spreadsheet. Upload an .xlsx, .ods or .csv file."};
}

// Excel wraps an encrypted workbook in the container of its old format.
[[noreturn]] void refuse_ole(std::string_view bytes) {
  constexpr std::string_view encrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", 31);
  if (bytes.find(encrypted) != std::string_view::npos) protected_by_password();
  throw Unreadable{
      "This is an old .xls workbook. Open it in your spreadsheet program, choose Save As, Excel Workbook "
      "(.xlsx), and "
      "upload that."};
}

void refuse_known_strangers(std::string_view bytes) {
  if (base::trimmed(bytes).empty()) {
    throw Unreadable{"The file is empty. Fill in the template, save it and upload that."};
  }
  if (bytes.starts_with(ole_start)) refuse_ole(bytes);
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) not_a_spreadsheet("a PDF");
  if (bytes.starts_with("{\\rtf")) not_a_spreadsheet("a text document");
  const std::string start =
      base::valid_utf8(bytes.substr(0, 64)) ? base::folded(base::trimmed(bytes.substr(0, 64))) : "";
  if (start.starts_with("<!doctype") || start.starts_with("<html")) not_a_spreadsheet("a web page");
  if (start.starts_with("<?xml")) not_a_spreadsheet("an XML file");
}

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06") ||
         bytes.starts_with("PK\x07\x08");
}

std::optional<Sheet> read_zip(std::string_view bytes, Budget& budget, const Wanted& wanted) {
  ZipArchive archive(bytes, budget);
  if (archive.has("content.xml")) return read_ods(archive, wanted);
  if (archive.has("encrypted-package")) protected_by_password();
  if (archive.has("xl/workbook.bin")) {
    throw Unreadable{
        "This is a binary workbook (.xlsb). Choose Save As, Excel Workbook (.xlsx), and upload that."};
  }
  if (archive.has_any_in("Index/")) {
    throw Unreadable{"This is a Numbers file. In Numbers choose File, Export To, Excel, and upload that."};
  }
  if (archive.has_any_in("word/")) not_a_spreadsheet("a Word document");
  if (archive.has_any_in("ppt/")) not_a_spreadsheet("a presentation");
  if (!archive.has("[Content_Types].xml") && !archive.has("xl/workbook.xml")) not_a_spreadsheet("a ZIP file");
  return read_xlsx(archive, wanted);
}

std::optional<Sheet> read(std::string_view bytes, const Limits& limits, const Wanted& wanted) {
  if (bytes.size() > limits.file_bytes) {
    throw Unreadable{"The file is larger than " + base::thousands(limits.file_bytes >> 20) +
                     " MB. Delete pictures and sheets that are not needed, or split it into smaller files."};
  }
  Budget budget(limits, bytes.size());
  refuse_known_strangers(bytes);
  return is_zip(bytes) ? read_zip(bytes, budget, wanted) : read_csv(bytes, budget, wanted);
}

}  // namespace

base::Result<Sheet> read_spreadsheet(std::string_view bytes, const Limits& limits, const Wanted& wanted) {
  using Kind = base::Refusal::Kind;
  const auto refuse = [](Kind kind, std::string sentence) {
    return base::refuse({kind, {}, {{"file", std::move(sentence)}}});
  };
  try {
    if (auto sheet = read(bytes, limits, wanted)) return std::move(*sheet);
    return refuse(Kind::not_found,
                  "No row of column headings was found among the first 20 rows of any sheet. Write your rows "
                  "below the headings of the template.");
  } catch (const Unreadable& unreadable) {
    return refuse(Kind::bad_input, unreadable.sentence);
  }
}

}  // namespace documents
