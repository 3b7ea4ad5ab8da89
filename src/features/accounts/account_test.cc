#include "features/accounts/account.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accounts {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::vector<access::Role> any_role{access::Role::exams_officer, access::Role::senior_leader,
                                         access::Role::invigilator};

std::vector<base::FieldError> check_with(PersonFields person) {
  return check(person, any_role);
}

std::vector<base::FieldError> check_email(std::string email) {
  return check_with({"Siân", "Jones", std::move(email), "INV"});
}

std::vector<base::FieldError> check_name(std::string name) {
  return check_with({name, name, "a@b.example", "INV"});
}

auto error_beside(std::string field) {
  return Field(&base::FieldError::field, field);
}

TEST(TypedFields, lose_the_white_space_around_them_and_nothing_else) {
  const auto person = typed("  Mary  Ann ", "\u00A0O'Neil\t", " Mary.ONeil@School.example\n", " inv ");
  EXPECT_EQ(person.first_name, "Mary  Ann");
  EXPECT_EQ(person.last_name, "O'Neil");
  EXPECT_EQ(person.email, "Mary.ONeil@School.example");
  EXPECT_EQ(person.role, "inv");
}

TEST(CheckedFields, are_right_for_names_in_any_script) {
  for (const char* name :
       {"O'Neil", "O\u2019Neil", "Łukasz", "李", "Siân", "عائشة", "नीलम", "X Æ", "D'Arcy-Smith Jr.", "<b>"}) {
    EXPECT_THAT(check_name(name), IsEmpty()) << name;
  }
}

TEST(CheckedFields, that_are_all_missing_each_have_their_sentence) {
  EXPECT_THAT(check_with({}), ElementsAre(base::FieldError{"first_name", "Enter a first name."},
                                          base::FieldError{"last_name", "Enter a last name."},
                                          base::FieldError{"email", "Enter an email address."},
                                          base::FieldError{"role", "Choose a role: EO, SLT or INV."}));
}

TEST(CheckedFields, refuse_a_name_with_control_or_direction_turning_characters_or_that_is_not_UTF_8) {
  const std::string with_nul("Si\0an", 5);
  for (const std::string& name : {std::string("Si\nan"), std::string("Si\tan"), std::string("Si\x1b[31man"),
                                  with_nul, std::string("Si\xE2n"), std::string("\u202Enais")}) {
    EXPECT_THAT(check_name(name), ElementsAre(error_beside("first_name"), error_beside("last_name")));
  }
}

TEST(CheckedFields, count_a_names_characters_not_its_bytes) {
  std::string hundred;
  for (int i = 0; i < 100; ++i) hundred += "李";
  EXPECT_THAT(check_name(hundred), IsEmpty());
  EXPECT_THAT(check_name(hundred + "李"),
              ElementsAre(base::FieldError{"first_name",
                                           "Use at most 100 characters for the first name; this has 101."},
                          error_beside("last_name")));
}

TEST(CheckedEmail, is_right_for_what_people_have) {
  for (const char* email : {"sian.jones@school.example", "o'neil+exams@sub.school.sch.uk", "李@学校.example",
                            "Siân@Ysgol.example", "a@b.co", "first.last@123.example", "x_y-z@a-b.example"}) {
    EXPECT_THAT(check_email(email), IsEmpty()) << email;
  }
}

TEST(CheckedEmail, is_refused_when_it_is_no_address) {
  for (const char* email :
       {"sian", "sian@", "@school.example", "sian@school", "sian@@school.example", "si an@school.example",
        "a@b@school.example", "sian@.example", "sian@school.", "sian@school.e", "sian@a..example",
        "Siân <s@school.example>", "a@school.example,b@school.example", "a@school.example;",
        "sian\u00A0j@school.example", "mailto:s@school.example"}) {
    EXPECT_THAT(check_email(email), ElementsAre(error_beside("email"))) << email;
  }
}

TEST(CheckedEmail, is_refused_with_what_was_typed_in_the_sentence) {
  EXPECT_THAT(
      check_email("sian.jones"),
      ElementsAre(base::FieldError{"email",
                                   "\u201Csian.jones\u201D is not an email address. It needs the form "
                                   "name@school.example."}));
}

TEST(CheckedEmail, is_refused_with_control_characters_or_over_254_characters) {
  EXPECT_THAT(check_email("si\nan@school.example"), ElementsAre(error_beside("email")));
  EXPECT_THAT(check_email(std::string("si\0an@school.example", 20)), ElementsAre(error_beside("email")));
  const std::string domain = "@school.example";
  EXPECT_THAT(check_email(std::string(254 - domain.size(), 'a') + domain), IsEmpty());
  EXPECT_THAT(
      check_email(std::string(255 - domain.size(), 'a') + domain),
      ElementsAre(base::FieldError{"email", "Use at most 254 characters for the email; this has 255."}));
}

TEST(CheckedRole, is_refused_when_unknown_or_not_the_actors_to_give) {
  EXPECT_THAT(
      check_with({"Siân", "Jones", "s@school.example", "Teacher"}),
      ElementsAre(base::FieldError{"role", "\u201CTeacher\u201D is not a role. Use EO, SLT or INV."}));
  EXPECT_THAT(check({"Siân", "Jones", "s@school.example", "OPERATOR"}, any_role),
              ElementsAre(error_beside("role")));
  EXPECT_THAT(check({"Siân", "Jones", "s@school.example", "EO"}, {access::Role::invigilator}),
              ElementsAre(base::FieldError{"role", "You cannot give the role EO."}));
}

TEST(EmailKey, is_the_same_however_the_letters_are_cased_or_composed) {
  EXPECT_EQ(email_key("Siân.JONES@School.Example"), email_key("si\u0061\u0302n.jones@school.example"));
  EXPECT_NE(email_key("sian@school.example"), email_key("siân@school.example"));
}

TEST(SortKey, orders_by_last_name_then_first_as_a_British_reader_expects) {
  EXPECT_LT(sort_key("Zoe", "Adams"), sort_key("Adam", "Zephaniah"));
  EXPECT_LT(sort_key("Ann", "Smith"), sort_key("Ben", "Smith"));
  EXPECT_LT(sort_key("Zoe", "Smith"), sort_key("Ann", "Smithers"));
  EXPECT_LT(sort_key("Łukasz", "Łuk"), sort_key("Ann", "Moss"));
}

TEST(AccountSearchKey, holds_the_names_and_the_email_without_accents_and_apostrophes) {
  EXPECT_EQ(search_key("Łukasz", "O'Neil", "Lukasz@School.example"), "lukasz oneil lukasz@school.example");
  EXPECT_THAT(search_key("李", "明", "li@school.example"), HasSubstr("李 明"));
}

}  // namespace
}  // namespace accounts
