#include "features/uploads/uploads.h"

#include <gmock/gmock.h>

#include <barrier>

#include "documents/spreadsheet.h"
#include "features/accounts/account_store.h"
#include "features/accounts/password.h"
#include "features/user_upload/user_kind.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace user_upload {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using uploads::Failure;
using uploads::Status;
using uploads::Upload;
using uploads::UploadId;

constexpr const char* strong = "tulip harbour velvet cactus";

std::string csv(std::size_t people, const std::string& prefix = "user", const std::string& more = {}) {
  std::string text = "First name,Last name,Email,Password,Role\n";
  for (std::size_t i = 0; i < people; ++i)
    text += fmt::format("Ann,Lee,{}{}@here.example,{},INV\n", prefix, i, strong);
  return text + more;
}

class UploadsTest : public test::OnBothDatabases {
 public:
  std::size_t accounts() {
    return static_cast<std::size_t>(database().read(
        [](db::Connection& c) { return c.exec("SELECT COUNT(*) FROM account").at(0).integer(0); }));
  }
  std::size_t added_to_cast() { return accounts() - cast_size; }
  bool anywhere_in_database(const std::string& text) {
    bool found = false;
    for (const auto& row : database().read([](db::Connection& c) {
           return c.exec("SELECT report || filename FROM upload UNION ALL SELECT details FROM audit_event");
         }))
      found |= row.text(0).find(text) != std::string::npos;
    return found;
  }
  std::unique_ptr<uploads::Uploads> process() {
    return std::make_unique<uploads::Uploads>(database(), pool, users());
  }
  Upload upload(UploadId id) { return hub->look(officer, id)->upload; }

  test::Cast cast = test::make_cast(database());
  const access::Actor& officer = cast.here.officer;
  const std::size_t cast_size = accounts();
  base::WorkPool pool{2, 1000};
  std::unique_ptr<uploads::Uploads> hub = process();
};
INSTANTIATE_TEST_SUITE_P(Databases, UploadsTest, test::both_databases(), test::database_name);

TEST_P(UploadsTest, the_check_creates_nobody) {
  const auto id = hub->take(officer, "users.csv", csv(2, "user", "Bob,Lee,bob,short,INV\n"));
  ASSERT_TRUE(id);
  const auto look = hub->look(officer, *id);
  EXPECT_EQ(look->upload.status, Status::checked);
  EXPECT_EQ(look->upload.ready_rows, 2u);
  EXPECT_EQ(look->upload.problem_rows, 1u);
  EXPECT_TRUE(look->may_confirm);
  EXPECT_THAT(look->ready, SizeIs(2));
  EXPECT_EQ(added_to_cast(), 0u);
}

TEST_P(UploadsTest, confirming_creates_exactly_the_ready_rows_who_can_sign_in_and_must_choose_a_password) {
  const auto id = hub->take(officer, "users.csv", csv(3, "user", "Bob,Lee,bob,short,INV\n"));
  ASSERT_TRUE(hub->confirm(officer, *id));
  hub->wait_until_idle();
  EXPECT_EQ(upload(*id).status, Status::added);
  EXPECT_EQ(added_to_cast(), 3u);
  const auto rows = database().read([](db::Connection& c) {
    return c.exec(
        "SELECT password_hash, must_change_password, declared_by FROM account WHERE email = "
        "'user1@here.example'");
  });
  EXPECT_TRUE(accounts::password_matches(rows.at(0).text(0), strong));
  EXPECT_TRUE(rows[0].boolean(1));
  EXPECT_EQ(rows[0].id<access::AccountId>(2), officer.account);
}

TEST_P(UploadsTest, no_password_reaches_the_database) {
  const auto id = hub->take(
      officer, "users.csv",
      csv(1, "user",
          "Bob,Lee,bob,weakweakweak,INV\nCy,Lee,cy@here.example,shiftedsecret,INV,shiftedsecret\n"));
  hub->confirm(officer, *id).value();
  hub->wait_until_idle();
  EXPECT_FALSE(anywhere_in_database(strong));
  EXPECT_FALSE(anywhere_in_database("weakweakweak"));
  EXPECT_FALSE(anywhere_in_database("shiftedsecret"));
}

TEST_P(UploadsTest, pressing_twice_creates_nobody_twice) {
  const auto id = hub->take(officer, "users.csv", csv(4));
  std::barrier together(4);
  {
    std::vector<std::jthread> presses;
    for (int i = 0; i < 4; ++i) {
      presses.emplace_back([&] {
        together.arrive_and_wait();
        EXPECT_TRUE(hub->confirm(officer, *id));
      });
    }
  }
  hub->wait_until_idle();
  EXPECT_TRUE(hub->confirm(officer, *id));
  hub->wait_until_idle();
  EXPECT_EQ(upload(*id).status, Status::added);
  EXPECT_EQ(added_to_cast(), 4u);
}

TEST_P(UploadsTest, two_officers_with_the_same_file_at_once_create_nobody_twice) {
  const auto mine = hub->take(officer, "users.csv", csv(5));
  const auto theirs = hub->take(cast.here.admin, "users.csv", csv(5));
  hub->confirm(officer, *mine).value();
  hub->confirm(cast.here.admin, *theirs).value();
  hub->wait_until_idle();
  EXPECT_EQ(added_to_cast(), 5u);
  const Upload one = upload(*mine);
  const Upload other = upload(*theirs);
  EXPECT_NE(one.status, other.status);
  const Upload& failed = one.status == Status::failed ? one : other;
  EXPECT_EQ(failed.failure, Failure::taken);
  EXPECT_THAT(failed.report.taken, SizeIs(5));
}

