#include "features/visibility/may_take.h"

#include "features/visibility/visibility_fixture.h"

namespace visibility {
namespace {

class MayTakeTest : public OnVisibility {};
INSTANTIATE_TEST_SUITE_P(Databases, MayTakeTest, test::both_databases(), test::database_name);

TEST_P(MayTakeTest, what_is_for_ones_role) {
  EXPECT_TRUE(takes(ivan, "essentials"));
  EXPECT_TRUE(takes(officer, "essentials"));
  EXPECT_FALSE(takes(cast.here.leader, "essentials"));
  EXPECT_FALSE(takes(ivan, "leading"));
}

TEST_P(MayTakeTest, a_Centre_Admin_takes_what_is_for_an_EO) {
  EXPECT_TRUE(takes(admin, "essentials"));
  EXPECT_FALSE(takes(admin, "leading"));
}

TEST_P(MayTakeTest, the_operator_takes_nothing) {
  EXPECT_FALSE(takes(cast.hub_operator, "essentials"));
}

TEST_P(MayTakeTest, nothing_that_was_never_published) {
  EXPECT_FALSE(takes(ivan, "nothing"));
  EXPECT_FALSE(takes(ivan, "ESSENTIALS"));
}

TEST_P(MayTakeTest, not_what_is_hidden_from_this_invigilator) {
  ASSERT_TRUE(hide_as(admin, ivan, {"essentials"}));
  EXPECT_FALSE(takes(ivan, "essentials"));
  EXPECT_TRUE(takes(ivan, "emergencies"));
  EXPECT_TRUE(takes(cast.there.invigilator, "essentials"));
}

TEST_P(MayTakeTest, nothing_that_is_withdrawn) {
  withdraw("essentials");
  EXPECT_FALSE(takes(ivan, "essentials"));
  EXPECT_FALSE(takes(officer, "essentials"));
  EXPECT_TRUE(takes(ivan, "emergencies"));
  restore("essentials");
  EXPECT_TRUE(takes(ivan, "essentials"));
}

TEST_P(MayTakeTest, a_withdrawn_one_stays_hidden_from_whom_it_was_hidden) {
  ASSERT_TRUE(hide_as(admin, ivan, {"essentials"}));
  withdraw("essentials");
  EXPECT_EQ(slugs_of(access_as(admin, ivan).value().assessments), Slugs{"emergencies"})
      << "no choice any more";
  ASSERT_TRUE(hide_as(admin, ivan, {"emergencies"}));
  restore("essentials");
  EXPECT_EQ(hidden(ivan), (Slugs{"emergencies", "essentials"}));
}

TEST_P(MayTakeTest, the_newest_year_says_for_whom_it_is) {
  publish("essentials", "Exam room essentials", {access::Role::exams_officer}, "2027/28");
  EXPECT_FALSE(takes(ivan, "essentials"));
  EXPECT_TRUE(takes(officer, "essentials"));
}

TEST_P(MayTakeTest, a_new_year_stays_hidden) {
  ASSERT_TRUE(hide_as(admin, ivan, {"essentials"}));
  publish("essentials", "Exam room essentials", {access::Role::invigilator}, "2027/28");
  EXPECT_FALSE(takes(ivan, "essentials"));
}

TEST_P(MayTakeTest, what_was_hidden_from_an_invigilator_is_open_to_them_in_another_role) {
  ASSERT_TRUE(hide_as(admin, ivan, {"essentials"}));
  give_role(ivan, "EO");
  auto now = ivan;
  now.role = access::Role::exams_officer;
  EXPECT_TRUE(takes(now, "essentials"));
}

}  // namespace
}  // namespace visibility
