#include "features/visibility/pages/access_pages_fixture.h"

namespace visibility::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class AccessPage : public OnAccessPages {
 public:
  std::string ivans() const { return page_of(ivan(), "access"); }
};
INSTANTIATE_TEST_SUITE_P(Databases, AccessPage, test::both_databases(), test::database_name);

TEST_P(AccessPage, lists_the_assessments_for_invigilators_to_tick) {
  EXPECT_THAT(
      signed_in(admin()).get(ivans()).body,
      AllOf(HasSubstr("Assessment Access of Ivan Invigilator"), HasSubstr("Exam room essentials"),
            HasSubstr("Emergencies &lt;b&gt;"), Not(HasSubstr("Leading")), Not(HasSubstr(" checked"))));
}

TEST_P(AccessPage, is_reached_from_the_Action_column_of_an_invigilator_by_a_Centre_Admin_only) {
  EXPECT_THAT(signed_in(admin()).get("/users").body,
              AllOf(HasSubstr("href=\"" + ivans() + "\""),
                    Not(HasSubstr("href=\"" + page_of(cast().here.leader, "access") + "\"")),
                    HasSubstr("href=\"/users/access\"")));
  EXPECT_THAT(signed_in(cast().here.officer).get("/users").body, Not(HasSubstr("/access\"")));
}

TEST_P(AccessPage, saves_the_ticks_and_stays) {
  auto browser = signed_in(admin());
  browser.get(ivans());
  const auto answer = browser.post(ivans(), {{"hidden", "essentials"}, {"then", "save"}});
  ASSERT_EQ(answer.status, 303);
  EXPECT_THAT(browser.follow(answer).body, AllOf(HasSubstr("sees 1 of 2 assessments"),
                                                 HasSubstr("value=\"essentials\" id=\"hidden\" checked")));
}

TEST_P(AccessPage, saves_and_closes_to_the_list) {
  const auto answer = post_as(admin(), ivans(), {{"hidden", "essentials"}, {"then", "save_close"}});
  ASSERT_EQ(answer.status, 303);
  EXPECT_EQ(answer.location, "/users?saved=" + id(ivan()) + "&what=access");
  EXPECT_THAT(signed_in(admin()).get(answer.location).body,
              HasSubstr("Which assessments Ivan Invigilator sees is saved."));
}

TEST_P(AccessPage, hides_from_the_invigilator_by_list_and_by_address_and_unhides_when_unticked) {
  ASSERT_EQ(post_as(admin(), ivans(), {{"hidden", "essentials"}}).status, 303);
  EXPECT_THAT(seen_by(ivan()), AllOf(Not(HasSubstr("Exam room essentials")), HasSubstr("Emergencies")));
  EXPECT_EQ(signed_in(ivan()).get("/assessments/essentials").status, 404);
  EXPECT_EQ(post_as(ivan(), "/assessments/essentials/sections/1/start", {}).status, 404);
  ASSERT_EQ(post_as(admin(), ivans(), {}).status, 303);
  EXPECT_THAT(seen_by(ivan()), HasSubstr("Exam room essentials"));
  EXPECT_EQ(signed_in(ivan()).get("/assessments/essentials").status, 200);
}

TEST_P(AccessPage, hides_it_from_nobody_else) {
  ASSERT_EQ(post_as(admin(), ivans(), {{"hidden", "essentials"}}).status, 303);
  EXPECT_THAT(seen_by(cast().there.invigilator), HasSubstr("Exam room essentials"));
  EXPECT_THAT(seen_by(cast().here.officer), HasSubstr("Exam room essentials"));
}

TEST_P(AccessPage, refuses_what_cannot_be_hidden_and_keeps_the_ticks) {
  const auto answer = post_as(admin(), ivans(), {{"hidden", "leading"}, {"hidden", "emergencies"}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body,
              AllOf(HasSubstr("not for invigilators any more"), HasSubstr("value=\"emergencies\" checked")));
}

TEST_P(AccessPage, changed_by_somebody_else_meanwhile_is_shown_again_and_saves_nothing) {
  auto first = signed_in(admin());
  const auto seen = field_value(first.get(ivans()).body, "seen");
  ASSERT_EQ(post_as(admin(), ivans(), {{"hidden", "essentials"}, {"seen", seen}}).status, 303);
  const auto answer = first.post(ivans(), {{"hidden", "emergencies"}, {"seen", seen}});
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body,
              AllOf(HasSubstr("Someone else changed this"), HasSubstr("value=\"emergencies\" checked")));
  EXPECT_EQ(field_value(answer.body, "seen"), "essentials");
  EXPECT_THAT(seen_by(ivan()), AllOf(Not(HasSubstr("Exam room essentials")), HasSubstr("Emergencies")));
}

TEST_P(AccessPage, is_refused_to_everybody_but_a_Centre_Admin) {
  for (const auto& actor : {cast().here.officer, cast().here.leader, ivan(), cast().hub_operator}) {
    EXPECT_EQ(signed_in(actor).get(ivans()).status, 403) << actor.name;
    EXPECT_EQ(post_as(actor, ivans(), {{"hidden", "essentials"}}).status, 403) << actor.name;
  }
}

TEST_P(AccessPage, is_only_for_invigilators) {
  for (const auto& person : {cast().here.officer, cast().here.leader, admin()}) {
    EXPECT_EQ(signed_in(admin()).get(page_of(person, "access")).status, 403) << person.name;
    EXPECT_EQ(post_as(admin(), page_of(person, "access"), {{"hidden", "essentials"}}).status, 403)
        << person.name;
  }
}

TEST_P(AccessPage, of_another_centres_invigilator_is_not_found) {
  const auto theirs = page_of(cast().there.invigilator, "access");
  EXPECT_EQ(signed_in(admin()).get(theirs).status, 404);
  EXPECT_EQ(post_as(admin(), theirs, {{"hidden", "essentials"}}).status, 404);
  EXPECT_THAT(seen_by(cast().there.invigilator), HasSubstr("Exam room essentials"));
}

TEST_P(AccessPage, ties_its_error_to_the_field) {
  const auto answer = post_as(admin(), page_of(ivan(), "access"), {{"hidden", "leading"}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("aria-describedby=\"hidden-error\" aria-invalid=\"true\""));
}

}  // namespace
}  // namespace visibility::pages
