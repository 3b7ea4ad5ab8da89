#include "features/visibility/assessment_access.h"

#include "features/visibility/visibility_fixture.h"

namespace visibility {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Kind = base::Refusal::Kind;

class AssessmentAccessTest : public OnVisibility {};
INSTANTIATE_TEST_SUITE_P(Databases, AssessmentAccessTest, test::both_databases(), test::database_name);

TEST_P(AssessmentAccessTest, shows_the_assessments_for_invigilators_and_which_are_hidden) {
  ASSERT_TRUE(hide_as(admin, ivan, {"emergencies"}));
  const auto access = access_as(admin, ivan).value();
  ASSERT_THAT(access.assessments, SizeIs(2));
  EXPECT_EQ(access.assessments[0].slug, "essentials");
  EXPECT_EQ(access.assessments[1].slug, "emergencies");
  EXPECT_THAT(access.hidden, ElementsAre("emergencies"));
  EXPECT_EQ(access.person.full_name(), "Ivan Invigilator");
}

TEST_P(AssessmentAccessTest, hides_exactly_what_is_ticked) {
  ASSERT_TRUE(hide_as(admin, ivan, {"emergencies"}));
  ASSERT_TRUE(hide_as(admin, ivan, {"essentials"}));
  EXPECT_THAT(hidden(ivan), ElementsAre("essentials"));
  ASSERT_TRUE(hide_as(admin, ivan, {}));
  EXPECT_THAT(hidden(ivan), IsEmpty());
}

TEST_P(AssessmentAccessTest, is_recorded_with_what_it_was_before) {
  ASSERT_TRUE(hide_as(admin, ivan, {"emergencies"}).value());
  ASSERT_TRUE(hide_as(admin, ivan, {}).value());
  EXPECT_THAT(
      audited(audit::action::access_changed),
      ElementsAre(HasSubstr(R"(Ivan Invigilator {"Emergencies":{"before":"Visible","after":"Hidden"}})"),
                  HasSubstr(R"(Ivan Invigilator {"Emergencies":{"before":"Hidden","after":"Visible"}})")));
}

TEST_P(AssessmentAccessTest, saved_without_a_change_records_nothing) {
  ASSERT_TRUE(hide_as(admin, ivan, {"emergencies"}));
  EXPECT_FALSE(hide_as(admin, ivan, {"emergencies"}).value());
  EXPECT_THAT(audited(audit::action::access_changed), SizeIs(1));
}

TEST_P(AssessmentAccessTest, is_refused_to_everybody_but_a_Centre_Admin) {
  for (const auto& actor : {officer, cast.here.leader, ivan}) {
    EXPECT_EQ(access_as(actor, ivan).error().kind, Kind::forbidden) << actor.name;
    EXPECT_EQ(hide_as(actor, ivan, {"essentials"}).error().kind, Kind::forbidden) << actor.name;
  }
  EXPECT_THAT(hidden(ivan), IsEmpty());
}

TEST_P(AssessmentAccessTest, is_only_for_invigilators) {
  for (const auto& person : {officer, cast.here.leader, admin}) {
    EXPECT_EQ(hide_as(admin, person, {"essentials"}).error().kind, Kind::forbidden) << person.name;
  }
}

TEST_P(AssessmentAccessTest, of_another_centres_invigilator_is_not_found) {
  EXPECT_EQ(access_as(admin, cast.there.invigilator).error().kind, Kind::not_found);
  EXPECT_EQ(hide_as(admin, cast.there.invigilator, {"essentials"}).error().kind, Kind::not_found);
  EXPECT_EQ(hide_as(cast.hub_operator, ivan, {"essentials"}).error().kind, Kind::not_found);
  EXPECT_TRUE(takes(cast.there.invigilator, "essentials"));
}

TEST_P(AssessmentAccessTest, refuses_what_is_not_for_invigilators_and_what_never_was) {
  for (const auto* slug : {"leading", "nothing", ""}) {
    EXPECT_EQ(hide_as(admin, ivan, {slug, "essentials"}).error().fields.at(0).field, "hidden") << slug;
  }
  EXPECT_THAT(hidden(ivan), IsEmpty());
}

TEST_P(AssessmentAccessTest, chosen_from_a_page_that_is_no_longer_true_changes_nothing) {
  ASSERT_TRUE(hide_as(admin, ivan, {"emergencies"}, Slugs{}));
  EXPECT_EQ(hide_as(admin, ivan, {"essentials"}, Slugs{}).error().kind, Kind::conflict);
  EXPECT_THAT(hidden(ivan), ElementsAre("emergencies"));
  EXPECT_TRUE(hide_as(admin, ivan, {"essentials"}, Slugs{"emergencies"}));
}

TEST_P(AssessmentAccessTest, goes_with_the_account) {
  ASSERT_TRUE(hide_as(admin, ivan, {"emergencies"}));
  database().write([&](db::Connection& c) { accounts::remove(c, admin, ivan.account).value(); });
  EXPECT_EQ(access_as(admin, ivan).error().kind, Kind::not_found);
}

}  // namespace
}  // namespace visibility
