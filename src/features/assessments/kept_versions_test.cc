#include "features/assessments/kept_versions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "support/test_database.h"

namespace assessments {
namespace {

constexpr std::size_t plenty = 1 << 20;

class KeptVersionsTest : public test::OnBothDatabases {
 public:
  VersionKey published(const Assessment& content) {
    return database().write([&](db::Connection& c) {
      const auto id = publish(c, content, nullptr).value().id;
      const auto row = c.exec("SELECT published_at, content_hash FROM assessment WHERE id = ?", id).at(0);
      return VersionKey{id, row.instant(0), row.text(1)};
    });
  }
  std::vector<KeptVersions::Shared> get(KeptVersions& kept, const std::vector<VersionKey>& wanted) {
    return database().read([&](db::Connection& c) { return kept.get(c, wanted); });
  }
  std::size_t queries(KeptVersions& kept, const std::vector<VersionKey>& wanted) {
    const auto before = database().statements_executed();
    get(kept, wanted);
    return database().statements_executed() - before;
  }

  const std::vector<VersionKey> keys = [&] {
    std::vector<VersionKey> all;
    for (const auto* slug : {"zebra", "apple", "pear"}) all.push_back(published(test::assessment(slug)));
    return all;
  }();
};
INSTANTIATE_TEST_SUITE_P(Databases, KeptVersionsTest, test::both_databases(), test::database_name);

TEST_P(KeptVersionsTest, are_read_once_with_the_same_queries_for_one_and_for_three) {
  KeptVersions one(plenty);
  KeptVersions three(plenty);
  EXPECT_EQ(queries(one, {keys[0]}), 4U);
  EXPECT_EQ(queries(three, keys), 4U);
  EXPECT_EQ(queries(three, keys), 0U);
  EXPECT_EQ(queries(one, keys), 4U) << "those of the other two";
  EXPECT_EQ(queries(one, {}), 0U);
}

TEST_P(KeptVersionsTest, come_in_the_order_in_which_they_are_asked_for) {
  KeptVersions kept(plenty);
  get(kept, {keys[1]});
  const auto all = get(kept, {keys[2], keys[1], keys[0], keys[2]});
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0]->slug, "pear");
  EXPECT_EQ(all[1]->slug, "apple");
  EXPECT_EQ(all[2]->slug, "zebra");
  EXPECT_EQ(content_hash(*all[2]->content), keys[0].content_hash);
}

TEST_P(KeptVersionsTest, are_given_but_not_kept_where_there_is_no_room) {
  KeptVersions kept(0);
  EXPECT_EQ(get(kept, keys).size(), 3U);
  EXPECT_EQ(queries(kept, keys), 4U);
}

TEST_P(KeptVersionsTest, make_room_by_forgetting_and_stay_with_whoever_has_them) {
  KeptVersions kept(6'000);  // two of the three
  const auto first = get(kept, {keys[0]}).front();
  EXPECT_EQ(queries(kept, {keys[0]}), 0U);
  get(kept, {keys[1], keys[2]});
  EXPECT_EQ(queries(kept, {keys[0]}), 4U);
  EXPECT_EQ(first->slug, "zebra");
}

TEST_P(KeptVersionsTest, are_one_for_many_threads_at_once) {
  KeptVersions kept(plenty);
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < 20; ++n) EXPECT_EQ(get(kept, keys)[1]->slug, "apple");
    });
  }
  threads.clear();
  EXPECT_EQ(queries(kept, keys), 0U);
}

}  // namespace
}  // namespace assessments
