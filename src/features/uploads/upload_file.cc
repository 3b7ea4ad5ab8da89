#include "features/uploads/upload_file.h"

#include <fmt/format.h>

#include "base/text.h"

namespace uploads {
namespace {

constexpr std::size_t enough_to_mean_a_header = 2;

base::Refusal file_problem(std::string sentence) {
  return base::Refusal::bad_input("file", std::move(sentence));
}

documents::Limits limits_of(const Format& format) {
  return {.rows = format.most_rows};
}

auto has_columns(const Format& format, std::size_t at_least) {
  return [&format, at_least](const documents::SheetRow& row) {
    return columns_of(format, row).found() >= at_least;
  };
}

std::string names_of(const Format& format, const std::vector<std::size_t>& columns) {
  std::string text;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) text += i + 1 == columns.size() ? " and " : ", ";
    text += format.columns[columns[i]].name;
  }
  return text;
}

// A sheet that has only some of the headings tells better what is wrong than "no headings".
base::Refusal why_no_header(const Format& format, std::string_view bytes, base::Refusal otherwise) {
  if (otherwise.fields.at(0).message != documents::no_headings) return otherwise;
  const auto partly =
      documents::read_spreadsheet(bytes, limits_of(format), has_columns(format, enough_to_mean_a_header));
  if (!partly) return otherwise;
  for (const documents::SheetRow& row : partly->rows) {
    const Columns columns = columns_of(format, row);
    if (columns.found() < enough_to_mean_a_header) continue;
    const auto missing = columns.missing();
    return file_problem(fmt::format(
        "The {} {} {} missing from the headings in row {}. Add {}, or copy your {} into the template.",
        missing.size() == 1 ? "column" : "columns", names_of(format, missing),
        missing.size() == 1 ? "is" : "are", row.number, missing.size() == 1 ? "it" : "them", format.many));
  }
  return otherwise;
}

std::string column_list(const std::vector<std::string>& headings) {
  std::string text;
  for (const std::string& heading : headings)
    text += (text.empty() ? "\u201C" : ", \u201C") + heading + "\u201D";
  return text;
}

std::vector<std::string> ignored_headings(const Format& format, const Columns& columns) {
  std::vector<std::string> ignored;
  for (const std::string& heading : columns.headings) {
    if (!heading.empty() && heading != corrections_heading && !column_headed(format, heading))
      ignored.push_back(heading.substr(0, 100));
  }
  return ignored;
}

}  // namespace

base::Result<UploadFile> read_upload(const Format& format, std::string_view bytes) {
  const std::size_t all = format.columns.size();
  auto sheet = documents::read_spreadsheet(bytes, limits_of(format), has_columns(format, all));
  if (!sheet) return base::refuse(why_no_header(format, bytes, std::move(sheet.error())));
  UploadFile file;
  std::size_t header = 0;
  while (columns_of(format, sheet->rows.at(header)).found() < all) ++header;
  file.columns = columns_of(format, sheet->rows[header]);
  if (const auto twice = file.columns.twice) {
    return base::refuse(file_problem(
        fmt::format("The column {} is there twice in row {}. Delete one of them and upload the file again.",
                    format.columns[*twice].name, file.columns.header_row)));
  }
  file.rows.assign(std::make_move_iterator(sheet->rows.begin() + static_cast<std::ptrdiff_t>(header) + 1),
                   std::make_move_iterator(sheet->rows.end()));
  if (file.rows.empty()) {
    return base::refuse(file_problem(fmt::format(
        "There are no {} below the headings in row {}. Add a row for each {} and upload the file again.",
        format.many, file.columns.header_row, format.one)));
  }
  if (!sheet->note.empty()) file.notes.push_back(std::move(sheet->note));
  if (const auto ignored = ignored_headings(format, file.columns); !ignored.empty()) {
    file.notes.push_back(fmt::format("{} {} not needed and {} ignored.", column_list(ignored),
                                     ignored.size() == 1 ? "is a column that is" : "are columns that are",
                                     ignored.size() == 1 ? "was" : "were"));
  }
  return file;
}

}  // namespace uploads
