#include "features/visibility/bulk_access.h"

#include "features/visibility/visibility_fixture.h"

namespace visibility {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Kind = base::Refusal::Kind;

class BulkAccessTest : public OnVisibility {
 public:
  BulkChoice these(std::vector<access::AccountId> chosen, Slugs slugs) {
    return {.chosen = std::move(chosen), .slugs = std::move(slugs)};
  }
  const access::Actor ann = added("Ann");
  const access::Actor bob = added("Bob");
};
INSTANTIATE_TEST_SUITE_P(Databases, BulkAccessTest, test::both_databases(), test::database_name);

TEST_P(BulkAccessTest, shows_what_would_change_by_name_and_changes_nothing) {
  ASSERT_TRUE(hide_as(admin, ann, {"emergencies"}));
  const auto change =
      look_as(admin, these({bob.account, ann.account}, {"emergencies", "essentials"})).value();
  EXPECT_EQ(change.people, 2U);
  ASSERT_THAT(change.changing, SizeIs(2));
  EXPECT_EQ(change.changing[0].name, "Ann Newcomer");
  EXPECT_THAT(change.changing[0].titles, ElementsAre("Exam room essentials"));
  EXPECT_THAT(change.changing[1].titles, ElementsAre("Exam room essentials", "Emergencies"));
  EXPECT_THAT(hidden(bob), IsEmpty());
}

TEST_P(BulkAccessTest, hides_from_those_chosen_and_leaves_the_rest_as_it_is) {
  ASSERT_TRUE(hide_as(admin, ann, {"emergencies"}));
  ASSERT_TRUE(changed(these({ann.account, bob.account}, {"essentials"})));
  EXPECT_THAT(hidden(ann), ElementsAre("emergencies", "essentials"));
  EXPECT_THAT(hidden(bob), ElementsAre("essentials"));
  EXPECT_THAT(hidden(ivan), IsEmpty());
}

TEST_P(BulkAccessTest, shows_again) {
  ASSERT_TRUE(hide_as(admin, ann, {"emergencies", "essentials"}));
  ASSERT_TRUE(changed({.everyone = true, .hide = false, .slugs = {"essentials"}}));
  EXPECT_THAT(hidden(ann), ElementsAre("emergencies"));
}

TEST_P(BulkAccessTest, is_for_everyone_or_for_whom_a_search_finds) {
  ASSERT_TRUE(changed({.everyone = true, .search = "newcomer", .slugs = {"essentials"}}));
  EXPECT_THAT(hidden(ann), ElementsAre("essentials"));
  EXPECT_THAT(hidden(ivan), IsEmpty());
  EXPECT_THAT(changed({.everyone = true, .slugs = {"essentials"}}).value().changing,
              ElementsAre(Field(&PersonChange::name, "Ivan Invigilator")));
}

TEST_P(BulkAccessTest, is_recorded_once_for_each_person_who_changes) {
  ASSERT_TRUE(hide_as(admin, ann, {"essentials"}));
  ASSERT_TRUE(changed({.everyone = true, .slugs = {"essentials"}}));
  EXPECT_THAT(
      audited(audit::action::access_changed),
      ElementsAre(HasSubstr("Ann Newcomer"), HasSubstr("Ivan Invigilator"), HasSubstr("Bob Newcomer")));
}

TEST_P(BulkAccessTest, that_is_no_longer_what_was_looked_at_changes_nothing) {
  const BulkChoice choice{.everyone = true, .slugs = {"essentials"}};
  const auto looked = look_as(admin, choice).value();
  const auto cai = added("Cai");
  EXPECT_EQ(apply_as(admin, choice, looked.digest).error().kind, Kind::conflict);
  EXPECT_EQ(apply_as(admin, choice, "").error().kind, Kind::conflict);
  EXPECT_THAT(hidden(ann), IsEmpty());
  EXPECT_TRUE(apply_as(admin, choice, look_as(admin, choice).value().digest));
  EXPECT_THAT(hidden(cai), ElementsAre("essentials"));
}

TEST_P(BulkAccessTest, leaves_out_whoever_is_no_invigilator_of_the_centre) {
  const auto change =
      changed(
          these({officer.account, cast.there.invigilator.account, bob.account, bob.account}, {"essentials"}))
          .value();
  EXPECT_EQ(change.people, 1U);
  EXPECT_TRUE(takes(cast.there.invigilator, "essentials"));
}

TEST_P(BulkAccessTest, needs_somebody_and_something) {
  EXPECT_THAT(
      look_as(admin, these({}, {})).error().fields,
      ElementsAre(Field(&base::FieldError::field, "invigilator"), Field(&base::FieldError::field, "hidden")));
  EXPECT_EQ(
      look_as(admin, these({cast.there.invigilator.account}, {"essentials"})).error().fields.at(0).field,
      "invigilator");
  EXPECT_EQ(look_as(admin, these({ann.account}, {"leading"})).error().fields.at(0).field, "hidden");
}

TEST_P(BulkAccessTest, is_a_Centre_Admins_alone) {
  for (const auto& actor : {officer, cast.here.leader, ivan, cast.hub_operator}) {
    EXPECT_EQ(look_as(actor, {.everyone = true, .slugs = {"essentials"}}).error().kind, Kind::forbidden)
        << actor.name;
    EXPECT_EQ(apply_as(actor, {.everyone = true, .slugs = {"essentials"}}, "").error().kind, Kind::forbidden);
  }
}

TEST_P(BulkAccessTest, of_a_thousand_takes_no_round_trip_for_each) {
  std::vector<accounts::NewAccount> people;
  for (int i = 0; i < 1'000; ++i) people.push_back(new_account(fmt::format("Person{}", i)));
  database().write([&](db::Connection& c) { accounts::add_many(c, officer, people).value(); });
  const BulkChoice choice{.everyone = true, .slugs = {"essentials"}};
  const auto before = database().statements_executed();
  EXPECT_THAT(look_as(admin, choice).value().changing, SizeIs(1'003));
  EXPECT_LT(database().statements_executed() - before, 30U);
}

}  // namespace
}  // namespace visibility
