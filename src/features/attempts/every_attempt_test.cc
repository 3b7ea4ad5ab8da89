#include "features/attempts/attempt_fixture.h"
#include "features/attempts/history.h"

namespace attempts {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class EveryAttemptTest : public OnAttempts {
 public:
  std::vector<AttemptRecord> some(const access::Actor& actor, const std::string& slug = "",
                                  const std::optional<AttemptRecord>& after = std::nullopt,
                                  std::size_t limit = 100) {
    return database().read([&](db::Connection& c) { return attempts_after(c, actor, slug, after, limit); });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, EveryAttemptTest, test::both_databases(), test::database_name);

TEST_P(EveryAttemptTest, comes_once_and_in_order_however_many_are_read_at_once) {
  publish(test::assessment("a-second-one"));
  for (int i = 0; i < 3; ++i) {
    const auto id = started(1);
    handed_in(id, with_wrong(id, 1));
  }
  pass(1);
  started(2);
  start_as(invigilator, 1, "a-second-one").value();
  const auto whole = some(cast.here.officer);
  ASSERT_THAT(whole, SizeIs(6));
  EXPECT_EQ(whole.front().slug, "a-second-one");
  for (const std::size_t limit : {1UL, 2UL, 4UL}) {
    std::vector<AttemptId> in_pieces;
    std::optional<AttemptRecord> last;
    for (auto piece = some(cast.here.officer, "", last, limit); !piece.empty();
         piece = some(cast.here.officer, "", last, limit)) {
      for (const auto& record : piece) in_pieces.push_back(record.id);
      last = piece.back();
    }
    ASSERT_THAT(in_pieces, SizeIs(6));
    for (std::size_t i = 0; i < whole.size(); ++i) EXPECT_EQ(in_pieces[i], whole[i].id);
  }
}

TEST_P(EveryAttemptTest, can_be_of_one_assessment) {
  publish(test::assessment("a-second-one"));
  pass(1);
  start_as(invigilator, 1, "a-second-one").value();
  ASSERT_THAT(some(cast.here.officer, content.slug), SizeIs(1));
  const auto passed = some(cast.here.officer, content.slug).front();
  EXPECT_TRUE(passed.passed);
  EXPECT_EQ(passed.mark, 3U);
  EXPECT_EQ(passed.account, invigilator.account);
}

TEST_P(EveryAttemptTest, is_for_those_who_manage_the_users_of_the_centre) {
  pass(1);
  EXPECT_THAT(some(cast.here.admin), SizeIs(1));
  for (const auto& actor : {cast.here.leader, cast.here.invigilator, cast.there.officer, cast.hub_operator}) {
    EXPECT_THAT(some(actor), IsEmpty());
  }
}

}  // namespace
}  // namespace attempts
