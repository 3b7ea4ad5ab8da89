#include "features/user_upload/upload_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "access/rules.h"
#include "base/text.h"
#include "documents/column_name.h"
#include "features/accounts/account.h"
#include "features/accounts/password.h"

namespace user_upload {
namespace {

constexpr std::size_t longest_value_shown = 100;

std::string shortened(const std::string& value) {
  if (base::characters(value) <= longest_value_shown) return value;
  std::size_t end = longest_value_shown;  // bytes: at least so many characters are no more than that
  while ((static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;
  return value.substr(0, end) + "…";
}

// One row on its way through the check.
struct Judged {
  std::size_t number;
  accounts::PersonFields person;
  std::string email_key;  // empty where there is no email to compare
  std::vector<Problem> problems;

  void add(std::optional<Column> column, std::string value, std::string what_to_do) {
    problems.push_back({number, column ? std::string(name(*column)) : "", shortened(value), std::move(what_to_do)});
  }
};

class Check {
 public:
  Check(UploadFile file, const access::Actor& actor)
      : file_(std::move(file)), actor_(actor), may_give_(access::roles_to_give(actor)) {}

  CheckedFile run(const EmailOwners& owners) {
    for (const auto& row : file_.rows) judged_.push_back(judge(row));
    judge_repeats();
    judge_owners(owners);
    return outcome();
  }

 private:
  const documents::Cell& cell(const documents::SheetRow& row, Column column) const {
    static const documents::Cell blank;
    const std::size_t at = file_.columns.index(column);
    return at < row.cells.size() ? row.cells[at] : blank;
  }

  std::string text(const documents::SheetRow& row, Column column) const {
    return base::trimmed(cell(row, column).text);
  }

  bool is_blank(const documents::SheetRow& row) const {
    return std::ranges::all_of(
        all_columns, [&](Column column) { return text(row, column).empty() && cell(row, column).problem.empty(); });
  }

  bool is_example(const documents::SheetRow& row) const {
    return std::ranges::all_of(all_columns, [&](Column column) { return text(row, column) == example(column); });
  }

  // The first cell with something in it under no heading.
  std::optional<std::size_t> stray_cell(const documents::SheetRow& row) const {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const bool headed = i < file_.columns.headings.size() && !file_.columns.headings[i].empty();
      if (!headed && (!row.cells[i].problem.empty() || !base::trimmed(row.cells[i].text).empty())) return i;
    }
    return {};
  }

  Judged judge(const documents::SheetRow& row) const {
    Judged judged{row.number,
                  accounts::typed(text(row, Column::first_name), text(row, Column::last_name), text(row, Column::email),
                                  text(row, Column::role)),
                  {},
                  {}};
    if (const auto stray = stray_cell(row)) {
      // The cells may be shifted: whatever stands in them could be the password, so none is judged or shown.
      judged.add({}, {},
                 fmt::format("This row has more cells than there are headings: column {} has something in it. Move "
                             "each value under its heading and delete what is left over.",
                             documents::column_name(*stray)));
    } else if (is_blank(row)) {
      judged.add({}, {}, "This row has something in it, but no user. Fill it in or delete it.");
    } else if (!is_example(row)) {
      judge_cells(row, judged);
    }
    return judged;
  }

  void judge_cells(const documents::SheetRow& row, Judged& judged) const {
    judged.email_key = accounts::email_key(judged.person.email);
    const auto errors = accounts::check(judged.person, may_give_);
    for (const Column column : all_columns) {
      if (const auto& problem = cell(row, column).problem; !problem.empty()) {
        judged.add(column, {}, fmt::format("This cell {}.", problem));
        continue;
      }
      if (column == Column::password) {
        if (auto problem = password_problem(text(row, column), judged.person))
          judged.add(column, {}, std::move(*problem));
        continue;
      }
      for (const auto& error : errors) {
        if (error.field == form_field(column)) judged.add(column, text(row, column), error.message);
      }
    }
    if (judged.person.email == example(Column::email)) {
      judged.add(Column::email, judged.person.email,
                 "This is the email of the template's example. Enter this person's own.");
    }
  }

  std::optional<std::string> password_problem(const std::string& password, const accounts::PersonFields& person) const {
    if (password.find_first_of("\r\n\t") != std::string::npos)
      return "The password holds a line break or a tab. Type it again on one line.";
    const std::string own_words[] = {person.first_name, person.last_name, person.email, actor_.centre_name,
                                     actor_.centre_number};
    return accounts::password_problem(password, own_words);
  }

  void judge_repeats() {
    std::map<std::string, std::vector<Judged*>> by_email;
    for (Judged& judged : judged_) {
      if (!judged.email_key.empty()) by_email[judged.email_key].push_back(&judged);
    }
    for (const auto& [key, rows] : by_email) {
      if (rows.size() < 2) continue;
      for (Judged* judged : rows)
        judged->add(Column::email, judged->person.email,
                    fmt::format("The same email is in {}. Leave it in one of them only.", row_list(rows)));
    }
  }

  static std::string row_list(const std::vector<Judged*>& rows) {
    constexpr std::size_t most_named = 10;
    std::string text = "rows ";
    for (std::size_t i = 0; i < std::min(rows.size(), most_named); ++i) {
      if (i > 0) text += i + 1 == rows.size() ? " and " : ", ";
      text += base::thousands(rows[i]->number);
    }
    if (rows.size() > most_named) text += fmt::format(" and {} more", base::thousands(rows.size() - most_named));
    return text;
  }

  void judge_owners(const EmailOwners& owners) {
    std::vector<Judged*> rows;
    std::vector<std::string> keys;
    for (Judged& judged : judged_) {
      if (judged.email_key.empty()) continue;
      rows.push_back(&judged);
      keys.push_back(judged.email_key);
    }
    const auto found = keys.empty() ? std::vector<accounts::EmailOwner>{} : owners(keys);
    for (std::size_t i = 0; i < rows.size(); ++i) judge_owner(*rows[i], found.at(i));
  }

  static void judge_owner(Judged& judged, const accounts::EmailOwner& owner) {
    using Where = accounts::EmailOwner::Where;
    if (owner.where == Where::this_centre) {
      judged.add(
          Column::email, judged.person.email,
          fmt::format("{} is already a user of your centre with this email. Delete row {}, or edit the existing user.",
                      owner.name, base::thousands(judged.number)));
    } else if (owner.where == Where::elsewhere) {
      judged.add(
          Column::email, judged.person.email,
          "This email is already registered with the Hub. Use another email for this person, or delete the row.");
    }
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
        kept.number = judged.number;
        for (auto& typed : row.cells) kept.cells.emplace_back(std::move(typed.text));
      } else if (is_example(row)) {
        checked.notes.push_back(
            fmt::format("Row {} is the template's example and was left out.", base::thousands(judged.number)));
      } else {
        checked.ready.push_back({judged.number, std::move(judged.person), Secret(text(row, Column::password))});
      }
      for (auto& typed : row.cells) wipe(typed.text);
    }
    checked.columns = std::move(file_.columns);
    return checked;
  }

  UploadFile file_;
  const access::Actor& actor_;
  std::vector<access::Role> may_give_;
  std::vector<Judged> judged_;
};

}  // namespace

CheckedFile check_upload(UploadFile file, const access::Actor& actor, const EmailOwners& owners) {
  return Check(std::move(file), actor).run(owners);
}

}  // namespace user_upload
