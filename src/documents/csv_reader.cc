#include "documents/csv_reader.h"

#include "base/text.h"
#include "documents/text_encoding.h"

namespace documents {
namespace {

constexpr std::string_view read_as_windows =
    "The file does not say in which alphabet it was saved; it was read as Western European (Windows). Look "
    "at the "
    "names "
    "below: where one is wrong, save the file as .xlsx or as CSV UTF-8 and upload that instead.";

// One pass over the text with one delimiter. Rows count as a spreadsheet program counts them: a quoted line
// break does not start a new one.
class CsvPass {
 public:
  CsvPass(std::string_view text, char delimiter, SheetBuilder& rows, std::size_t max_characters)
      : text_(text), delimiter_(delimiter), rows_(rows), max_characters_(max_characters) {}

  void run() {
    while (at_ < text_.size() && !rows_.hopeless()) read_row();
  }

 private:
  void read_row() {
    ++row_;
    for (std::size_t column = 0;; ++column) {
      rows_.cell(column, bounded(text_[at_] == '"' ? quoted() : Cell{std::string(plain()), {}}, column));
      if (at_ >= text_.size() || text_[at_] != delimiter_) break;
      if (++at_ == text_.size()) break;
    }
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    rows_.end_row(row_);
  }

  bool ends_cell(char c) const { return c == delimiter_ || c == '\r' || c == '\n'; }

  std::string_view plain() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !ends_cell(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  Cell quoted() {
    Cell cell;
    ++at_;
    for (;; ++at_) {
      if (at_ >= text_.size()) {
        throw Unreadable{"A quotation mark that opens in row " + base::thousands(row_) +
                         " is never closed. Close or delete it and upload the file again."};
      }
      if (text_[at_] != '"') {
        cell.text += text_[at_];
      } else if (text_.substr(at_).starts_with("\"\"")) {
        cell.text += '"';
        ++at_;
      } else {
        break;
      }
    }
    ++at_;
    if (!base::trimmed(plain()).empty())
      return {{}, "has text after its closing quotation mark; type it again"};
    return cell;
  }

  Cell bounded(Cell cell, std::size_t column) const {
    if (base::characters(cell.text) <= max_characters_) return cell;
    throw Unreadable{"Cell " + column_name(column) + std::to_string(row_) + " holds more than " +
                     base::thousands(max_characters_) + " characters. Shorten it and upload the file again."};
  }

  std::string_view text_;
  char delimiter_;
  SheetBuilder& rows_;
  std::size_t max_characters_;
  std::size_t at_ = 0;
  std::size_t row_ = 0;
};

// Excel's first line `sep=;`, which it does not count as a row.
std::optional<char> take_separator_line(std::string_view& text) {
  constexpr std::size_t length = 5;
  if (!base::folded(text.substr(0, 4)).starts_with("sep=") || text.size() < length) return {};
  const char separator = text[4];
  const std::string_view rest = text.substr(length);
  if (!rest.empty() && !rest.starts_with('\n') && !rest.starts_with('\r')) return {};
  text = rest.substr(rest.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, rest.size()));
  return separator;
}

std::optional<Sheet> pass(std::string_view text, char delimiter, Budget& budget, const Wanted& wanted) {
  SheetBuilder rows({}, budget, wanted);
  CsvPass(text, delimiter, rows, budget.limits().cell_characters).run();
  if (!rows.found()) return {};
  return rows.take();
}

std::optional<Sheet> first_that_fits(std::string_view text, Budget& budget, const Wanted& wanted) {
  const auto said = take_separator_line(text);
  std::optional<Unreadable> trouble;
  for (const char delimiter : said ? std::string(1, *said) : std::string(",;\t")) {
    // A wrong delimiter may run into a limit or a quotation mark that the right one does not.
    try {
      if (auto sheet = pass(text, delimiter, budget, wanted)) return sheet;
    } catch (const Unreadable& unreadable) {
      if (!trouble) trouble = unreadable;
    }
  }
  if (trouble) throw *trouble;
  return {};
}

}  // namespace

std::optional<Sheet> read_csv(std::string_view bytes, Budget& budget, const Wanted& wanted) {
  const DecodedText text = decode_text(bytes);
  auto sheet = first_that_fits(text.utf8, budget, wanted);
  if (sheet && text.guessed) sheet->note = read_as_windows;
  return sheet;
}

}  // namespace documents
