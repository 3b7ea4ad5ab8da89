#include "features/uploads/upload_check.h"

#include <gmock/gmock.h>

#include "base/text.h"
#include "features/user_upload/user_kind.h"

namespace user_upload {
namespace {

using accounts::EmailOwner;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using uploads::CheckedFile;
using uploads::Problem;
using uploads::Row;
using uploads::Secret;
using uploads::Taken;

const access::Actor officer{.account = access::AccountId{7},
                            .centre = access::CentreId{1},
                            .role = access::Role::exams_officer,
                            .name = "Olive Officer",
                            .centre_name = "Demo Hill School",
                            .centre_number = "10001"};
constexpr const char* strong = "tulip harbour velvet cactus";

std::vector<Taken> nothing(std::span<const Row>) {
  return {};
}

CheckedFile check(const std::string& rows, const uploads::FindTaken& taken = nothing,
                  const std::string& more_headings = {}) {
  const auto kind = users();
  const std::string headings = "First name,Last name,Email,Password,Role" + more_headings + "\n";
  return uploads::check_upload(*kind, uploads::read_upload(format(), headings + rows).value(), officer,
                               taken);
}

// Each problem as "row column [value] what to do".
std::vector<std::string> problems(const CheckedFile& file) {
  std::vector<std::string> all;
  for (const Problem& p : file.problems)
    all.push_back(fmt::format("{} {} [{}] {}", p.row, p.column, p.value, p.what_to_do));
  return all;
}

std::string row(const std::string& first, const std::string& email, const std::string& role = "INV",
                const std::string& password = strong) {
  return first + ",Lee," + email + "," + password + "," + role + "\n";
}

TEST(UploadCheck, a_complete_row_is_ready_as_it_was_typed) {
  const CheckedFile file =
      check(" Siân ,O'Neil,\xC2\xA0Sian@School.example ,tulip harbour velvet cactus ,inv\n");
  ASSERT_EQ(file.ready.size(), 1u);
  EXPECT_EQ(file.ready[0].row.number, 2u);
  EXPECT_EQ(person_of(file.ready[0].row.values).first_name, "Siân");
  EXPECT_EQ(person_of(file.ready[0].row.values).last_name, "O'Neil");
  EXPECT_EQ(person_of(file.ready[0].row.values).email, "Sian@School.example");
  EXPECT_EQ(file.ready[0].password.plain(), strong);
  EXPECT_THAT(file.problems, IsEmpty());
}

TEST(UploadCheck, every_missing_value_is_named) {
  EXPECT_THAT(problems(check("Ann,,,,\n")),
              ElementsAre(StartsWith("2 Last name [] "), StartsWith("2 Email [] "),
                          StartsWith("2 Password [] Enter a password."), StartsWith("2 Role [] ")));
}

TEST(UploadCheck, each_row_is_judged_on_its_own) {
  const CheckedFile file =
      check(row("Ann", "ann@school.example") + row("Bob", "bob") + row("Cy", "cy@school.example", "EXO"));
  EXPECT_EQ(file.ready.size(), 1u);
  EXPECT_EQ(file.problem_rows.size(), 2u);
  EXPECT_THAT(problems(file),
              ElementsAre(AllOf(StartsWith("3 Email [bob] "), HasSubstr("is not an email address")),
                          AllOf(StartsWith("4 Role [EXO] "), HasSubstr("is not a role"))));
}

TEST(UploadCheck, a_weak_password_is_said_with_why_and_never_shown) {
  const CheckedFile file = check(row("Ann", "ann@school.example", "INV", "password1234") +
                                 row("Bob", "bob@school.example", "INV", "short") +
                                 row("Siobhan", "s@school.example", "INV", "siobhan school"));
  EXPECT_THAT(problems(file), ElementsAre(StartsWith("2 Password [] This password is too easy to guess."),
                                          StartsWith("3 Password [] Use at least 12 characters"),
                                          StartsWith("4 Password [] This password is too easy to guess.")));
  for (const std::string& problem : problems(file)) EXPECT_THAT(problem, Not(HasSubstr("password1234")));
}

TEST(UploadCheck, a_password_over_two_lines_is_refused) {
  EXPECT_THAT(problems(check(row("Ann", "ann@school.example", "INV", "\"tulip harbour\nvelvet cactus\""))),
              ElementsAre(StartsWith("2 Password [] The password holds a line break")));
}

TEST(UploadCheck, the_same_email_twice_names_both_rows) {
  const std::string sentence = "The same email is in rows 2 and 4. Leave it in one of them only.";
  EXPECT_THAT(
      problems(check(row("Ann", "ann@school.example") + row("Bob", "bob@school.example") +
                     row("Anne", "ANN@school.example"))),
      ElementsAre("2 Email [ann@school.example] " + sentence, "4 Email [ANN@school.example] " + sentence));
}

TEST(UploadCheck, a_user_of_this_centre_is_named_and_one_of_elsewhere_is_not) {
  const auto taken = [](std::span<const Row> rows) {
    EXPECT_EQ(rows.size(), 3u);
    EXPECT_FALSE(taken_email(2, rows[2], {}));
    return std::vector<Taken>{*taken_email(0, rows[0], {EmailOwner::Where::this_centre, "Ann Lee-Jones"}),
                              *taken_email(1, rows[1], {EmailOwner::Where::elsewhere, "Secret Name"})};
  };
  const CheckedFile file = check(
      row("Ann", "Ann@School.example") + row("Bob", "bob@school.example") + row("Cy", "cy@school.example"),
      taken);
  EXPECT_THAT(problems(file),
              ElementsAre("2 Email [Ann@School.example] Ann Lee-Jones is already a user of your centre "
                          "with this email. Delete row 2, or edit the existing user.",
                          "3 Email [bob@school.example] This email is already registered with the Hub. "
                          "Use another email for this person, or delete the row."));
  EXPECT_EQ(file.ready.size(), 1u);
}

TEST(UploadCheck, values_that_are_too_long_are_refused_and_shown_shortened) {
  const auto found = problems(check(row(std::string(150, 'x'), "ann@school.example")));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(found[0], StartsWith("2 First name [" + std::string(100, 'x') + "…] "));
}

TEST(UploadCheck, a_row_with_too_many_cells_shows_none_of_them) {
  EXPECT_THAT(
      problems(check("Ann,Lee, Jones,ann@school.example," + std::string(strong) + ",INV\n")),
      ElementsAre("2  [] This row has more cells than there are headings: column F has something in it. Move "
                  "each value under its heading and delete what is left over."));
}

TEST(UploadCheck, a_row_with_something_only_in_an_ignored_column_is_a_problem) {
  EXPECT_THAT(problems(check(",,,,,Total\n", nothing, ",Note")),
              ElementsAre("2  [] This row has something in it, but no user. Fill it in or delete it."));
}

TEST(UploadCheck, the_templates_example_is_left_out_and_said_so) {
  const CheckedFile file = check("Alex,Example,alex.example@school.example,four words you choose,INV\n" +
                                 row("Ann", "ann@school.example"));
  EXPECT_EQ(file.ready.size(), 1u);
  EXPECT_THAT(file.problems, IsEmpty());
  EXPECT_THAT(file.notes, ElementsAre("Row 2 is the template's example and was left out."));
}

TEST(UploadCheck, an_example_half_overwritten_is_a_problem) {
  EXPECT_THAT(problems(check("Ann,Lee,alex.example@school.example," + std::string(strong) + ",INV\n")),
              ElementsAre(HasSubstr("This is the email of the template's example")));
}

TEST(UploadCheck, all_problems_of_a_row_are_told_at_once) {
  EXPECT_THAT(problems(check("Ann,Lee,ann@,short,XX\n")),
              ElementsAre(StartsWith("2 Email "), StartsWith("2 Password "), StartsWith("2 Role ")));
}

TEST(UploadCheck, problem_rows_keep_their_cells_as_typed) {
  const CheckedFile file = check("Ann,Lee,ann@,short,XX,note\n", nothing, ",Note");
  ASSERT_EQ(file.problem_rows.size(), 1u);
  std::vector<std::string> cells;
  for (const Secret& cell : file.problem_rows[0].cells) cells.push_back(cell.plain());
  EXPECT_THAT(cells, ElementsAre("Ann", "Lee", "ann@", "short", "XX", "note"));
}

}  // namespace
}  // namespace user_upload
