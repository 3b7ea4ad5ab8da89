#include "features/user_upload/forget_deleted.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/accounts/account_store.h"
#include "features/uploads/upload_store.h"
#include "features/user_upload/user_kind.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace user_upload {
namespace {

using uploads::Problem;

accounts::Account ann() {
  return {.id = access::AccountId{1},
          .role = access::Role::invigilator,
          .first_name = "Ann",
          .last_name = "Ó Néill",
          .email = "ann.oneill@here.example",
          .created_at = {},
          .last_signed_in_at = {}};
}

std::string all_of(const uploads::Report& report) {
  std::string text;
  for (const auto* problems : {&report.problems, &report.taken}) {
    for (const auto& p : *problems)
      text += fmt::format("{} {} {} {}\n", p.row, p.column, p.value, p.what_to_do);
  }
  return text;
}

TEST(ForgetDeleted, clears_every_problem_of_a_row_that_has_their_email_and_keeps_where_it_was) {
  uploads::Report report{.problems = {{7, "Role", "INVIG", "Write EO, SLT or INV."},
                                      {7, "Email", "Ann.ONeill@HERE.example", "It is taken."},
                                      {8, "Email", "ben@here.example", "It is taken."}},
                         .notes = {},
                         .taken = {}};
  EXPECT_TRUE(forget(report, ann()));
  ASSERT_EQ(report.problems.size(), 3U);
  EXPECT_EQ(report.problems[0].row, 7U);
  EXPECT_EQ(report.problems[0].column, "Role");
  EXPECT_EQ(report.problems[0].value + report.problems[1].value, "");
  EXPECT_EQ(report.problems[2].value, "ben@here.example");
  EXPECT_EQ(all_of(report).find("ONeill"), std::string::npos);
}

TEST(ForgetDeleted, clears_what_names_them_in_words_also_where_it_became_taken_meanwhile) {
  uploads::Report report{.problems = {{3, "Email", "other@here.example", "ann o neill is already a user."}},
                         .notes = {},
                         .taken = {{4, "Email", "x@here.example", "Ann Ó Néill was added meanwhile."}}};
  EXPECT_TRUE(forget(report, ann()));
  EXPECT_EQ(all_of(report).find("ill is"), std::string::npos);
  EXPECT_EQ(all_of(report).find("Néill"), std::string::npos);
}

TEST(ForgetDeleted, leaves_a_report_that_does_not_name_them) {
  uploads::Report report{.problems = {{3, "First name", "Ann", "Write it in full."}},
                         .notes = {"2 rows are empty."},
                         .taken = {}};
  const auto before = all_of(report);
  EXPECT_FALSE(forget(report, ann()));
  EXPECT_EQ(all_of(report), before);
}

class ForgetDeletedAccount : public test::OnBothDatabases {
 public:
  uploads::UploadId upload_of(const access::Actor& actor) {
    const uploads::NewUpload upload{
        .filename = "users.csv",
        .held_by = "x",
        .declaration_version = 1,
        .ready_rows = 0,
        .problem_rows = 1,
        .report = {.problems = {{2, "Email", "invigilator@here.example", "It is taken."}},
                   .notes = {},
                   .taken = {}}};
    return database().write([&](db::Connection& c) { return store.add(c, actor, upload); });
  }
  std::string value_in(const access::Actor& actor, uploads::UploadId id) {
    return database().read(
        [&](db::Connection& c) { return store.find(c, actor, id).value().report.problems.at(0).value; });
  }

  test::Cast cast = test::make_cast(database());
  uploads::UploadStore store{format()};
  ForgetDeleted forget_deleted;
};
INSTANTIATE_TEST_SUITE_P(Databases, ForgetDeletedAccount, test::both_databases(), test::database_name);

TEST_P(ForgetDeletedAccount, is_named_in_no_report_of_their_centre_any_more_and_others_are_left_alone) {
  const auto here = upload_of(cast.here.officer);
  const auto there = upload_of(cast.there.officer);
  const auto removed = database().write([&](db::Connection& c) {
    return accounts::remove(c, cast.here.admin, cast.here.invigilator.account, &forget_deleted);
  });
  ASSERT_TRUE(removed);
  EXPECT_EQ(value_in(cast.here.officer, here), "");
  EXPECT_EQ(value_in(cast.there.officer, there), "invigilator@here.example");
}

TEST_P(ForgetDeletedAccount, stays_named_where_the_deletion_is_refused) {
  const auto here = upload_of(cast.here.officer);
  const auto refused = database().write([&](db::Connection& c) {
    return accounts::remove(c, cast.here.officer, cast.here.invigilator.account, &forget_deleted);
  });
  ASSERT_FALSE(refused);
  EXPECT_EQ(value_in(cast.here.officer, here), "invigilator@here.example");
}

}  // namespace
}  // namespace user_upload
