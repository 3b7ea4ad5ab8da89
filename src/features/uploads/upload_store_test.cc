#include "features/uploads/upload_store.h"

#include <gmock/gmock.h>

#include "features/uploads/test_format.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace uploads {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

class UploadStoreTest : public test::OnBothDatabases {
 public:
  UploadId added(const access::Actor& actor, std::size_t ready = 3) {
    return database().write([&](db::Connection& c) {
      return store.add(c, actor,
                       {.filename = "users.xlsx",
                        .held_by = "me",
                        .declaration_version = 1,
                        .ready_rows = ready,
                        .problem_rows = 1,
                        .report = {{{5, "Email", "x@", "Correct it."}}, {"A note."}, {}}});
    });
  }
  UploadId added_by_operator() {
    return database().write([&](db::Connection& c) {
      return of_centres.add(c, cast.hub_operator,
                            {.filename = "centres.xlsx",
                             .held_by = "me",
                             .declaration_version = {},
                             .ready_rows = 2,
                             .problem_rows = 0,
                             .report = {}});
    });
  }
  std::optional<Upload> found(const access::Actor& actor, UploadId id) {
    return database().read([&](db::Connection& c) { return store.find(c, actor, id); });
  }
  bool started(const access::Actor& actor, UploadId id, std::string_view held_by = "me") {
    return database().write([&](db::Connection& c) { return store.start_adding(c, actor, id, held_by); });
  }
  bool finished(const access::Actor& actor, UploadId id, std::string_view held_by = "me") {
    return database().write(
        [&](db::Connection& c) { return store.finish_adding(c, actor, id, held_by, {{}, {}, {}, {7, 8}}); });
  }
  std::vector<std::string> audited() {
    std::vector<std::string> actions;
    for (const auto& row : database().read(
             [](db::Connection& c) { return c.exec("SELECT action FROM audit_event ORDER BY id"); }))
      actions.push_back(row.text(0));
    return actions;
  }

  const UploadStore store{test_format("users")};
  const UploadStore of_centres{test_format("centres")};
  test::Cast cast = test::make_cast(database());
  const access::Actor& officer = cast.here.officer;
};
INSTANTIATE_TEST_SUITE_P(Databases, UploadStoreTest, test::both_databases(), test::database_name);

TEST_P(UploadStoreTest, keeps_an_upload_with_its_report) {
  const auto upload = found(officer, added(officer));
  ASSERT_TRUE(upload);
  EXPECT_EQ(upload->filename, "users.xlsx");
  EXPECT_EQ(upload->status, Status::checked);
  EXPECT_EQ(upload->uploaded_by, officer.account);
  EXPECT_EQ(upload->uploader, officer.name);
  EXPECT_EQ(upload->ready_rows, 3u);
  ASSERT_THAT(upload->report.problems, SizeIs(1));
  EXPECT_EQ(upload->report.problems[0].what_to_do, "Correct it.");
  EXPECT_THAT(upload->report.notes, ElementsAre("A note."));
  EXPECT_THAT(audited(), ElementsAre("upload.checked"));
}

TEST_P(UploadStoreTest, shows_an_upload_to_its_centre_only) {
  const UploadId id = added(officer);
  EXPECT_TRUE(found(cast.here.admin, id));
  EXPECT_FALSE(found(cast.there.admin, id));
  EXPECT_FALSE(found(cast.hub_operator, id));
  EXPECT_FALSE(started(cast.there.officer, id));
}

TEST_P(UploadStoreTest, lists_the_centres_newest_first) {
  added(cast.there.officer);
  const UploadId first = added(officer);
  const UploadId second = added(cast.here.admin);
  const auto uploads = database().read([&](db::Connection& c) { return store.recent(c, officer, 10); });
  ASSERT_THAT(uploads, SizeIs(2));
  EXPECT_EQ(uploads[0].id, second);
  EXPECT_EQ(uploads[1].id, first);
}

TEST_P(UploadStoreTest, starts_once_and_only_for_the_process_that_holds_it) {
  const UploadId id = added(officer);
  EXPECT_FALSE(started(officer, id, "another"));
  EXPECT_TRUE(started(officer, id));
  EXPECT_FALSE(started(officer, id));
  EXPECT_FALSE(started(officer, added(officer, 0)));
}

