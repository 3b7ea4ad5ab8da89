#include "features/visibility/pages/access_pages_fixture.h"

namespace visibility::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class ExtraTimePage : public OnAccessPages {
 public:
  std::string ivans() const { return page_of(ivan(), "extra-time"); }
};
INSTANTIATE_TEST_SUITE_P(Databases, ExtraTimePage, test::both_databases(), test::database_name);

TEST_P(ExtraTimePage, offers_none_and_25_50_and_100_per_cent) {
  EXPECT_THAT(
      signed_in(cast().here.officer).get(ivans()).body,
      AllOf(HasSubstr("Extra time for Ivan Invigilator"), HasSubstr("value=\"0\" id=\"percent\" checked"),
            HasSubstr("value=\"25\""), HasSubstr("value=\"50\""), HasSubstr("value=\"100\"")));
}

TEST_P(ExtraTimePage, saves_it_and_says_who_gave_it) {
  ASSERT_EQ(post_as(cast().here.officer, ivans(), {{"percent", "25"}}).location,
            "/users?saved=" + id(ivan()) + "&what=extra-time");
  EXPECT_THAT(
      signed_in(admin()).get(ivans()).body,
      AllOf(HasSubstr("value=\"25\" checked"), HasSubstr("25% more, given on"), HasSubstr("Oscar Officer")));
}

TEST_P(ExtraTimePage, says_in_the_list_that_the_extra_time_is_saved) {
  const auto answer = post_as(cast().here.officer, ivans(), {{"percent", "25"}});
  EXPECT_THAT(signed_in(cast().here.officer).get(answer.location).body,
              AllOf(HasSubstr("The extra time of Ivan Invigilator is saved."), HasSubstr("class=\"flash\"")));
}

TEST_P(ExtraTimePage, is_in_the_audit) {
  ASSERT_EQ(post_as(cast().here.officer, ivans(), {{"percent", "50"}}).status, 303);
  EXPECT_THAT(signed_in(admin()).get("/audit").body,
              AllOf(HasSubstr("extra time"), HasSubstr("Ivan Invigilator"), HasSubstr("50% more")));
}

TEST_P(ExtraTimePage, refuses_any_other_amount) {
  for (const char* percent : {"", "10", "x", "-25", "2500000000"}) {
    EXPECT_EQ(post_as(admin(), ivans(), {{"percent", percent}}).status, 422) << percent;
  }
  EXPECT_THAT(post_as(admin(), ivans(), {}).body, HasSubstr("Choose how much extra time"));
}

TEST_P(ExtraTimePage, is_reached_from_the_Action_column) {
  EXPECT_THAT(signed_in(cast().here.officer).get("/users").body, HasSubstr("href=\"" + ivans() + "\""));
}

TEST_P(ExtraTimePage, is_refused_to_senior_leaders_invigilators_and_the_operator) {
  for (const auto& actor : {cast().here.leader, ivan(), cast().hub_operator}) {
    EXPECT_EQ(signed_in(actor).get(ivans()).status, 403) << actor.name;
    EXPECT_EQ(post_as(actor, ivans(), {{"percent", "25"}}).status, 403) << actor.name;
  }
}

TEST_P(ExtraTimePage, of_another_centres_user_is_not_found) {
  const auto theirs = page_of(cast().there.invigilator, "extra-time");
  EXPECT_EQ(signed_in(admin()).get(theirs).status, 404);
  EXPECT_EQ(post_as(admin(), theirs, {{"percent", "25"}}).status, 404);
}

TEST_P(ExtraTimePage, ties_its_error_to_the_field) {
  const auto answer = post_as(cast().here.officer, page_of(ivan(), "extra-time"), {{"percent", "7"}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("aria-describedby=\"percent-error\" aria-invalid=\"true\""));
}

}  // namespace
}  // namespace visibility::pages
