// Spreadsheets made by hand for the tests of the readers.
#pragma once

#include <zip.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "documents/spreadsheet.h"

namespace documents::examples {

using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::string zip_of(const Parts& parts) {
  const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> source(
      zip_source_buffer_create(nullptr, 0, 0, nullptr), zip_source_free);
  zip_t* archive = zip_open_from_source(source.get(), ZIP_TRUNCATE, nullptr);
  zip_source_keep(source.get());
  for (const auto& [name, content] : parts) {
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0),
                 ZIP_FL_ENC_UTF_8);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("the example could not be zipped");
  zip_stat_t stat;
  zip_source_stat(source.get(), &stat);
  std::string bytes(stat.size, '\0');
  zip_source_open(source.get());
  zip_source_read(source.get(), bytes.data(), bytes.size());
  zip_source_close(source.get());
  return bytes;
}

// What an .xlsx consists of; a test changes what it is about.
struct Xlsx {
  std::string rows;  // inside sheetData
  std::string shared_strings{};
  std::string cell_styles = "<cellXfs><xf numFmtId=\"0\"/></cellXfs>";
  std::string sheet_target = "worksheets/sheet1.xml";

  Parts parts() const {
    constexpr const char* declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    constexpr const char* main_space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    return {
        {"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels", declaration + relations + "<Relationship Id=\"r1\" Type=\"" + types +
                            "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml",
         std::string(declaration) + "<workbook " + main_space + " xmlns:r=\"" + types +
             "\"><sheets><sheet name=\"Users\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         declaration + relations + "<Relationship Id=\"rId1\" Type=\"" + types + "/worksheet\" Target=\"" +
             sheet_target + "\"/>" + "<Relationship Id=\"rId2\" Type=\"" + types +
             "/sharedStrings\" Target=\"sharedStrings.xml\"/>" + "<Relationship Id=\"rId3\" Type=\"" + types +
             "/styles\" Target=\"styles.xml\"/></Relationships>"},
        {"xl/sharedStrings.xml",
         std::string(declaration) + "<sst " + main_space + ">" + shared_strings + "</sst>"},
        {"xl/styles.xml",
         std::string(declaration) + "<styleSheet " + main_space + ">" + cell_styles + "</styleSheet>"},
        {"xl/worksheets/sheet1.xml", std::string(declaration) + "<worksheet " + main_space + "><sheetData>" +
                                         rows + "</sheetData></worksheet>"},
    };
  }
  std::string bytes() const { return zip_of(parts()); }
};

inline std::string ods_content(std::string_view tables, std::string_view styles = {}) {
  return std::string(
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
             " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
             " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
             " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
             " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
             " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\""
             " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:automatic-styles>") +
         std::string(styles) + "</office:automatic-styles><office:body><office:spreadsheet>" +
         std::string(tables) + "</office:spreadsheet></office:body></office:document-content>";
}

inline std::string ods(std::string_view tables, std::string_view styles = {}) {
  return zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                 {"content.xml", ods_content(tables, styles)}});
}

// The header that the tests look for stands in a row that has "Email".
inline bool has_email(const SheetRow& row) {
  for (const Cell& cell : row.cells) {
    if (cell.text == "Email") return true;
  }
  return false;
}

// Row by row "1: First name|Email", a cell's problem as "(is a date ...)"; or "refused: sentence".
inline std::string read(std::string_view bytes, const Limits& limits = {}) {
  const auto sheet = read_spreadsheet(bytes, limits, has_email);
  if (!sheet) return "refused: " + sheet.error().fields.at(0).message;
  std::string out;
  for (const SheetRow& row : sheet->rows) {
    out += std::to_string(row.number) + ": ";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Cell& cell = row.cells[i];
      out += (i == 0 ? "" : "|") + (cell.problem.empty() ? cell.text : "(" + cell.problem + ")");
    }
    out += '\n';
  }
  return out;
}

}  // namespace documents::examples
