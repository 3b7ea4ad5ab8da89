#include "features/user_upload/upload_workbooks.h"

#include <algorithm>

#include "base/text.h"
#include "documents/workbook.h"

namespace user_upload {
namespace {

using documents::Workbook;

std::string_view note(Column column) {
  switch (column) {
    case Column::first_name:
      return "As it should read on the certificate.";
    case Column::last_name:
      return "As it should read on the certificate.";
    case Column::email:
      return "One email for each person. Use centre email addresses wherever possible.";
    case Column::password:
      return "At least 12 characters, for example four words that have nothing to do with each other. The person "
             "chooses their own at first sign-in.";
    case Column::role:
      return "EO: exams officer or assistant, who may add and manage users. SLT: senior leader. INV: invigilator.";
  }
  return {};
}

documents::Column column_of(Column column) {
  documents::Column made{.heading = std::string(starred(column)), .width = 24, .note = std::string(note(column))};
  if (column == Column::email) made.width = 36;
  if (column == Column::password) made.width = 34;
  if (column == Column::role) {
    made.width = 10;
    made.choices = {"EO", "SLT", "INV"};
  }
  return made;
}

const std::vector<std::string> instructions{
    "How to upload users",
    "1. Save this workbook under a name of your own (Save As): it opens as read-only so that the template stays as it "
    "is.",
    "2. On the sheet Users write one person in each row. Every column with a star must be filled in. The example in "
    "row 2 is left out when the file is uploaded; you may overwrite or delete it.",
    "3. Role is EO, SLT or INV. EO may create and manage user accounts. Those who only invigilate must be INV, which "
    "gives access to the assessments for invigilators and nothing else.",
    "4. Password: at least 12 characters and not easy to guess, for example four words that have nothing to do with "
    "each other. Each person chooses their own at first sign-in.",
    "5. One email can have one account. Where a person is already registered, delete their row.",
    "6. Save and close the file. In the Hub choose User Management, + Upload Users, choose the file, and look at the "
    "check: nobody is added before you press Add.",
    "You may add columns of your own; they are not read. Order and letter case of the headings do not matter.",
    "Delete the file when the users are added and have their passwords: it holds all of them.",
};

// All that is wrong with a row, in one cell.
std::string corrections(const CheckedFile& file, std::size_t row) {
  std::string text;
  for (const Problem& problem : std::ranges::equal_range(file.problems, row, {}, &Problem::row)) {
    if (!text.empty()) text += '\n';
    text += problem.column.empty() ? problem.what_to_do : problem.column + ": " + problem.what_to_do;
  }
  return text;
}

struct KeptColumn {
  std::size_t index;
  documents::Column made;
};

std::vector<KeptColumn> kept_columns(const CheckedFile& file) {
  std::size_t widest = file.columns.headings.size();
  for (const ProblemRow& row : file.problem_rows) widest = std::max(widest, row.cells.size());
  std::vector<KeptColumn> kept;
  for (std::size_t i = 0; i < widest; ++i) {
    const std::string heading = i < file.columns.headings.size() ? file.columns.headings[i] : "";
    if (heading == corrections_heading) continue;  // of the round before
    const auto known = column_headed(heading);
    documents::Column column = known ? column_of(*known) : documents::Column{};
    column.heading = heading;
    kept.push_back({i, std::move(column)});
  }
  return kept;
}

}  // namespace

std::string template_workbook() {
  Workbook workbook(true);
  std::vector<documents::Column> columns;
  std::vector<std::string> example_row;
  for (const Column column : all_columns) {
    columns.push_back(column_of(column));
    example_row.emplace_back(example(column));
  }
  workbook.sheet("Users", columns, false);
  workbook.row(example_row);
  workbook.text_sheet("Instructions", instructions);
  return workbook.bytes();
}

std::string problems_workbook(const CheckedFile& file) {
  Workbook workbook;
  const auto kept = kept_columns(file);
  std::vector<documents::Column> columns;
  for (const KeptColumn& column : kept) columns.push_back(column.made);
  columns.push_back({.heading = std::string(corrections_heading), .width = 80, .wrap = true});
  workbook.sheet("Users", columns);
  for (const ProblemRow& row : file.problem_rows) {
    std::vector<Workbook::Figure> cells;
    for (const KeptColumn& column : kept) {
      // Any cell may hold the password where cells are shifted, so none goes through a temporary file.
      cells.push_back({.kind = Workbook::Figure::Kind::secret,
                       .text = column.index < row.cells.size() ? row.cells[column.index].plain() : ""});
    }
    cells.push_back({.text = corrections(file, row.number)});
    workbook.row(cells);
    for (auto& cell : cells) wipe(cell.text);
  }
  return workbook.bytes();
}

}  // namespace user_upload
