#include "features/uploads/upload_file.h"

#include <fmt/format.h>

#include "base/text.h"
#include "documents/cell_text.h"

namespace uploads {
namespace {

constexpr std::size_t enough_to_mean_a_header = 2;

base::Refusal file_problem(std::string sentence) {
  return base::Refusal::bad_input("file", std::move(sentence));
}

std::string names_of(const Format& format, const std::vector<std::size_t>& columns) {
  std::vector<std::string> names;
  for (const std::size_t column : columns) names.emplace_back(format.columns[column].name);
  return base::listed(names);
}

// Looks for the header while the sheets are read, and keeps what tells best what is wrong where none has all.
struct HeaderSearch {
  const Format& format;
  std::optional<Columns> partly{};

  bool operator()(const documents::SheetRow& row) {
    Columns columns = columns_of(format, row);
    if (columns.missing().empty()) return true;
    if (!partly && columns.found() >= enough_to_mean_a_header) partly = std::move(columns);
    return false;
  }

  base::Refusal what_is_missing() const {
    const auto missing = partly->missing();
    return file_problem(fmt::format(
        "The {} {} {} missing from the headings in row {}. Add {}, or copy your {} into the template.",
        missing.size() == 1 ? "column" : "columns", names_of(format, missing),
        missing.size() == 1 ? "is" : "are", partly->header_row, missing.size() == 1 ? "it" : "them",
        format.many));
  }
};

std::string in_quotes(std::string_view text) {
  return fmt::format("\u201C{}\u201D", base::first_characters(text, 100));
}

std::vector<std::string> ignored_headings(const Format& format, const Columns& columns) {
  std::vector<std::string> ignored;
  for (const std::string& heading : columns.headings) {
    if (!heading.empty() && heading != corrections_heading && !column_headed(format, heading))
      ignored.push_back(in_quotes(heading));
  }
  return ignored;
}

std::string other_sheets(const Format& format, const documents::Sheet& sheet) {
  std::vector<std::string> names;
  for (const std::string& name : sheet.others) names.push_back(in_quotes(name));
  const bool one = names.size() == 1;
  return fmt::format(
      "The {} {} {} {} too and {} not read. Upload {} as a file of its own, or copy the rows into one sheet.",
      one ? "sheet" : "sheets", base::listed(names), one ? "has" : "have", format.many, one ? "was" : "were",
      one ? "it" : "each");
}

std::string hidden(std::string_view what, const std::vector<std::string>& which) {
  const bool one = which.size() == 1;
  return fmt::format(
      "{}{} {} {} hidden in your file and {} read all the same. Show {} in your spreadsheet program, and "
      "delete there what should not be added.",
      what, one ? "" : "s", base::listed(which), one ? "is" : "are", one ? "was" : "were",
      one ? "it" : "them");
}

// What the person did not see of the file, or did not know that it was not read.
void tell(std::vector<std::string>& notes, const Format& format, const Columns& columns,
          const documents::Sheet& sheet) {
  if (!sheet.guessed_alphabet.empty()) {
    notes.push_back(
        fmt::format("The file does not say in which alphabet it was saved; it was read as Western European "
                    "({}). Look at the names below: where one is wrong, save the file as .xlsx or as CSV "
                    "UTF-8 and upload that instead.",
                    sheet.guessed_alphabet));
  }
  std::vector<std::string> rows;
  for (const auto& row : sheet.rows) {
    if (row.hidden && row.number > columns.header_row) rows.push_back(base::thousands(row.number));
  }
  if (!rows.empty()) notes.push_back(hidden("Row", rows));
  std::vector<std::string> hidden_columns;
  for (const std::size_t column : sheet.hidden_columns) {
    if (std::ranges::find(columns.at, std::optional(column)) != columns.at.end())
      hidden_columns.push_back(documents::column_name(column));
  }
  if (!hidden_columns.empty()) notes.push_back(hidden("Column", hidden_columns));
  if (!sheet.others.empty()) notes.push_back(other_sheets(format, sheet));
  if (const auto ignored = ignored_headings(format, columns); !ignored.empty()) {
    notes.push_back(fmt::format("{} {} not needed and {} ignored.", fmt::join(ignored, ", "),
                                ignored.size() == 1 ? "is a column that is" : "are columns that are",
                                ignored.size() == 1 ? "was" : "were"));
  }
}

}  // namespace

base::Result<UploadFile> read_upload(const Format& format, std::string_view bytes) {
  HeaderSearch search{format};
  auto sheet = documents::read_spreadsheet(bytes, {.rows = format.most_rows}, std::ref(search));
  if (!sheet) {
    const bool no_header = sheet.error().kind == base::Refusal::Kind::not_found;
    return base::refuse(no_header && search.partly ? search.what_is_missing()
                                                   : file_problem(sheet.error().fields.at(0).message));
  }
  const auto header = std::ranges::find_if(sheet->rows, std::ref(search));
  UploadFile file{columns_of(format, *header), {}, {}};
  if (const auto twice = file.columns.twice) {
    return base::refuse(file_problem(
        fmt::format("The column {} is there twice in row {}. Delete one of them and upload the file again.",
                    format.columns[*twice].name, file.columns.header_row)));
  }
  tell(file.notes, format, file.columns, *sheet);
  file.rows.assign(std::make_move_iterator(header + 1), std::make_move_iterator(sheet->rows.end()));
  if (file.rows.empty()) {
    return base::refuse(file_problem(fmt::format(
        "There are no {} below the headings in row {}. Add a row for each {} and upload the file again.{}",
        format.many, file.columns.header_row, format.one,
        sheet->others.empty() ? "" : " " + other_sheets(format, *sheet))));
  }
  return file;
}

}  // namespace uploads
