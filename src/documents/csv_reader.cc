#include "documents/csv_reader.h"

#include "base/text.h"
#include "documents/cell_text.h"
#include "documents/text_encoding.h"

namespace documents {
namespace {

// One pass over the text with one delimiter. Rows count as a spreadsheet program counts them: a quoted line
// break does not start a new one.
class CsvPass {
 public:
  CsvPass(std::string_view text, char delimiter, SheetBuilder& rows, Budget& budget)
      : text_(text), delimiter_(delimiter), rows_(rows), budget_(budget) {}

  void run() {
    while (at_ < text_.size() && !rows_.hopeless()) read_row();
    rows_.end();
  }

 private:
  void read_row() {
    rows_.row(++row_);
    for (column_ = 0;; ++column_) {
      budget_.step();
      rows_.cell(column_, text_[at_] == '"' ? quoted() : cell(std::string(plain())));
      if (at_ >= text_.size() || text_[at_] != delimiter_) break;
      if (++at_ == text_.size()) break;
    }
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  }

  bool ends_cell(char c) const { return c == delimiter_ || c == '\r' || c == '\n'; }

  std::string_view plain() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !ends_cell(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  Cell quoted() {
    std::string text;
    ++at_;
    for (;; ++at_) {
      if (at_ >= text_.size()) {
        throw Unreadable{"A quotation mark that opens in row " + base::thousands(row_) +
                         " is never closed. Close or delete it and upload the file again."};
      }
      if (text_[at_] != '"') {
        text += text_[at_];
      } else if (text_.substr(at_).starts_with("\"\"")) {
        text += '"';
        ++at_;
      } else {
        break;
      }
    }
    ++at_;
    if (!base::trimmed(plain()).empty())
      return {{}, "has text after its closing quotation mark; type it again"};
    return cell(std::move(text));
  }

  Cell cell(std::string text) const {
    const std::size_t most = budget_.limits().cell_characters;
    if (base::characters(text) <= most) return text_cell(std::move(text));
    throw Unreadable{"Cell " + column_name(column_) + std::to_string(row_) + " holds more than " +
                     base::thousands(most) + " characters. Shorten it and upload the file again."};
  }

  std::string_view text_;
  char delimiter_;
  SheetBuilder& rows_;
  Budget& budget_;
  std::size_t at_ = 0;
  std::size_t row_ = 0;
  std::size_t column_ = 0;
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
  CsvPass(text, delimiter, rows, budget).run();
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
  if (sheet) sheet->guessed_alphabet = text.guessed;
  return sheet;
}

}  // namespace documents
