#include "features/uploads/upload_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.h"
#include "documents/cell_text.h"
#include "features/uploads/row_cells.h"

namespace uploads {
namespace {

constexpr std::size_t longest_value_shown = 100;

std::string shortened(const std::string& value) {
  std::string start = base::first_characters(value, longest_value_shown);
  return start.size() == value.size() ? start : start + "…";
}

// One row on its way through the check.
struct Judged {
  Row row;
  bool comparable = false;  // its values stand under their headings: they can be held against other rows
  std::vector<Problem> problems;
};

class Check {
 public:
  Check(const Kind& kind, UploadFile file, const access::Actor& actor)
      : kind_(kind),
        format_(kind.format()),
        file_(std::move(file)),
        cells_(format_, file_.columns),
        actor_(actor) {}

  CheckedFile run(const FindTaken& taken) {
    for (const auto& row : file_.rows) judged_.push_back(judge(row));
    for (std::size_t column = 0; column < format_.columns.size(); ++column) {
      if (format_.columns[column].same != nullptr) judge_repeats(column);
    }
    judge_taken(taken);
    return outcome();
  }

 private:
  void add(Judged& judged, std::size_t column, std::string what_to_do) const {
    const Column& of = format_.columns[column];
    judged.problems.push_back({judged.row.number, std::string(of.name), shortened(judged.row.values[column]),
                               std::move(what_to_do)});
  }

  static void add_to_whole(Judged& judged, std::string what_to_do) {
    judged.problems.push_back({judged.row.number, {}, {}, std::move(what_to_do)});
  }

  Judged judge(const documents::SheetRow& row) {
    Judged judged{{row.number, cells_.values(row)}, false, {}};
    if (const auto stray = cells_.stray(row)) {
      // The cells may be shifted: whatever stands in them could be the password, so none is judged or shown.
      add_to_whole(
          judged,
          fmt::format("This row has more cells than there are headings: column {} has something in it. Move "
                      "each value under its heading and delete what is left over.",
                      documents::column_name(*stray)));
    } else if (cells_.blank(row)) {
      add_to_whole(judged, fmt::format("This row has something in it, but no {}. Fill it in or delete it.",
                                       format_.one));
    } else if (!cells_.is_example(row)) {
      judged.comparable = true;
      judge_cells(row, judged);
    }
    return judged;
  }

  // A row that a file repeats ten thousand times is judged once.
  const std::vector<base::FieldError>& errors_of(const Values& values, const std::string& password) {
    if (!last_ || last_->values != values || last_->password.plain() != password)
      last_ = Last{values, Secret(std::string(password)), kind_.judge(actor_, values, password)};
    return last_->errors;
  }

  void judge_cells(const documents::SheetRow& row, Judged& judged) {
    std::string password = cells_.password(row);
    const auto& errors = errors_of(judged.row.values, password);
    for (std::size_t i = 0; i < format_.columns.size(); ++i) {
      const Column& column = format_.columns[i];
      if (const auto& problem = cells_.of(row, i).problem; !problem.empty()) {
        judged.row.values[i].clear();
        add(judged, i, fmt::format("This cell {}.", problem));
      } else if (column.secret && password.find_first_of("\r\n\t") != std::string::npos) {
        add(judged, i, "The password holds a line break or a tab. Type it again on one line.");
      } else {
        for (const auto& error : errors) {
          if (error.field == column.form_field) add(judged, i, error.message);
        }
      }
    }
    wipe(password);
    judge_left_example(judged);
  }

  void judge_left_example(Judged& judged) const {
    for (std::size_t i = 0; i < format_.columns.size(); ++i) {
      const Column& column = format_.columns[i];
      if (column.whose.empty() || judged.row.values[i] != column.example) continue;
      add(judged, i,
          fmt::format("This is the {} of the template's example. Enter {} own.", base::folded(column.name),
                      column.whose));
    }
  }

  void judge_repeats(std::size_t column) {
    const Column& of = format_.columns[column];
    std::map<std::string, std::vector<Judged*>> by_value;
    for (Judged& judged : judged_) {
      if (judged.comparable && !judged.row.values[column].empty())
        by_value[of.same(judged.row.values[column])].push_back(&judged);
    }
    for (const auto& [value, rows] : by_value) {
      if (rows.size() < 2) continue;
      std::vector<std::string> numbers;
      for (const Judged* judged : rows) numbers.push_back(base::thousands(judged->row.number));
      for (Judged* judged : rows)
        add(*judged, column,
            fmt::format("The same {} is in rows {}. {}", base::folded(of.name), base::listed(numbers),
                        of.if_twice));
    }
  }

  void judge_taken(const FindTaken& find_taken) {
    std::vector<Judged*> asked;
    std::vector<Row> rows;
    for (Judged& judged : judged_) {
      if (!judged.comparable) continue;
      asked.push_back(&judged);
      rows.push_back(judged.row);
    }
    if (rows.empty()) return;
    for (Taken& taken : find_taken(rows)) add(*asked.at(taken.at), taken.column, std::move(taken.what_to_do));
  }

  CheckedFile outcome() {
    CheckedFile checked;
    checked.notes = std::move(file_.notes);
    for (std::size_t i = 0; i < judged_.size(); ++i) {
      Judged& judged = judged_[i];
      documents::SheetRow& row = file_.rows[i];
      if (!judged.problems.empty()) {
        std::ranges::move(judged.problems, std::back_inserter(checked.problems));
        ProblemRow& kept = checked.problem_rows.emplace_back();
        kept.number = judged.row.number;
        for (auto& typed : row.cells) kept.cells.emplace_back(std::move(typed.text));
      } else if (cells_.is_example(row)) {
        checked.notes.push_back(fmt::format("Row {} is the template's example and was left out.",
                                            base::thousands(judged.row.number)));
      } else {
        checked.ready.push_back({std::move(judged.row), Secret(cells_.password(row))});
      }
      for (auto& typed : row.cells) wipe(typed.text);
    }
    checked.columns = std::move(file_.columns);
    return checked;
  }

  const Kind& kind_;
  const Format& format_;
  UploadFile file_;
  const RowCells cells_;
  const access::Actor& actor_;
  std::vector<Judged> judged_;
  struct Last {
    Values values;
    Secret password;
    std::vector<base::FieldError> errors;
  };
  std::optional<Last> last_;
};

}  // namespace

CheckedFile check_upload(const Kind& kind, UploadFile file, const access::Actor& actor,
                         const FindTaken& taken) {
  return Check(kind, std::move(file), actor).run(taken);
}

}  // namespace uploads
