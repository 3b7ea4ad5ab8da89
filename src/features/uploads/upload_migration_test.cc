// Uploads from before there was more than one kind stay those of their centres' users.
#include <gmock/gmock.h>

#include "features/uploads/test_format.h"
#include "features/uploads/upload_store.h"
#include "support/cast.h"
#include "support/older_database.h"

namespace uploads {
namespace {

constexpr std::size_t migrations_before = 10;

class UploadMigration : public test::OnOlderDatabases {
 public:
  UploadMigration() : OnOlderDatabases(migrations_before) {}

  std::int64_t uploaded_before() {
    return database().write([&](db::Connection& c) {
      return c
          .exec(
              "INSERT INTO upload (centre_id, uploaded_by, filename, status, failure, held_by, "
              "declaration_version, "
              "created_at, ready_rows, problem_rows, report) VALUES (?, ?, 'users.csv', 'failed', 'lost', "
              "'me', 1, 5, "
              "3, 1, '') RETURNING id",
              cast.here.officer.centre, cast.here.officer.account)
          .at(0)
          .integer(0);
    });
  }

  test::Cast cast = test::make_cast(database());
};
INSTANTIATE_TEST_SUITE_P(Databases, UploadMigration, test::both_databases(), test::database_name);

TEST_P(UploadMigration, keeps_every_upload_of_users_and_gives_its_number_to_no_other) {
  const auto before = uploaded_before();
  migrate_on();
  const UploadStore store(test_format("users"));
  const auto upload =
      database().read([&](db::Connection& c) { return store.find(c, cast.here.officer, UploadId{before}); });
  ASSERT_TRUE(upload);
  EXPECT_EQ(upload->filename, "users.csv");
  EXPECT_EQ(upload->failure, Failure::lost);
  EXPECT_EQ(upload->declaration_version, 1);
  EXPECT_EQ(upload->ready_rows, 3u);
  const auto next = database().write([&](db::Connection& c) {
    return store.add(c, cast.here.officer,
                     {.filename = "more.csv",
                      .held_by = "me",
                      .declaration_version = 1,
                      .ready_rows = 1,
                      .problem_rows = 0,
                      .report = {}});
  });
  EXPECT_GT(std::to_underlying(next), before);
}

TEST_P(UploadMigration, lets_no_upload_of_users_be_without_a_centre_or_a_declaration) {
  migrate_on();
  const auto insert = [&](std::optional<access::CentreId> centre, std::string_view kind,
                          std::optional<int> declaration) {
    database().write([&](db::Connection& c) {
      c.exec(
          "INSERT INTO upload (centre_id, kind, uploaded_by, filename, status, held_by, declaration_version, "
          "created_at, ready_rows, problem_rows, report) VALUES (?, ?, 1, 'x', 'checked', 'me', ?, 5, 3, 1, "
          "'')",
          centre, kind, declaration);
    });
  };
  EXPECT_NO_THROW(insert(cast.here.officer.centre, "users", 1));
  EXPECT_NO_THROW(insert({}, "centres", {}));
  EXPECT_ANY_THROW(insert({}, "users", 1));
  EXPECT_ANY_THROW(insert(cast.here.officer.centre, "users", {}));
  EXPECT_ANY_THROW(insert(cast.here.officer.centre, "centres", {}));
}

}  // namespace
}  // namespace uploads
