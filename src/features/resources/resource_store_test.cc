#include "features/resources/resource_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/cast.h"
#include "support/test_database.h"

namespace resources {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Kind = base::Refusal::Kind;

class ResourceStore : public test::OnBothDatabases {
 public:
  static File file(std::string_view bytes) {
    return file_of("plan.pdf", documents::DocumentKind::pdf, bytes);
  }
  template <class F>
  auto write(F&& f) {
    return database().write([&](db::Connection& c) { return f(c); });
  }
  template <class F>
  auto read(F&& f) {
    return database().read([&](db::Connection& c) { return f(c); });
  }
  ResourceId published(std::string name, std::string folder = "", std::string_view bytes = "%PDF-") {
    return write([&](db::Connection& c) { return publish(c, hub, {name, folder}, file(bytes)); }).value();
  }
  std::vector<std::string> names(const access::Actor& actor, const ListQuery& query = {}) {
    std::vector<std::string> all;
    for (const auto& one : read([&](db::Connection& c) { return list(c, actor, query); }).resources) {
      all.push_back(one.name);
    }
    return all;
  }
  std::optional<Resource> found(const access::Actor& actor, ResourceId id) {
    return read([&](db::Connection& c) { return find(c, actor, id); });
  }
  std::string bytes_of(const Version& version) {
    return read([&](db::Connection& c) {
      std::string all;
      for (std::size_t i = 0;; ++i) {
        const auto next = piece(c, version, i);
        if (!next) return all;
        all += *next;
      }
    });
  }
  std::int64_t count(std::string_view sql) {
    return read([&](db::Connection& c) { return c.exec(sql).at(0).integer(0); });
  }

