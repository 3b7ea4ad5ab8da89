#include "documents/xlsx_reader.h"

#include "base/text.h"
#include "documents/cell_text.h"
#include "documents/xlsx_parts.h"
#include "documents/xml_reader.h"

namespace documents {
namespace {

constexpr std::size_t max_columns = 16'384;  // of any spreadsheet program
constexpr std::size_t max_rows = 100'000'000;

struct Place {
  std::size_t row;
  std::size_t column;  // from 0
};

// Where "AB12" is; what it does not tell is as in `otherwise`.
Place place_of(std::string_view reference, Place otherwise) {
  std::size_t column = 0;
  std::size_t row = 0;
  for (const char c : reference) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (upper >= 'A' && upper <= 'Z' && row == 0)
      column = column * 26 + static_cast<std::size_t>(upper - 'A') + 1;
    if (c >= '0' && c <= '9') row = row * 10 + static_cast<std::size_t>(c - '0');
    if (column > max_columns || row > max_rows) damaged();
  }
  return {row == 0 ? otherwise.row : row, column == 0 ? otherwise.column : column - 1};
}

struct SheetPart : XmlEvents {
  const Sheets& sheets;
  SheetBuilder& rows;
  const SharedStrings& strings;
  const std::vector<bool>& date_styles;
  const std::size_t max_characters;

  std::size_t row = 0;
  std::size_t column = 0;
  std::string type{};
  std::string value{};
  bool is_date = false;
  bool has_formula = false;
  bool in_value = false;
  int in_phonetic = 0;
  bool in_data = false;
  bool in_row = false;
  bool is_hidden = false;
  bool in_cell = false;

  SheetPart(const Sheets& w, SheetBuilder& r, const SharedStrings& s, const std::vector<bool>& d,
            std::size_t m)
      : sheets(w), rows(r), strings(s), date_styles(d), max_characters(m) {}

  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "col" && !in_data && is_true(attributes.get("hidden"))) hide(attributes);
    if (name == "sheetData") in_data = true;
    if (name == "row" && in_data) start_row(attributes);
    if (!in_row) return;
    if (name == "c") start_cell(attributes);
    if (!in_cell) return;
    if (name == "f") has_formula = true;
    if (name == "rPh") ++in_phonetic;
    in_value = name == "v" || (name == "t" && in_phonetic == 0);
  }

  void start_row(const Attributes& attributes) {
    if (in_row) damaged();
    row = attributes.number("r", row + 1);
    if (row == 0) damaged();
    column = 0;
    in_row = true;
    is_hidden = is_true(attributes.get("hidden")) || attributes.get("ht") == "0";
    rows.row(row, 1, is_hidden);
  }

  void hide(const Attributes& attributes) {
    const std::size_t first = attributes.number("min", 0);
    const std::size_t last = attributes.number("max", 0);
    if (first > 0 && last >= first) rows.hide_columns(first - 1, last - first + 1);
  }

  void start_cell(const Attributes& attributes) {
    if (in_cell) damaged();
    const Place told = place_of(attributes.get("r"), {row, column});
    column = told.column;
    if (told.row != row) rows.row(row = told.row, 1, is_hidden);
    type = attributes.get("t");
    const std::size_t style = attributes.number("s", 0);
    is_date = style < date_styles.size() && date_styles[style];
    value.clear();
    has_formula = false;
    in_phonetic = 0;
    in_cell = true;
  }

  void text(std::string_view piece) override {
    if (in_value) value += piece;
    if (value.size() > 4 * max_characters) too_long();
  }

  [[noreturn]] void too_long() const {
    throw Unreadable{"Cell " + column_name(column) + std::to_string(row) + " holds more than " +
                     base::thousands(max_characters) + " characters. Shorten it and upload the file again."};
  }

  void end(std::string_view name) override {
    if (name == "v" || name == "t") in_value = false;
    if (name == "rPh" && in_cell) --in_phonetic;
    if (name == "c" && in_cell) {
      in_cell = false;
      rows.cell(column++, cell());
    }
    if (name == "sheetData") in_data = false;
    if (name == "row") in_row = false;
  }

  Cell cell() const {
    if (type == "str" || type == "inlineStr") return bounded(without_escapes(value));
    if (value.empty()) return has_formula ? uncalculated_cell() : Cell{};
    if (type == "s") return bounded(without_escapes(strings.at(index())));
    if (type == "b") return boolean_cell(value);
    if (type == "e") return error_cell(value);
    if (type == "d" || is_date) return date_cell();
    return number_cell(base::trimmed(value));
  }

  Cell bounded(std::string text) const {
    if (base::characters(text) > max_characters) too_long();
    return text_cell(std::move(text));
  }

  std::size_t index() const {
    std::size_t number = 0;
    for (const char c : base::trimmed(value)) {
      if (c < '0' || c > '9' || number > 100'000'000) damaged();
      number = number * 10 + static_cast<std::size_t>(c - '0');
    }
    return number;
  }

  bool finished() const override { return sheets.seen_enough(); }
};

}  // namespace

std::optional<Sheet> read_xlsx(ZipArchive& archive, const Wanted& wanted) {
  const XlsxParts parts = find_xlsx_parts(archive);
  const SharedStrings strings = read_shared_strings(archive, parts.shared_strings);
  const std::vector<bool> date_styles = read_date_styles(archive, parts.styles);
  Sheets sheets(archive.budget(), wanted);
  for (const XlsxSheet& sheet : parts.sheets) {
    sheets.attempt([&] {
      SheetPart events(sheets, sheets.start(sheet.name), strings, date_styles,
                       archive.budget().limits().cell_characters);
      read_xml(*archive.open(sheet.part), events);
      sheets.end();
    });
  }
  return sheets.take();
}

}  // namespace documents
