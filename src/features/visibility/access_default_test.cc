#include "features/visibility/access_default.h"

#include "features/visibility/person_record.h"
#include "features/visibility/visibility_fixture.h"
#include "support/explained.h"

namespace visibility {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Kind = base::Refusal::Kind;

class AccessDefaultTest : public OnVisibility {
 public:
  Slugs by_default(const access::Actor& actor) {
    return database().read([&](db::Connection& c) { return default_access(c, actor).value().hidden; });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, AccessDefaultTest, test::both_databases(), test::database_name);

TEST_P(AccessDefaultTest, hides_from_invigilators_added_later_and_not_from_those_there_are) {
  ASSERT_TRUE(default_as(admin, {"emergencies"}));
  EXPECT_THAT(hidden(added("Nia")), ElementsAre("emergencies"));
  EXPECT_THAT(hidden(ivan), IsEmpty());
}

TEST_P(AccessDefaultTest, hides_from_every_invigilator_of_a_file_and_records_it_for_each) {
  ASSERT_TRUE(default_as(admin, {"emergencies", "essentials"}));
  const std::vector people{new_account("Ann"), new_account("Bob", "SLT"), new_account("Cai")};
  const auto ids = database().write(
      [&](db::Connection& c) { return accounts::add_many(c, officer, people, &new_invigilators).value(); });
  auto ann = ivan;
  ann.account = ids[0];
  auto cai = ivan;
  cai.account = ids[2];
  EXPECT_THAT(hidden(ann), ElementsAre("emergencies", "essentials"));
  EXPECT_THAT(hidden(cai), ElementsAre("emergencies", "essentials"));
  EXPECT_THAT(audited(audit::action::access_changed),
              ElementsAre(HasSubstr("Ann Newcomer"), HasSubstr("Cai Newcomer")));
}

// SQLite took an index that begins with the centre, and so read all of it for those just added.
TEST_P(AccessDefaultTest, read_the_whole_centre_for_a_few_people) {
  if (GetParam() == db::Dialect::postgresql) return;  // it plans by its statistics, SQLite by the shape alone
  ASSERT_TRUE(default_as(admin, {"emergencies"}));
  auto plan = test::plan_of(database(), [&](db::Connection& c) {
    new_invigilators.given_role(c, admin, access::Role::invigilator, std::array{ivan.account});
    access_of(c, {ivan.centre, ivan.account});
  });
  std::erase_if(plan, [](const std::string& step) { return step.contains("hidden_by_default"); });
  EXPECT_THAT(plan, ::testing::Contains(HasSubstr("hidden_assessment USING")));
  EXPECT_THAT(plan, ::testing::Each(::testing::Not(HasSubstr("centre_id=?"))));
}

TEST_P(AccessDefaultTest, hides_from_whoever_becomes_an_invigilator) {
  ASSERT_TRUE(default_as(admin, {"emergencies"}));
  const auto bob = added("Bob", "SLT");
  EXPECT_TRUE(takes(bob, "emergencies"));
  give_role(bob, "INV");
  EXPECT_THAT(hidden(bob), ElementsAre("emergencies"));
}

TEST_P(AccessDefaultTest, replaces_what_was_hidden_from_somebody_who_was_an_invigilator_before) {
  ASSERT_TRUE(hide_as(admin, ivan, {"essentials"}));
  give_role(ivan, "SLT");
  ASSERT_TRUE(default_as(admin, {"emergencies"}));
  give_role(ivan, "INV");
  EXPECT_THAT(hidden(ivan), ElementsAre("emergencies"));
}

TEST_P(AccessDefaultTest, is_the_centres_own) {
  ASSERT_TRUE(default_as(cast.there.admin, {"emergencies"}));
  EXPECT_THAT(by_default(admin), IsEmpty());
  EXPECT_THAT(hidden(added("Nia")), IsEmpty());
}

TEST_P(AccessDefaultTest, is_a_Centre_Admins_alone) {
  for (const auto& actor : {officer, cast.here.leader, ivan, cast.hub_operator}) {
    EXPECT_EQ(default_as(actor, {"emergencies"}).error().kind, Kind::forbidden) << actor.name;
  }
  EXPECT_THAT(by_default(admin), IsEmpty());
}

TEST_P(AccessDefaultTest, changes_to_exactly_what_is_ticked_and_is_recorded) {
  ASSERT_TRUE(default_as(admin, {"emergencies"}).value());
  ASSERT_TRUE(default_as(admin, {"essentials"}).value());
  EXPECT_FALSE(default_as(admin, {"essentials"}).value());
  EXPECT_THAT(by_default(admin), ElementsAre("essentials"));
  EXPECT_THAT(audited(audit::action::access_default_changed), SizeIs(2));
}

TEST_P(AccessDefaultTest, refuses_what_is_not_for_invigilators) {
  EXPECT_EQ(default_as(admin, {"leading"}).error().kind, Kind::bad_input);
}

TEST_P(AccessDefaultTest, chosen_from_a_page_that_is_no_longer_true_changes_nothing) {
  ASSERT_TRUE(default_as(admin, {"emergencies"}, Slugs{}));
  EXPECT_EQ(default_as(admin, {}, Slugs{}).error().kind, Kind::conflict);
  EXPECT_THAT(by_default(admin), ElementsAre("emergencies"));
}

}  // namespace
}  // namespace visibility