TEST_P(UploadsTest, a_row_taken_meanwhile_creates_nobody_and_says_which) {
  const auto id = hub->take(officer, "users.csv", csv(3));
  const auto other = hub->take(cast.there.officer, "users.csv",
                               "First name,Last name,Email,Password,Role\nEve,Far,user1@here.example," +
                                   std::string(strong) + ",INV\n");
  hub->confirm(cast.there.officer, *other).value();
  hub->wait_until_idle();
  hub->confirm(officer, *id).value();
  hub->wait_until_idle();
  const Upload failed = upload(*id);
  EXPECT_EQ(failed.failure, Failure::taken);
  ASSERT_THAT(failed.report.taken, SizeIs(1));
  EXPECT_EQ(failed.report.taken[0].row, 3u);
  EXPECT_EQ(failed.report.taken[0].value, "user1@here.example");
  EXPECT_THAT(failed.report.taken[0].what_to_do, Not(HasSubstr("Eve")));
  EXPECT_EQ(added_to_cast(), 1u);
}

TEST_P(UploadsTest, only_who_uploaded_it_can_add_its_users) {
  const auto id = hub->take(officer, "users.csv", csv(1));
  EXPECT_EQ(hub->confirm(cast.here.admin, *id).error().kind, base::Refusal::Kind::forbidden);
  EXPECT_EQ(hub->confirm(cast.there.admin, *id).error().kind, base::Refusal::Kind::not_found);
  EXPECT_FALSE(hub->look(cast.here.admin, *id)->may_confirm);
  EXPECT_FALSE(hub->look(cast.there.admin, *id));
  EXPECT_EQ(hub->problems_workbook(cast.there.admin, *id).error().kind, base::Refusal::Kind::not_found);
}

TEST_P(UploadsTest, an_uploader_who_lost_the_power_meanwhile_creates_nobody) {
  const auto id = hub->take(officer, "users.csv", csv(1));
  database().write(
      [&](db::Connection& c) { c.exec("UPDATE account SET role = 'INV' WHERE id = ?", officer.account); });
  hub->confirm(officer, *id).value();
  hub->wait_until_idle();
  EXPECT_EQ(upload(*id).failure, Failure::power);
  EXPECT_EQ(added_to_cast(), 0u);
}

TEST_P(UploadsTest, stopping_the_hub_meanwhile_creates_nobody_and_says_so) {
  const auto id = hub->take(officer, "users.csv", csv(50));
  hub->confirm(officer, *id).value();
  hub.reset();
  hub = process();
  EXPECT_EQ(upload(*id).failure, Failure::stopped);
  EXPECT_EQ(added_to_cast(), 0u);
}

TEST_P(UploadsTest, a_hub_that_died_meanwhile_created_nobody_and_the_page_says_so) {
  const auto id = hub->take(officer, "users.csv", csv(1));
  database().write([&](db::Connection& c) {
    c.exec("UPDATE upload SET status = 'adding', beat_at = ?, held_by = 'dead'",
           c.now() - std::chrono::seconds{20});
  });
  EXPECT_EQ(upload(*id).failure, Failure::stopped);
}

TEST_P(UploadsTest, after_a_restart_the_check_is_there_without_the_passwords) {
  const auto id = hub->take(officer, "users.csv", csv(1, "user", "Bob,Lee,bob,short,INV\n"));
  hub = process();
  const auto look = hub->look(officer, *id);
  EXPECT_FALSE(look->held);
  EXPECT_FALSE(look->may_confirm);
  EXPECT_THAT(look->upload.report.problems, Not(SizeIs(0)));
  hub->confirm(officer, *id).value();
  hub->wait_until_idle();
  EXPECT_EQ(added_to_cast(), 0u);
  EXPECT_EQ(hub->problems_workbook(officer, *id).error().kind, base::Refusal::Kind::conflict);
}

TEST_P(UploadsTest, the_problem_rows_corrected_can_be_uploaded_again) {
  const auto id = hub->take(officer, "users.csv", csv(1, "user", "Bob,Lee,bob,weakweakweak,INV\n"));
  const auto workbook = hub->problems_workbook(officer, *id);
  ASSERT_TRUE(workbook);
  const auto sheet = documents::read_spreadsheet(*workbook, {}, [](const auto&) { return true; });
  ASSERT_THAT(sheet->rows, SizeIs(2));
  const auto& cells = sheet->rows[1].cells;
  EXPECT_EQ(cells.at(2).text, "bob");
  EXPECT_EQ(cells.at(3).text, "weakweakweak");
  EXPECT_THAT(cells.at(5).text,
              AllOf(HasSubstr("Email: "), HasSubstr("\nPassword: This password is too easy to guess")));
  const auto again = hub->take(officer, "problems.xlsx", *workbook);
  EXPECT_EQ(upload(*again).problem_rows, 1u);
  EXPECT_THAT(upload(*again).report.notes, SizeIs(0));
}

TEST_P(UploadsTest, a_file_that_cannot_be_read_leaves_no_trace) {
  EXPECT_FALSE(hub->take(officer, "x.pdf", "%PDF-1.7"));
  EXPECT_THAT(hub->recent(officer), SizeIs(0));
}

}  // namespace
}  // namespace user_upload
