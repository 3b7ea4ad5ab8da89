#include "features/attempts/history.h"

#include "features/attempts/attempt_fixture.h"

namespace attempts {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class HistoryTest : public OnAttempts {
 public:
  std::vector<PastAttempt> of(const access::Actor& actor) {
    return database().read([&](db::Connection& c) {
      return attempts_of(c, actor, invigilator.account, content.slug, content.year);
    });
  }
  std::optional<HandedIn> answers(const access::Actor& actor, access::AccountId account, AttemptId id) {
    return database().read([&](db::Connection& c) { return attempts::handed_in(c, actor, account, id); });
  }
  AttemptId failed() {
    const auto id = started(1);
    handed_in(id, with_wrong(id, 2));
    return id;
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, HistoryTest, test::both_databases(), test::database_name);

TEST_P(HistoryTest, has_every_attempt_newest_first_with_its_mark) {
  failed();
  pass(1);
  started(2);
  const auto all = of(cast.here.officer);
  ASSERT_THAT(all, SizeIs(3));
  EXPECT_EQ(all[0].section_key, "during");
  EXPECT_EQ(all[0].handed_in_at, std::nullopt);
  EXPECT_TRUE(all[1].passed);
  EXPECT_EQ(all[1].mark, 3U);
  EXPECT_FALSE(all[2].passed);
  EXPECT_EQ(all[2].mark, 2U);
  EXPECT_EQ(all[2].questions, 3U);
  EXPECT_EQ(all[2].section_title, "About before");
}

TEST_P(HistoryTest, is_for_those_who_manage_the_users_of_the_centre) {
  failed();
  EXPECT_THAT(of(cast.here.admin), SizeIs(1));
  for (const auto& actor : {cast.here.leader, cast.here.invigilator, cast.there.officer, cast.hub_operator}) {
    EXPECT_THAT(of(actor), IsEmpty());
  }
}

TEST_P(HistoryTest, shows_an_attempt_as_its_owner_saw_it) {
  const auto id = started(1);
  const auto seen = paper(id);
  handed_in(id, with_wrong(id, 2));
  const auto found = answers(cast.here.officer, invigilator.account, id).value();
  EXPECT_EQ(found.section.title, "About before");
  EXPECT_EQ(found.section.position, 1);
  EXPECT_THAT(not_right(found.section, found.answers), ::testing::ElementsAre(2));
  for (std::size_t q = 0; q < seen.section.questions.size(); ++q) {
    for (std::size_t o = 0; o < seen.section.questions[q].options.size(); ++o) {
      EXPECT_EQ(found.section.questions[q].options[o].id, seen.section.questions[q].options[o].id);
    }
  }
}

TEST_P(HistoryTest, shows_answers_to_nobody_of_another_centre_and_under_no_other_account) {
  const auto id = failed();
  EXPECT_TRUE(answers(cast.here.officer, invigilator.account, id));
  for (const auto& actor : {cast.there.admin, cast.here.leader, cast.here.invigilator, cast.hub_operator}) {
    EXPECT_FALSE(answers(actor, invigilator.account, id));
  }
  EXPECT_FALSE(answers(cast.here.officer, cast.here.leader.account, id));
}

TEST_P(HistoryTest, shows_no_answers_before_they_are_handed_in) {
  EXPECT_FALSE(answers(cast.here.officer, invigilator.account, started(1)));
}

}  // namespace
}  // namespace attempts
