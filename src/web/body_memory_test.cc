#include "web/body_memory.h"

#include <gtest/gtest.h>

namespace web {
namespace {

class BodyMemoryTest : public testing::Test {
 protected:
  BodyMemory memory{{.all = 100, .of_one_address = 50, .of_one_person = 30}};
};

TEST_F(BodyMemoryTest, GivesNoMoreThanThereIs) {
  BodyMemory::Share first(memory, "192.0.2.1");
  BodyMemory::Share second(memory, "192.0.2.2");
  BodyMemory::Share third(memory, "192.0.2.3");
  EXPECT_TRUE(first.grow(50));
  EXPECT_TRUE(second.grow(40));
  EXPECT_FALSE(third.has_room_for(11));
  EXPECT_FALSE(third.grow(11));
  EXPECT_TRUE(third.grow(10));
  EXPECT_EQ(memory.taken(), 100);
}

TEST_F(BodyMemoryTest, GivesNoAddressMoreThanItsShare) {
  BodyMemory::Share first(memory, "192.0.2.1");
  BodyMemory::Share again(memory, "192.0.2.1");
  EXPECT_TRUE(first.grow(45));
  EXPECT_FALSE(again.grow(6));
  EXPECT_TRUE(again.grow(5));
  BodyMemory::Share other(memory, "192.0.2.2");
  EXPECT_TRUE(other.grow(50));
}

TEST_F(BodyMemoryTest, GivesNoPersonMoreThanTheirShareWhereverTheyCome) {
  BodyMemory::Share here(memory, "192.0.2.1");
  here.belongs_to(7);
  BodyMemory::Share there(memory, "192.0.2.2");
  there.belongs_to(7);
  EXPECT_TRUE(here.grow(20));
  EXPECT_FALSE(there.grow(11));
  BodyMemory::Share neighbour(memory, "192.0.2.1");
  neighbour.belongs_to(8);
  EXPECT_TRUE(neighbour.grow(30));
}

TEST_F(BodyMemoryTest, HasAllOfItAgainWhenTheRequestsAreOver) {
  {
    BodyMemory::Share share(memory, "192.0.2.1");
    EXPECT_TRUE(share.grow(50));
    share.release();
    share.release();
    EXPECT_EQ(memory.taken(), 0);
    EXPECT_TRUE(share.grow(10));
  }
  EXPECT_EQ(memory.taken(), 0);
  BodyMemory::Share share(memory, "192.0.2.1");
  EXPECT_TRUE(share.grow(50));
}

}  // namespace
}  // namespace web
