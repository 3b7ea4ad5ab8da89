#include "documents/ods_reader.h"

#include <set>

#include "base/text.h"
#include "documents/cell_text.h"
#include "documents/xml_reader.h"

namespace documents {
namespace {

constexpr std::string_view office = ":office:";
constexpr std::string_view table = ":table:";

struct ManifestPart : XmlEvents {
  bool encrypted = false;
  void start(std::string_view name, const Attributes&) override { encrypted |= name == "encryption-data"; }
  void end(std::string_view) override {}
};

struct ContentPart : XmlEvents {
  Budget& budget;
  Sheets& sheets;
  SheetBuilder* rows = nullptr;  // of the sheet being read

  std::set<std::string, std::less<>> hidden_styles{};
  std::string style{};
  int depth = 0;
  int table_depth = 0;    // of the sheet being read; 0 between sheets
  int cell_depth = 0;     // 0 between cells
  int skipped_depth = 0;  // of a comment or a drawing, whose words are not the cell's
  int paragraph_depth = 0;
  int hidden_depth = 0;  // of a group of rows or columns that is folded away

  std::size_t row = 0;
  std::size_t next_row = 1;
  std::size_t columns_told = 0;
  std::size_t column = 0;
  std::size_t cell_repeats = 1;
  std::string type{};
  std::string value{};
  std::string shown{};
  std::string formula{};
  bool is_error = false;
  bool has_paragraph = false;

  ContentPart(Budget& b, Sheets& s) : budget(b), sheets(s) {}

  void start(std::string_view name, const Attributes& attributes) override {
    ++depth;
    if (name == "style" && table_depth == 0) style = attributes.get("name");
    if (name == "table-properties" && attributes.get("display", table) == "false")
      hidden_styles.insert(style);
    if (name == "table" && table_depth == 0) return start_table(attributes);
    if (!rows) return;
    if (cell_depth > 0) {
      if (skipped_depth == 0) start_inside_cell(name, attributes);
    } else if (name == "table-row") {
      start_row(attributes);
    } else if (name == "table-column") {
      const std::size_t repeats = repeats_of(attributes, "number-columns-repeated");
      if (is_hidden(attributes)) rows->hide_columns(columns_told, repeats);
      columns_told = advanced(columns_told, repeats);
    } else if (name == "table-cell" || name == "covered-table-cell") {
      start_cell(attributes);
    } else if (hidden_depth == 0 && attributes.get("display", table) == "false") {
      hidden_depth = depth;
    }
  }

  bool is_hidden(const Attributes& attributes) const {
    const std::string_view visibility = attributes.get("visibility", table);
    return hidden_depth > 0 || visibility == "collapse" || visibility == "filter";
  }

  static std::size_t repeats_of(const Attributes& attributes, std::string_view name) {
    return std::max<std::size_t>(1, attributes.number(name, 1, table));
  }

  void start_table(const Attributes& attributes) {
    table_depth = depth;
    if (hidden_styles.contains(attributes.get("style-name", table))) return;
    rows = &sheets.start(std::string(attributes.get("name", table)));
    next_row = 1;
    columns_told = 0;
  }

  void start_row(const Attributes& attributes) {
    const std::size_t repeats = repeats_of(attributes, "number-rows-repeated");
    row = next_row;
    next_row = advanced(row, repeats);
    column = 0;
    rows->row(row, repeats, is_hidden(attributes));
  }

  void start_cell(const Attributes& attributes) {
    cell_depth = depth;
    cell_repeats = repeats_of(attributes, "number-columns-repeated");
    type = attributes.get("value-type", office);
    is_error = attributes.get("value-type", ":calcext:") == "error";
    formula = attributes.get("formula", table);
    value = attributes.get(type == "boolean"  ? "boolean-value"
                           : type == "string" ? "string-value"
                                              : "value",
                           office);
    shown.clear();
    has_paragraph = false;
  }

  void start_inside_cell(std::string_view name, const Attributes& attributes) {
    const bool paragraph = name == "p" && depth == cell_depth + 1;
    if (paragraph) {
      if (has_paragraph) shown += '\n';
      has_paragraph = true;
      paragraph_depth = depth;
    } else if (paragraph_depth == 0 || name == "annotation" || name == "frame" || name == "ruby-text" ||
               name == "note") {
      skipped_depth = depth;
    } else if (name == "s") {
      const std::size_t spaces = std::min(attributes.number("c", 1), 4 * budget.limits().cell_characters);
      budget.made(spaces);
      add(std::string(spaces, ' '));
    } else if (name == "tab" || name == "line-break") {
      add(name == "tab" ? "\t" : "\n");
    }
  }

  void text(std::string_view piece) override {
    if (paragraph_depth > 0 && skipped_depth == 0) add(piece);
  }

  void add(std::string_view piece) {
    shown += piece;
    if (shown.size() <= 4 * budget.limits().cell_characters) return;
    throw Unreadable{"Cell " + column_name(column) + std::to_string(row) + " holds more than " +
                     base::thousands(budget.limits().cell_characters) +
                     " characters. Shorten it and upload the file again."};
  }

  void end(std::string_view name) override {
    if (skipped_depth == depth) {
      skipped_depth = 0;
    } else if (paragraph_depth == depth) {
      paragraph_depth = 0;
    } else if (cell_depth == depth) {
      end_cell();
    } else if (hidden_depth == depth) {
      hidden_depth = 0;
    } else if (table_depth == depth) {
      end_sheet();
      table_depth = 0;
    } else if (rows && name == "table-row" && sheets.seen_enough()) {
      end_sheet();
    }
    --depth;
  }

  void end_cell() {
    cell_depth = 0;
    const std::size_t after = advanced(column, cell_repeats);
    const std::size_t last_told =
        std::min(after, budget.limits().columns + 1);  // one too many is enough to know
    const Cell held = cell();
    const bool blank = held.problem.empty() && base::trimmed(held.text).empty();
    for (; !blank && column < last_told; ++column) rows->cell(column, held);
    column = after;
  }

  static std::size_t advanced(std::size_t at, std::size_t by) {
    constexpr std::size_t most = 100'000'000;
    if (by > most || at > most) damaged();
    return at + by;
  }

  void end_sheet() {
    if (rows) sheets.end();
    rows = nullptr;
  }

  Cell cell() const {
    if (is_error) return error_cell(shown);
    if (type.empty()) return !formula.empty() && shown.empty() ? uncalculated_cell() : text_cell(shown);
    if (type == "date" || type == "time") return date_cell();
    if (value.empty()) return text_cell(shown);
    if (type == "string") return text_cell(value);
    if (type == "boolean") return boolean_cell(value);
    if (formula == "of:=TRUE()" || formula == "of:=FALSE()")
      return boolean_cell(value);  // LibreOffice calls them floats
    if (type == "float") return number_cell(value);
    return text_cell(shown);
  }
};

}  // namespace

std::optional<Sheet> read_ods(ZipArchive& archive, const Wanted& wanted) {
  if (archive.has("META-INF/manifest.xml")) {
    ManifestPart manifest;
    read_xml(*archive.open("META-INF/manifest.xml"), manifest);
    if (manifest.encrypted) protected_by_password();
  }
  Sheets sheets(archive.budget(), wanted);
  ContentPart content(archive.budget(), sheets);
  sheets.attempt([&] { read_xml(*archive.open("content.xml"), content); });
  return sheets.take();
}

}  // namespace documents
