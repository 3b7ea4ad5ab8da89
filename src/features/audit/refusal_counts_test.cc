#include "features/audit/refusal_counts.h"

#include <gtest/gtest.h>

namespace audit {
namespace {

using namespace std::chrono_literals;

TEST(RefusalCounts, tell_of_one_an_hour_of_each_person_and_page_and_how_many_there_were) {
  RefusalCounts::Steady now{1h};
  RefusalCounts counts([&] { return now; });
  const access::AccountId ann{1};
  const access::AccountId bob{2};
  EXPECT_EQ(counts.to_tell(ann, "GET /audit"), 0);
  for (int i = 0; i < 332; ++i) EXPECT_EQ(counts.to_tell(ann, "GET /audit"), std::nullopt);
  EXPECT_EQ(counts.to_tell(ann, "GET /users"), 0);
  EXPECT_EQ(counts.to_tell(bob, "GET /audit"), 0);
  now += 1h;
  EXPECT_EQ(counts.to_tell(ann, "GET /audit"), 332);
  EXPECT_EQ(counts.to_tell(ann, "GET /audit"), std::nullopt);
}

TEST(RefusalCounts, tell_of_the_next_one_where_one_could_not_be_kept) {
  RefusalCounts counts;
  const access::AccountId ann{1};
  EXPECT_EQ(counts.to_tell(ann, "GET /audit"), 0);
  counts.not_told(ann, "GET /audit");
  EXPECT_EQ(counts.to_tell(ann, "GET /audit"), 0);
}

}  // namespace
}  // namespace audit
