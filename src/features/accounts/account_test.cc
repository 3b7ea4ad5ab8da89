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

// Of people who got an account that they could not sign in to.
std::string email_problem(const std::string& email) {
  const auto errors = check_email(email);
  return errors.size() == 1 && errors[0].field == "email" ? errors[0].message : "none";
}

TEST(CheckedEmail, with_an_invisible_character_gave_an_account_that_nobody_could_sign_in_to) {
  for (const auto* invisible : {"\u200E", "\u200B", "\u200D", "\u2060", "\u00AD", "\uFEFF", "\u00A0",
                                "\u3164", "\uFE0F", "\u034F", "\U000E0061", "\u2800", "\u0085"}) {
    for (const std::string place : {"ann@field.example", "field.example", "nn@", "example"}) {
      std::string email = "ann@field.example";
      email.insert(email.find(place) == 0 ? 3 : email.find(place), invisible);
      EXPECT_THAT(email_problem(email), HasSubstr("The email holds the invisible character U+")) << email;
    }
  }
  EXPECT_THAT(email_problem("ann@field.example\u200E"), HasSubstr("U+200E (left-to-right mark)"));
}

TEST(CheckedEmail, with_typographic_signs_gave_an_account_that_nobody_could_sign_in_to) {
  for (const auto* sign :
       {"’", "‘", "“", "”", "–", "—", "‑", "´", "…", "·", "＠", "．", "‚", "′", "✉", "½"}) {
    const auto problem = email_problem("zoe.o" + std::string(sign) + "neil@field.example");
    EXPECT_THAT(problem,
                ::testing::AnyOf(HasSubstr("The email holds “"), HasSubstr("is not an email address")))
        << sign;
  }
  EXPECT_EQ(email_problem("zoe.o’neil@field.example"),
            "The email holds “’” (U+2019), which no address has. Type it again by hand.");
  EXPECT_EQ(email_problem("zoe.o'neil@field.example"), "none");
}

TEST(CheckedEmail, with_quotation_marks_round_it_gave_an_account_that_nobody_could_sign_in_to) {
  for (const auto* email :
       {"'ann@field.example'", "'ann@field.example", "ann'@field.example", "`ann@field.example`",
        "\"ann@field.example\"", "“ann@field.example”", "‘ann@field.example’", "«ann@field.example»",
        "ann@field.example'", "<ann@field.example>"}) {
    EXPECT_NE(email_problem(email), "none") << email;
  }
  EXPECT_THAT(email_problem("'ann@field.example'"), HasSubstr("in quotation marks. Leave them out"));
}

TEST(CheckedEmail, at_an_impossible_domain_gave_an_account_that_nobody_could_sign_in_to) {
  for (const auto* email :
       {"ann@-field-.example", "ann@field-.example", "ann@field.-example", "ann@field.123", "ann@192.168.0.1",
        "ann@field.example?subject=x", "ann@field.example#x", "ann@field.example/", "ann@field_1.example",
        "ann@field.ex_ample", "ann@field.example.", "ann@field!.example", "ann@field.1x",
        "ann@field.exam'ple", "ann@field.example%20", "ann@field.example&x"}) {
    EXPECT_NE(email_problem(email), "none") << email;
  }
  EXPECT_NE(email_problem("ann@" + std::string(64, 'x') + ".example"), "none");
  EXPECT_THAT(email_problem("ann@field.example/"), HasSubstr("it cannot hold “/” behind the @"));
  for (const auto* email : {"ann@xn--hxajbheg2az3al.xn--jxalpdlp", "ann@3com.example", "ann@a--b.example",
                            "ann@δοκιμή.example", "ann@x.sch.uk", "ann@field.भारत"}) {
    EXPECT_EQ(email_problem(email), "none") << email;
  }
}

TEST(CheckedEmail, with_an_impossible_part_before_the_at_gave_an_account_that_nobody_could_sign_in_to) {
  for (const auto* email : {".ann@field.example", "ann.@field.example", "ann..lee@field.example",
                            "jos?@field.example", "ann\uFFFD@field.example"}) {
    EXPECT_NE(email_problem(email), "none") << email;
  }
  for (const auto* email : {"ann+exams@field.example", "_ann@field.example", "ann-@field.example",
                            "a/b@field.example", "#ann@field.example", "иван@field.example"}) {
    EXPECT_EQ(email_problem(email), "none") << email;
  }
}

TEST(CheckedEmail, with_a_letter_that_only_looks_Latin_gave_an_account_that_nobody_could_sign_in_to) {
  EXPECT_EQ(email_problem("\u0430nn@field.example"),
            "The email holds “\u0430” (U+0430), which no address has. Type it again by hand.");
  EXPECT_NE(email_problem("ann@fi\u0435ld.example"), "none");
  EXPECT_NE(email_problem("\u03BFlive@field.example"), "none");
}

TEST(CheckedFields, a_name_of_nothing_that_can_be_seen_was_taken) {
  for (const char* name : {"\u200B\u200E\u2060", "\u200D", "\u00AD", "\u3164", "\u2800", "\u115F\u1160",
                           "\uFE0F", "\U000E0020"}) {
    EXPECT_THAT(check_name(name), ElementsAre(error_beside("first_name"), error_beside("last_name"))) << name;
  }
  EXPECT_THAT(check_name("\u200D")[0].message,
              HasSubstr("nothing that can be seen, only the invisible character U+200D"));
  for (const char* name : {"👩‍🏫", "نیک‌نام", "\u200FAnn", "X", "Mary\u00A0Ann"})
    EXPECT_THAT(check_name(name), IsEmpty()) << name;
}

TEST(CheckedFields, a_name_that_lost_letters_when_it_was_saved_was_taken) {
  for (const char* name : {"Ll?r", "?ukasz", "Jos?", "????", "Si\uFFFDn"}) {
    EXPECT_THAT(check_name(name), ElementsAre(error_beside("first_name"), error_beside("last_name"))) << name;
    EXPECT_THAT(check_name(name)[0].message, HasSubstr("lost letters when it was saved")) << name;
  }
}

TEST(CheckedFields, tell_which_character_a_name_cannot_hold) {
  EXPECT_EQ(check_name("Ann\nMarie")[0].message, "The first name holds a line break. Type it again by hand.");
  EXPECT_EQ(
      check_name("Ann\u202Egpj")[0].message,
      "The first name holds the invisible character U+202E (right-to-left override). Type it again by hand.");
  EXPECT_EQ(
      check_name("O\u0092Neil")[0].message,
      "The first name holds the invisible character U+0092 (“’” of an old program). Type it again by hand.");
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
