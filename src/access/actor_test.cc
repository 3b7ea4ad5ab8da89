#include "access/actor.h"

#include <gtest/gtest.h>

namespace access {
namespace {

TEST(RoleCode, is_what_the_database_keeps_and_reads_back) {
  for (const Role role : {Role::exams_officer, Role::senior_leader, Role::invigilator, Role::hub_operator}) {
    EXPECT_EQ(stored_role(code(role)), role);
  }
}

TEST(RoleCode, in_the_database_that_is_none_of_the_four_is_a_fault) {
  EXPECT_THROW(stored_role("eo"), std::logic_error);
  EXPECT_THROW(stored_role(""), std::logic_error);
  EXPECT_THROW(stored_role("ADMIN"), std::logic_error);
}

TEST(RoleTyped, is_read_in_any_letter_case_with_white_space_around_it) {
  EXPECT_EQ(centre_role_from("EO"), Role::exams_officer);
  EXPECT_EQ(centre_role_from(" slt\t"), Role::senior_leader);
  EXPECT_EQ(centre_role_from("\u00A0Inv "), Role::invigilator);
}

TEST(RoleTyped, as_anything_but_EO_SLT_or_INV_is_no_role) {
  for (const char* typed : {"", " ", "E0", "EOS", "Invigilator", "EO SLT", "E\u041E"}) {
    EXPECT_EQ(centre_role_from(typed), std::nullopt) << typed;
  }
}

TEST(RoleTyped, never_makes_a_Hub_operator) {
  EXPECT_EQ(centre_role_from("OPERATOR"), std::nullopt);
  EXPECT_EQ(centre_role_from("operator"), std::nullopt);
}

TEST(RoleTitle, is_the_guides_word_for_it) {
  EXPECT_EQ(title(Role::exams_officer), "Exams officer / assistant");
  EXPECT_EQ(title(Role::senior_leader), "Senior leader");
  EXPECT_EQ(title(Role::invigilator), "Invigilator");
  EXPECT_EQ(title(Role::hub_operator), "Hub operator");
}

}  // namespace
}  // namespace access
