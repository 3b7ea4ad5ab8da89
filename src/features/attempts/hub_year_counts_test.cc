#include "features/attempts/attempt_fixture.h"
#include "features/attempts/hub_standings.h"

namespace attempts {
namespace {

using ::testing::IsEmpty;

class HubYearCounts : public OnAttempts {
 public:
  YearCounts counts_for(const access::Actor& actor) {
    return database().read([&](db::Connection& c) { return year_counts(c, actor); });
  }
  YearCount count_of(const std::string& year) { return counts_for(cast.hub_operator)[{content.slug, year}]; }
  void pass_as(const access::Actor& actor, int position) {
    const auto id = start_as(actor, position).value();
    hand_in_as(actor, id, answers(loaded(actor, id).value().section)).value();
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, HubYearCounts, test::both_databases(), test::database_name);

TEST_P(HubYearCounts, add_up_who_passed_and_who_is_under_way_in_all_centres) {
  pass_as(invigilator, 1);
  pass_as(invigilator, 2);
  pass_as(cast.there.officer, 1);
  start_as(cast.there.invigilator, 2).value();
  EXPECT_EQ(count_of("2026/27").passed, 1U);
  EXPECT_EQ(count_of("2026/27").under_way, 2U);
}

TEST_P(HubYearCounts, tell_each_year_apart) {
  pass_as(invigilator, 1);
  pass_as(invigilator, 2);
  auto next = content;
  next.year = "2027/28";
  next.valid_until = {};
  publish(next);
  start_as(invigilator, 1).value();
  EXPECT_EQ(count_of("2026/27").passed, 1U);
  EXPECT_EQ(count_of("2027/28").passed, 0U);
  EXPECT_EQ(count_of("2027/28").under_way, 1U);
}

TEST_P(HubYearCounts, count_a_pass_no_longer_where_a_section_is_to_be_taken_again) {
  pass_as(invigilator, 1);
  pass_as(invigilator, 2);
  content.sections[0].retake = true;
  publish(content);
  EXPECT_EQ(count_of("2026/27").passed, 0U);
  EXPECT_EQ(count_of("2026/27").under_way, 1U);
}

TEST_P(HubYearCounts, are_nobodys_but_the_Hub_operators) {
  pass_as(invigilator, 1);
  for (const auto* actor :
       {&cast.here.admin, &cast.here.officer, &cast.here.leader, &cast.here.invigilator}) {
    EXPECT_THAT(counts_for(*actor), IsEmpty());
  }
}

}  // namespace
}  // namespace attempts
