#include "web/descriptors.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

namespace web {
namespace {

TEST(Descriptors, WereThoseOfTheSoftLimit) {
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  const rlimit low{std::min<rlim_t>(before.rlim_max, 512), before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &low), 0);
  const auto allowed = raise_descriptor_limit();
  rlimit raised{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &raised), 0);
  EXPECT_EQ(raised.rlim_cur, before.rlim_max);
  EXPECT_EQ(allowed, std::min<rlim_t>(before.rlim_max, 1 << 20));
  ::setrlimit(RLIMIT_NOFILE, &before);
}

TEST(Descriptors, AreKeptBackForTheDatabaseAndTheAdminAddress) {
  EXPECT_EQ(descriptors_for_connections(1'024, 300), 724);
  EXPECT_EQ(descriptors_for_connections(400, 300), 200);
  EXPECT_EQ(descriptors_for_connections(200, 300), 100);
}

}  // namespace
}  // namespace web
