// The database's clock jumps while somebody takes a timed section of 20 minutes.
#include "features/attempts/attempt_fixture.h"

namespace attempts {
namespace {

using namespace std::chrono_literals;

class ClockJump : public OnAttempts {
 public:
  std::size_t handed_in_by_itself() {
    hand_in_due(database(), store, invigilator);
    return hand_in_due(database(), store);
  }
  bool open() { return !paper(id).handed_in(); }

  AttemptId id = started(2);
};
INSTANTIATE_TEST_SUITE_P(Databases, ClockJump, test::both_databases(), test::database_name);

TEST_P(ClockJump, of_an_hour_forward_hands_nobodys_section_in) {
  clock_jumps(id, 1h);
  EXPECT_EQ(handed_in_by_itself(), 0U);
  EXPECT_TRUE(open());
  EXPECT_TRUE(store.clock().doubted());
  EXPECT_EQ(saved(id, right(id)).kind, Outcome::Kind::done);
  EXPECT_EQ(handed_in(id, {}).kind, Outcome::Kind::done);
  EXPECT_TRUE(paper(id).attempt.passed);
}

TEST_P(ClockJump, that_an_answer_meets_first_takes_no_time_from_it) {
  clock_jumps(id, 1h);
  EXPECT_EQ(saved(id, right(id)).kind, Outcome::Kind::done);
  EXPECT_EQ(start_as(invigilator, 2), id) << "nor does coming back to it";
  EXPECT_TRUE(open());
}

TEST_P(ClockJump, of_an_hour_back_gives_no_extra_hour) {
  clock_jumps(id, -1h);
  move_back(id, 19min);
  EXPECT_EQ(saved(id, right(id)).kind, Outcome::Kind::done);
  move_back(id, 1min);
  EXPECT_EQ(saved(id, with_wrong(id, 1)).kind, Outcome::Kind::too_late);
  EXPECT_TRUE(paper(id).attempt.passed) << "by what was saved in time";
}

TEST_P(ClockJump, that_is_taken_back_lets_sections_end_again) {
  clock_jumps(id, 1h);
  EXPECT_EQ(handed_in_by_itself(), 0U);
  clock_jumps(id, -1h);
  move_back(id, 21min);
  EXPECT_EQ(hand_in_due(database(), store), 1U);
}

}  // namespace
}  // namespace attempts
