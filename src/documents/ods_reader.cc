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
  const Wanted& wanted;
  std::optional<SheetBuilder> rows{};
  std::optional<Sheet> found{};

  std::set<std::string, std::less<>> hidden_styles{};
  std::string style{};
  int depth = 0;
  int table_depth = 0;    // of the sheet being read; 0 between sheets
  int cell_depth = 0;     // 0 between cells
  int skipped_depth = 0;  // of a comment or a drawing, whose words are not the cell's
  int paragraph_depth = 0;

  std::size_t row = 0;
  std::size_t row_repeats = 1;
  std::size_t column = 0;
  std::size_t cell_repeats = 1;
  std::string type{};
  std::string value{};
  std::string shown{};
  std::string formula{};
  bool is_error = false;
  bool has_paragraph = false;

  ContentPart(Budget& b, const Wanted& w) : budget(b), wanted(w) {}

  void start(std::string_view name, const Attributes& attributes) override {
    ++depth;
    if (finished()) return;
    if (name == "style" && table_depth == 0) style = attributes.get("name");
    if (name == "table-properties" && attributes.get("display", table) == "false")
      hidden_styles.insert(style);
    if (name == "table" && table_depth == 0) return start_table(attributes);
    if (!rows) return;
    if (name == "table-row" && cell_depth == 0) {
      row_repeats = attributes.number("number-rows-repeated", 1);
      column = 0;
    }
    if ((name == "table-cell" || name == "covered-table-cell") && cell_depth == 0)
      return start_cell(attributes);
    if (cell_depth > 0 && skipped_depth == 0) start_inside_cell(name, attributes);
  }

  void start_table(const Attributes& attributes) {
    table_depth = depth;
    if (hidden_styles.contains(attributes.get("style-name", table))) return;
    rows.emplace(std::string(attributes.get("name", table)), budget, wanted);
    row = 0;
  }

  void start_cell(const Attributes& attributes) {
    cell_depth = depth;
    cell_repeats = attributes.number("number-columns-repeated", 1);
    type = attributes.get("value-type", office);
    is_error = attributes.get("value-type", ":calcext:") == "error";
    formula = attributes.get("formula", table);
    value = attributes.get(type == "boolean" ? "boolean-value" : "value", office);
    shown.clear();
    has_paragraph = false;
  }

  void start_inside_cell(std::string_view name, const Attributes& attributes) {
    const bool paragraph = name == "p" && depth == cell_depth + 1;
    if (paragraph) {
      if (has_paragraph) shown += '\n';
      has_paragraph = true;
      paragraph_depth = depth;
    } else if (paragraph_depth == 0 || name == "annotation" || name == "frame" || name == "ruby-text") {
      skipped_depth = depth;
    } else if (name == "s") {
      add(std::string(std::min(attributes.number("c", 1), 4 * budget.limits().cell_characters), ' '));
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
    throw Unreadable{"Cell " + column_name(column) + std::to_string(row + 1) + " holds more than " +
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
    } else if (rows && name == "table-row" && cell_depth == 0) {
      end_row();
    } else if (table_depth == depth && table_depth > 0) {
      end_table();
    }
    --depth;
  }

  void end_cell() {
    cell_depth = 0;
    const std::size_t after = advanced(column, cell_repeats);
    const std::size_t last_told =
        std::min(after, budget.limits().columns + 1);  // one too many is enough to know
    const Cell held = cell();
    for (; column < last_told; ++column) rows->cell(column, held);
    column = after;
  }

  void end_row() {
    if (row_repeats == 0) damaged();
    rows->end_row(row + 1, row_repeats);
    row = advanced(row, row_repeats);
  }

  static std::size_t advanced(std::size_t at, std::size_t by) {
    constexpr std::size_t most = 100'000'000;
    if (by > most || at > most) damaged();
    return at + by;
  }

  void end_table() {
    table_depth = 0;
    if (rows && rows->found()) found = rows->take();
    rows.reset();
  }

  Cell cell() const {
    if (is_error) return error_cell(shown);
    if (type.empty()) return !formula.empty() && shown.empty() ? uncalculated_cell() : text_cell(shown);
    if (type == "date" || type == "time") return date_cell();
    if (type == "boolean") return boolean_cell(value);
    if (formula == "of:=TRUE()" || formula == "of:=FALSE()")
      return boolean_cell(value);  // LibreOffice calls them floats
    if (type == "float") return number_cell(value);
    return text_cell(shown);
  }

  bool finished() const override { return found.has_value(); }
};

}  // namespace

std::optional<Sheet> read_ods(ZipArchive& archive, const Wanted& wanted) {
  if (archive.has("META-INF/manifest.xml")) {
    ManifestPart manifest;
    read_xml(*archive.open("META-INF/manifest.xml"), manifest);
    if (manifest.encrypted) protected_by_password();
  }
  ContentPart content(archive.budget(), wanted);
  read_xml(*archive.open("content.xml"), content);
  return std::move(content.found);
}

}  // namespace documents
