#include <gmock/gmock.h>

#include "features/centre_upload/centre_kind.h"
#include "features/uploads/upload_check.h"
#include "features/uploads/uploads.h"

namespace centre_upload {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using uploads::CheckedFile;

constexpr const char* strong = "tulip harbour velvet cactus";
const std::string headings = "Centre number,Centre name,First name,Last name,Email,Password\n";

const access::Actor hub_operator{.account = access::AccountId{7},
                                 .centre = access::CentreId{0},
                                 .role = access::Role::hub_operator,
                                 .name = "Olive Operator",
                                 .centre_name = {},
                                 .centre_number = {}};

CheckedFile check_file(std::string_view bytes) {
  const auto kind = centres_with_admins();
  return uploads::check_upload(*kind, uploads::read_upload(format(), bytes).value(), hub_operator,
                               [](auto) { return std::vector<uploads::Taken>{}; });
}

CheckedFile check(const std::string& rows) {
  return check_file(headings + rows);
}

std::string row(const std::string& number, const std::string& email, const std::string& name = "Ysgol Siân",
                const std::string& password = strong) {
  return number + "," + name + ",Nia,Newbury," + email + "," + password + "\n";
}

std::vector<std::string> problems(const CheckedFile& file) {
  std::vector<std::string> all;
  for (const auto& p : file.problems)
    all.push_back(fmt::format("{} {} [{}] {}", p.row, p.column, p.value, p.what_to_do));
  return all;
}

std::string refusal_of(std::string_view bytes) {
  const auto file = uploads::read_upload(format(), bytes);
  return file ? "accepted" : file.error().fields.at(0).message;
}

TEST(CentreCheck, a_complete_row_is_ready_as_it_was_typed) {
  const CheckedFile file =
      check(" 00042 ,Ysgol Siân & Ffôs,Nia,O'Neil,Nia@New.example,tulip harbour velvet cactus\n");
  ASSERT_EQ(file.ready.size(), 1u);
  EXPECT_THAT(file.ready[0].row.values,
              ElementsAre("00042", "Ysgol Siân & Ffôs", "Nia", "O'Neil", "Nia@New.example", ""));
  EXPECT_EQ(file.ready[0].password.plain(), strong);
  EXPECT_THAT(file.problems, IsEmpty());
}

TEST(CentreCheck, every_missing_value_is_named) {
  EXPECT_THAT(problems(check(",,Nia,,,\n")),
              ElementsAre(StartsWith("2 Centre number [] Enter the centre number"),
                          StartsWith("2 Centre name [] "), StartsWith("2 Last name [] "),
                          StartsWith("2 Email [] "), StartsWith("2 Password [] Enter a password.")));
}

TEST(CentreCheck, what_the_form_refuses_is_refused_with_the_same_words) {
  EXPECT_THAT(problems(check(row("123456", "nia@") + row("1234a", "b@new.example"))),
              ElementsAre("2 Centre number [123456] Enter the centre number: five digits, such as 12345.",
                          AllOf(StartsWith("2 Email [nia@] "), HasSubstr("is not an email address")),
                          "3 Centre number [1234a] Enter the centre number: five digits, such as 12345."));
}

TEST(CentreCheck, a_number_that_lost_its_zeros_is_said_so) {
  EXPECT_THAT(
      problems(check(row("42", "nia@new.example"))),
      ElementsAre(AllOf(StartsWith("2 Centre number [42] "), HasSubstr("dropped zeros at the front"))));
}

TEST(CentreCheck, a_weak_password_is_said_with_why_and_never_shown) {
  const auto found =
      problems(check(row("30003", "nia@new.example", "Hazelwood Academy", "hazelwood academy") +
                     row("30004", "b@new.example", "New School", "short")));
  EXPECT_THAT(found, ElementsAre(StartsWith("2 Password [] This password is too easy to guess."),
                                 StartsWith("3 Password [] Use at least 12 characters")));
  for (const auto& problem : found) EXPECT_THAT(problem, Not(HasSubstr("hazelwood academy")));
}

TEST(CentreCheck, the_same_number_twice_names_both_rows_and_where_further_Centre_Admins_are_appointed) {
  const std::string sentence =
      "The same centre number is in rows 2 and 4. Leave it in one of them only: you appoint further Centre "
      "Admins on "
      "the centre's page.";
  EXPECT_THAT(problems(check(row("30003", "a@new.example") + row("30004", "b@new.example") +
                             row("30003", "c@new.example"))),
              ElementsAre("2 Centre number [30003] " + sentence, "4 Centre number [30003] " + sentence));
}

TEST(CentreCheck, the_same_email_twice_names_both_rows) {
  EXPECT_THAT(
      problems(check(row("30003", "a@new.example") + row("30004", "A@New.example"))),
      ElementsAre(HasSubstr("The same email is in rows 2 and 3."), HasSubstr("The same email is in rows 2")));
}

TEST(CentreCheck, an_example_half_overwritten_is_a_problem) {
  EXPECT_THAT(
      problems(check(row("00000", "alex.example@school.example"))),
      ElementsAre(HasSubstr("This is the centre number of the template's example. Enter this centre's own."),
                  HasSubstr("This is the email of the template's example. Enter this person's own.")));
}

TEST(CentreCheck, knows_its_columns_by_other_names_in_any_order) {
  const CheckedFile file = check_file(
      "PASSWORD,e-mail*,Surname,Forename,School,centre_number\ntulip harbour velvet "
      "cactus,a@new.example,Lee,Ann,New "
      "School,30003\n");
  ASSERT_EQ(file.ready.size(), 1u);
  EXPECT_EQ(file.ready[0].row.values[number], "30003");
  EXPECT_EQ(file.ready[0].row.values[name], "New School");
}

TEST(CentreCheck, a_file_of_users_is_refused_with_the_columns_that_are_missing) {
  EXPECT_EQ(refusal_of("First name,Last name,Email,Password,Role\na,b,c,d,INV\n"),
            "The columns Centre number and Centre name are missing from the headings in row 1. Add them, or "
            "copy your "
            "centres into the template.");
}

TEST(CentreCheck, a_file_without_rows_or_with_more_than_2000_is_refused) {
  EXPECT_EQ(refusal_of(headings),
            "There are no centres below the headings in row 1. Add a row for each centre and upload the file "
            "again.");
  std::string rows;
  for (int i = 0; i < 2001; ++i) rows += row(std::to_string(10'000 + i), "a@new.example");
  EXPECT_EQ(refusal_of(headings + rows),
            "The sheet has more than 2,000 rows. Split it into smaller files and upload each of them.");
}

TEST(CentreTemplate, is_read_back_with_its_example_left_out) {
  const CheckedFile file = check_file(uploads::template_workbook(format()));
  EXPECT_THAT(file.columns.headings, ElementsAre("Centre number*", "Centre name*", "First name*",
                                                 "Last name*", "Email*", "Password*"));
  EXPECT_THAT(file.ready, IsEmpty());
  EXPECT_THAT(file.problems, IsEmpty());
  EXPECT_THAT(file.notes, ElementsAre("Row 2 is the template's example and was left out."));
}

}  // namespace
}  // namespace centre_upload
