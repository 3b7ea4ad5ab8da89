#include "features/audit/actions.h"

#include <gtest/gtest.h>

#include <set>

namespace audit {
namespace {

TEST(Actions, have_codes_of_their_own_and_words) {
  std::set<std::string_view> codes;
  for (const auto& action : all_actions()) {
    EXPECT_TRUE(codes.insert(action.code).second) << action.code;
    EXPECT_FALSE(action.words.empty()) << action.code;
  }
}

TEST(Actions, read_as_words) {
  EXPECT_EQ(words("account.added"), "Added a user");
}

std::set<std::string_view> codes_in(Whose whose) {
  std::set<std::string_view> codes;
  for (const auto& action : actions_in(whose)) codes.insert(action.code);
  return codes;
}

TEST(Actions, of_a_centres_people_are_no_choice_in_the_hubs_audit) {
  EXPECT_FALSE(codes_in(Whose::hub).contains("account.deleted"));
  EXPECT_TRUE(codes_in(Whose::centre).contains("account.deleted"));
}

TEST(Actions, of_the_hub_itself_are_no_choice_in_a_centres_audit) {
  EXPECT_TRUE(codes_in(Whose::hub).contains("assessment.published"));
  EXPECT_FALSE(codes_in(Whose::centre).contains("assessment.published"));
}

TEST(Actions, that_an_operator_does_in_a_centre_are_a_choice_in_both) {
  for (const auto whose : {Whose::centre, Whose::hub}) {
    EXPECT_TRUE(codes_in(whose).contains("centre.closed"));
    EXPECT_TRUE(codes_in(whose).contains("sign_in.succeeded"));
  }
}

TEST(Actions, of_another_binary_read_as_their_code) {
  EXPECT_EQ(words("moon.landed"), "moon.landed");
}

}  // namespace
}  // namespace audit