  test::Cast cast = test::make_cast(database());
  const access::Actor& hub = cast.hub_operator;
};
INSTANTIATE_TEST_SUITE_P(Databases, ResourceStore, test::both_databases(), test::database_name);

TEST_P(ResourceStore, lists_by_folder_and_name_for_every_centre) {
  published("Zebra");
  published("Plan", "Rooms");
  published("Ärger", "Rooms");
  published("Access", "Adjustments");
  for (const auto& actor : {cast.here.admin, cast.there.officer, cast.here.leader}) {
    EXPECT_THAT(names(actor), ElementsAre("Zebra", "Access", "Ärger", "Plan")) << actor.name;
  }
  EXPECT_THAT(names(cast.here.leader, {.offset = 1, .limit = 2}), ElementsAre("Access", "Ärger"));
}

TEST_P(ResourceStore, finds_by_words_of_the_name_or_the_folder) {
  published("Seating plan", "Exam rooms");
  published("Café rules", "Exam rooms");
  EXPECT_THAT(names(cast.here.officer, {.search = "cafe"}), ElementsAre("Café rules"));
  EXPECT_THAT(names(cast.here.officer, {.search = "plan ROOMS"}), ElementsAre("Seating plan"));
  EXPECT_THAT(names(cast.here.officer, {.search = "%"}), IsEmpty());
}

TEST_P(ResourceStore, has_nothing_for_an_invigilator) {
  const auto id = published("Plan");
  EXPECT_THAT(names(cast.here.invigilator), IsEmpty());
  EXPECT_FALSE(found(cast.here.invigilator, id));
}

TEST_P(ResourceStore, keeps_every_byte_however_many) {
  std::string bytes = "%PDF-";
  for (int i = 0; i < 700'000; ++i) bytes += static_cast<char>(i * 7 % 256);
  const auto id = published("Large", "", bytes);
  const auto resource = found(cast.here.leader, id);
  ASSERT_TRUE(resource);
  EXPECT_EQ(resource->newest.size, bytes.size());
  EXPECT_EQ(bytes_of(resource->newest), bytes);
  EXPECT_EQ(count("SELECT COUNT(*) FROM resource_piece"), 3);
}

TEST_P(ResourceStore, keeps_the_same_bytes_once) {
  published("One", "", "%PDF-same");
  const auto second = published("Two", "", "%PDF-same");
  EXPECT_EQ(count("SELECT COUNT(*) FROM resource_content"), 1);
  EXPECT_EQ(bytes_of(found(hub, second)->newest), "%PDF-same");
}

TEST_P(ResourceStore, gives_centres_the_newest_version_and_keeps_the_earlier_ones) {
  const auto id = published("Plan", "", "%PDF-1");
  ASSERT_TRUE(write([&](db::Connection& c) { return publish_version(c, hub, id, file("%PDF-2")); }));
  EXPECT_EQ(bytes_of(found(cast.here.leader, id)->newest), "%PDF-2");
  const auto all = read([&](db::Connection& c) { return versions(c, hub, id); });
  ASSERT_EQ(all.size(), 2);
  EXPECT_EQ(all[0].number, 2);
  EXPECT_EQ(bytes_of(all[1]), "%PDF-1");
  EXPECT_THAT(read([&](db::Connection& c) { return versions(c, cast.here.admin, id); }), IsEmpty());
}

TEST_P(ResourceStore, refuses_the_very_file_that_is_the_newest_version) {
  const auto id = published("Plan", "", "%PDF-1");
  const auto refused = write([&](db::Connection& c) { return publish_version(c, hub, id, file("%PDF-1")); });
  EXPECT_EQ(refused.error().fields.front().field, "file");
}

TEST_P(ResourceStore, renames_and_moves_unless_the_form_was_stale) {
  const auto id = published("Plan", "Rooms");
  const auto to = [&](std::int64_t version) {
    return write([&](db::Connection& c) { return rename(c, hub, id, {"Seating", "Halls"}, version); });
  };
  ASSERT_TRUE(to(1));
  EXPECT_EQ(to(1).error().kind, Kind::conflict);
  EXPECT_THAT(names(cast.here.leader, {.search = "halls seating"}), ElementsAre("Seating"));
  EXPECT_THAT(read([&](db::Connection& c) { return folders(c, hub); }), ElementsAre("Halls"));
}

TEST_P(ResourceStore, withdraws_from_the_centres_until_published_again) {
  const auto id = published("Plan");
  ASSERT_TRUE(write([&](db::Connection& c) { return withdraw(c, hub, id); }));
  EXPECT_THAT(names(cast.here.leader), IsEmpty());
  EXPECT_FALSE(found(cast.here.leader, id));
  EXPECT_THAT(names(hub), ElementsAre("Plan"));
  ASSERT_TRUE(write([&](db::Connection& c) { return restore(c, hub, id); }));
  EXPECT_TRUE(found(cast.here.leader, id));
}

TEST_P(ResourceStore, is_changed_by_Hub_operators_alone) {
  const auto id = published("Plan");
  for (const auto& actor : {cast.here.admin, cast.here.officer, cast.here.leader, cast.here.invigilator}) {
    EXPECT_EQ(write([&](db::Connection& c) { return publish(c, actor, {"Mine", ""}, file("%PDF-x")); })
                  .error()
                  .kind,
              Kind::not_found);
    EXPECT_EQ(
        write([&](db::Connection& c) { return publish_version(c, actor, id, file("%PDF-x")); }).error().kind,
        Kind::not_found);
    EXPECT_EQ(write([&](db::Connection& c) { return rename(c, actor, id, {"Mine", ""}, 1); }).error().kind,
              Kind::not_found);
    EXPECT_EQ(write([&](db::Connection& c) { return withdraw(c, actor, id); }).error().kind, Kind::not_found);
    EXPECT_EQ(write([&](db::Connection& c) { return restore(c, actor, id); }).error().kind, Kind::not_found);
  }
  EXPECT_THAT(names(hub), ElementsAre("Plan"));
}

TEST_P(ResourceStore, keeps_in_the_audit_what_was_published_and_withdrawn) {
  const auto id = published("Plan");
  ASSERT_TRUE(write([&](db::Connection& c) { return withdraw(c, hub, id); }));
  const auto rows =
      read([](db::Connection& c) { return c.exec("SELECT action FROM audit_event ORDER BY id"); });
  ASSERT_EQ(rows.size(), 2);
  EXPECT_EQ(rows[0].text(0), "resource.published");
  EXPECT_EQ(rows[1].text(0), "resource.withdrawn");
}

}  // namespace
}  // namespace resources