TEST_P(UploadStoreTest, finishes_once_and_only_what_was_started) {
  const UploadId id = added(officer);
  EXPECT_FALSE(finished(officer, id));
  started(officer, id);
  EXPECT_FALSE(finished(officer, id, "another"));
  EXPECT_TRUE(finished(officer, id));
  EXPECT_FALSE(finished(officer, id));
  EXPECT_EQ(found(officer, id)->status, Status::added);
  EXPECT_EQ(found(officer, id)->secured_rows, 3u);
  EXPECT_THAT(found(officer, id)->report.added, ElementsAre(7, 8));
  EXPECT_THAT(audited(), ElementsAre("upload.checked", "upload.added"));
}

TEST_P(UploadStoreTest, keeps_a_hub_operators_upload_in_no_centre_and_shows_it_to_operators_only) {
  const UploadId id = added_by_operator();
  const auto sees = [&](const access::Actor& actor) {
    return database().read([&](db::Connection& c) { return of_centres.find(c, actor, id).has_value(); });
  };
  EXPECT_TRUE(sees(cast.hub_operator));
  for (const auto& actor :
       {cast.here.admin, officer, cast.here.leader, cast.here.invigilator, cast.there.admin})
    EXPECT_FALSE(sees(actor)) << actor.name;
  const auto upload =
      database().read([&](db::Connection& c) { return of_centres.find(c, cast.hub_operator, id); });
  EXPECT_EQ(upload->uploader, cast.hub_operator.name);
  EXPECT_FALSE(upload->declaration_version);
  EXPECT_THAT(audited(), ElementsAre("centre_upload.checked"));
}

TEST_P(UploadStoreTest, keeps_the_kinds_apart) {
  const UploadId theirs = added_by_operator();
  const UploadId ours = added(officer);
  database().read([&](db::Connection& c) {
    EXPECT_FALSE(store.find(c, cast.hub_operator, theirs));
    EXPECT_FALSE(of_centres.find(c, officer, ours));
    EXPECT_THAT(store.recent(c, officer, 10), SizeIs(1));
    EXPECT_THAT(of_centres.recent(c, cast.hub_operator, 10), SizeIs(1));
    EXPECT_THAT(of_centres.recent(c, officer, 10), SizeIs(0));
  });
}

TEST_P(UploadStoreTest, a_beat_keeps_the_progress) {
  const UploadId id = added(officer);
  started(officer, id);
  database().write([&](db::Connection& c) { store.beat(c, officer, id, "me", 2); });
  EXPECT_EQ(found(officer, id)->secured_rows, 2u);
}

TEST_P(UploadStoreTest, fails_with_why_and_cannot_be_finished_afterwards) {
  const UploadId id = added(officer);
  started(officer, id);
  database().write([&](db::Connection& c) {
    store.fail(c, officer, id, "me", Failure::taken, {{}, {}, {{2, "Email", "a@b.example", "Taken."}}});
  });
  EXPECT_EQ(found(officer, id)->status, Status::failed);
  EXPECT_EQ(found(officer, id)->failure, Failure::taken);
  EXPECT_THAT(found(officer, id)->report.taken, SizeIs(1));
  EXPECT_FALSE(finished(officer, id));
  EXPECT_THAT(audited(), ElementsAre("upload.checked", "upload.failed"));
}

TEST_P(UploadStoreTest, one_that_fell_silent_is_stopped_and_cannot_be_finished_afterwards) {
  const UploadId id = added(officer);
  started(officer, id);
  const base::Instant now = database().now();
  database().write(
      [&](db::Connection& c) { store.fail_if_silent(c, officer, id, now - std::chrono::seconds{15}); });
  EXPECT_EQ(found(officer, id)->status, Status::adding);
  database().write(
      [&](db::Connection& c) { store.fail_if_silent(c, officer, id, now + std::chrono::seconds{15}); });
  EXPECT_EQ(found(officer, id)->failure, Failure::stopped);
  EXPECT_FALSE(finished(officer, id));
}

TEST_P(UploadStoreTest, empties_the_reports_of_last_weeks_uploads) {
  const UploadId old = added(officer);
  database().write(
      [&](db::Connection& c) { c.exec("UPDATE upload SET created_at = created_at - ?", 8 * 86'400'000LL); });
  added(cast.there.officer);
  EXPECT_THAT(found(officer, old)->report.problems, SizeIs(1));
  added(officer);
  EXPECT_THAT(found(officer, old)->report.problems, SizeIs(0));
  EXPECT_EQ(found(officer, old)->problem_rows, 1u);
}

}  // namespace
}  // namespace uploads
