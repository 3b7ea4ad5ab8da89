#include "features/certificates/downloads.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace certificates {
namespace {

constexpr access::AccountId ann{1};
constexpr access::AccountId bob{2};

TEST(Downloads, are_found_by_whoever_began_them_alone) {
  Downloads downloads;
  downloads.begin(ann, "abc", 12)->drawn();
  ASSERT_TRUE(downloads.find(ann, "abc"));
  EXPECT_EQ(downloads.find(ann, "abc")->done(), 1u);
  EXPECT_EQ(downloads.find(ann, "abc")->total(), 12u);
  EXPECT_FALSE(downloads.find(bob, "abc"));
  EXPECT_FALSE(downloads.find(ann, "abcd"));
}

TEST(Downloads, that_are_finished_cannot_be_stopped) {
  Download download(1);
  download.finish();
  download.stop();
  EXPECT_EQ(download.state(), Download::State::finished);
}

TEST(Downloads, are_forgotten_from_the_oldest_on_where_there_are_too_many) {
  Downloads downloads;
  downloads.begin(ann, "first", 1);
  downloads.begin(ann, "again", 1);
  downloads.begin(ann, "again", 1);
  for (std::size_t i = 0; i < Downloads::most; ++i) downloads.begin(bob, fmt::to_string(i), 1);
  EXPECT_FALSE(downloads.find(ann, "first"));
  EXPECT_FALSE(downloads.find(ann, "again"));
  EXPECT_TRUE(downloads.find(bob, "0"));
}

}  // namespace
}  // namespace certificates
