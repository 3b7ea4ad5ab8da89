#include "web/seats.h"

#include <gtest/gtest.h>

namespace web {
namespace {

class SeatsTest : public testing::Test {
 protected:
  std::unique_ptr<Seats::Seat> silent(std::string address, int name) {
    auto seat = seats.take(std::move(address));
    if (!seat) return nullptr;
    seat->give_up_by([this, name] { told.push_back(name); });
    seat->silent();
    return seat;
  }

  std::vector<int> told;
  Seats seats{4, 2};
};

TEST_F(SeatsTest, AreSoManyAndNoMoreWhereNobodyIsSilent) {
  std::vector<std::unique_ptr<Seats::Seat>> taken;
  for (const auto* address : {"a", "a", "b", "b"}) {
    taken.push_back(silent(address, 0));
    taken.back()->busy();
  }
  EXPECT_FALSE(seats.take("c"));
  EXPECT_FALSE(seats.take(""));
  taken.pop_back();
  EXPECT_TRUE(seats.take("c"));
  EXPECT_TRUE(told.empty());
}

TEST_F(SeatsTest, AreGivenUpByWhoWasSilentForLongest) {
  const auto first = silent("a", 1);
  const auto second = silent("b", 2);
  const auto third = silent("c", 3);
  const auto fourth = silent("d", 4);
  first->busy();
  first->silent();
  const auto fifth = silent("e", 5);
  EXPECT_EQ(told, std::vector({2}));
  const auto sixth = silent("f", 6);
  EXPECT_EQ(told, std::vector({2, 3}));
}

TEST_F(SeatsTest, OfOneAddressAreItsShare) {
  const auto first = silent("a", 1);
  const auto second = silent("b", 2);
  const auto third = silent("b", 3);
  const auto fourth = silent("b", 4);
  EXPECT_EQ(told, std::vector({2}));
  third->busy();
  fourth->busy();
  EXPECT_FALSE(seats.take("b"));
  EXPECT_TRUE(seats.take("c"));
}

TEST_F(SeatsTest, WithoutAnAddressHaveNoShare) {
  std::vector<std::unique_ptr<Seats::Seat>> taken;
  for (int i = 0; i < 4; ++i) taken.push_back(silent("", i));
  EXPECT_TRUE(told.empty());
}

TEST_F(SeatsTest, OnceGivenUpAreNeverAskedForAgain) {
  auto first = silent("a", 1);
  EXPECT_TRUE(seats.free_one());
  first->silent();
  EXPECT_FALSE(seats.free_one());
  first->busy();
  first.reset();
  EXPECT_EQ(told, std::vector({1}));
  EXPECT_TRUE(silent("a", 2));
}

}  // namespace
}  // namespace web
