#include <gmock/gmock.h>

#include "features/accounts/password.h"
#include "features/centre_upload/centre_kind.h"
#include "features/uploads/uploads.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace centre_upload {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using uploads::Failure;
using uploads::Status;
using uploads::Upload;
using uploads::UploadId;

constexpr const char* strong = "tulip harbour velvet cactus";
const std::string headings = "Centre number,Centre name,First name,Last name,Email,Password\n";

std::string row(const std::string& number, const std::string& email) {
  return fmt::format("{},School {},Nia,Newbury,{},{}\n", number, number, email, strong);
}

std::string two_centres() {
  return headings + row("30003", "nia@three.example") + row("00004", "nia@four.example");
}

class CentreUploads : public test::OnBothDatabases {
 public:
  db::Rows rows(std::string_view sql) {
    return database().read([&](db::Connection& c) { return c.exec(sql); });
  }
  std::size_t centres_added() { return rows("SELECT id FROM centre").size() - 2; }
  std::vector<std::string> audit_of(std::string_view centre_number) {
    std::vector<std::string> events;
    for (const auto& event : database().read([&](db::Connection& c) {
           return c.exec(
               "SELECT e.action, e.actor_name, e.details FROM audit_event e JOIN centre n ON n.id = "
               "e.centre_id WHERE n.number = ? ORDER BY e.id",
               centre_number);
         }))
      events.push_back(event.text(0) + " by " + event.text(1) + " " + event.text(2));
    return events;
  }
  UploadId taken(const std::string& bytes) { return hub->take(boss, "centres.csv", bytes).value(); }
  Upload upload(UploadId id) { return hub->look(boss, id)->upload; }
  std::vector<std::string> problems(UploadId id) {
    std::vector<std::string> all;
    for (const auto& problem : upload(id).report.problems)
      all.push_back(fmt::format("{} {}: {}", problem.row, problem.column, problem.what_to_do));
    return all;
  }
  void confirm(UploadId id) {
    hub->confirm(boss, id).value();
    hub->wait_until_idle();
  }
  std::unique_ptr<uploads::Uploads> process() {
    return std::make_unique<uploads::Uploads>(database(), pool, centres_with_admins());
  }

  test::Cast cast = test::make_cast(database());
  const access::Actor& boss = cast.hub_operator;
  base::WorkPool pool{2, 1000};
  std::unique_ptr<uploads::Uploads> hub = process();
};
INSTANTIATE_TEST_SUITE_P(Databases, CentreUploads, test::both_databases(), test::database_name);

TEST_P(CentreUploads, the_check_creates_nothing) {
  const auto id = taken(two_centres() + row("123", "x@five.example"));
  EXPECT_EQ(upload(id).ready_rows, 2u);
  EXPECT_EQ(upload(id).problem_rows, 1u);
  EXPECT_TRUE(hub->look(boss, id)->may_confirm);
  EXPECT_EQ(centres_added(), 0u);
}

TEST_P(CentreUploads, confirming_creates_each_ready_centre_with_its_Centre_Admin_who_must_choose_a_password) {
  const auto id = taken(two_centres() + row("123", "x@five.example"));
  confirm(id);
  EXPECT_EQ(upload(id).status, Status::added);
  EXPECT_EQ(centres_added(), 2u);
  EXPECT_THAT(upload(id).report.added, SizeIs(2));
  const auto admins = rows(
      "SELECT c.number, c.name, a.email, a.password_hash, a.must_change_password FROM account a JOIN centre "
      "c ON c.id "
      "= "
      "a.centre_id WHERE a.role = 'EO' AND a.centre_admin = 1 AND c.number NOT IN ('10001', '20002') ORDER "
      "BY "
      "c.number");
  ASSERT_THAT(admins, SizeIs(2));
  EXPECT_EQ(admins[0].text(0), "00004");
  EXPECT_EQ(admins[0].text(1), "School 00004");
  EXPECT_EQ(admins[0].text(2), "nia@four.example");
  EXPECT_TRUE(accounts::password_matches(admins[0].text(3), strong));
  EXPECT_TRUE(admins[0].boolean(4));
}

TEST_P(CentreUploads, each_centre_and_its_Centre_Admin_stand_in_its_own_audit_and_the_file_in_the_Hubs) {
  confirm(taken(two_centres()));
  EXPECT_THAT(
      audit_of("30003"),
      ElementsAre(HasSubstr("centre.added by Olive Operator (Hub operator)"),
                  AllOf(HasSubstr("account.added by Olive Operator (Hub operator)"),
                        HasSubstr("nia@three.example"), HasSubstr("Centre Admin"), Not(HasSubstr(strong)))));
  std::vector<std::string> of_the_hub;
  for (const auto& event :
       rows("SELECT action, subject_name, details FROM audit_event WHERE centre_id IS NULL ORDER BY "
            "id"))
    of_the_hub.push_back(event.text(0) + " " + event.text(1) + " " + event.text(2));
  EXPECT_THAT(of_the_hub,
              ElementsAre(AllOf(HasSubstr("centre_upload.checked centres.csv"),
                                HasSubstr("\"Rows ready\":{\"after\":\"2\"}")),
                          AllOf(HasSubstr("centre_upload.added centres.csv"), HasSubstr("Centres added"))));
}

TEST_P(CentreUploads, no_password_reaches_the_database) {
  confirm(taken(two_centres() + "30005,New,Cy,Lee,cy@five.example,weakweakweak\n"));
  for (const auto& row :
       rows("SELECT report || filename FROM upload UNION ALL SELECT details FROM audit_event")) {
    EXPECT_THAT(row.text(0), AllOf(Not(HasSubstr(strong)), Not(HasSubstr("weakweakweak"))));
  }
}

TEST_P(CentreUploads,
       a_number_that_is_taken_is_said_with_whose_it_is_and_a_closed_centre_with_that_it_is_closed) {
  database().write(
      [](db::Connection& c) { c.exec("UPDATE centre SET closed_at = 1 WHERE number = '20002'"); });
  EXPECT_THAT(
      problems(taken(headings + row("10001", "a@new.example") + row("20002", "b@new.example"))),
      ElementsAre(
          "2 Centre number: Demo Hill School already has this number. Correct the number, or delete row "
          "2: you appoint further Centre Admins on the centre's page.",
          "3 Centre number: Other Valley College has this number and is closed. Reopen it on its page, "
          "and delete row 3."));
}

TEST_P(CentreUploads, an_email_that_is_taken_is_said_without_whose_it_is) {
  EXPECT_THAT(
      problems(taken(headings + row("30003", "LEADER@here.example") + row("30004", "operator@hub.example"))),
      ElementsAre("2 Email: Somebody in the Hub already signs in with this email. Use another email for this "
                  "Centre Admin.",
                  "3 Email: Somebody in the Hub already signs in with this email. Use another email for this "
                  "Centre Admin."));
}

TEST_P(CentreUploads, what_was_taken_meanwhile_creates_nothing_and_says_which_rows) {
  const auto first = taken(headings + row("30003", "nia@three.example"));
  const auto second = taken(two_centres());
  confirm(first);
  confirm(second);
  const Upload failed = upload(second);
  EXPECT_EQ(failed.failure, Failure::taken);
  std::vector<std::string> what;
  for (const auto& problem : failed.report.taken)
    what.push_back(fmt::format("{} {}: {}", problem.row, problem.column, problem.what_to_do));
  EXPECT_THAT(what, ElementsAre("2 Centre number: School 30003 now has this number.",
                                "2 Email: Somebody in the Hub now signs in with this email."));
  EXPECT_EQ(centres_added(), 1u);
}

TEST_P(CentreUploads, pressing_twice_creates_nothing_twice) {
  const auto id = taken(two_centres());
  confirm(id);
  confirm(id);
  EXPECT_EQ(upload(id).status, Status::added);
  EXPECT_EQ(centres_added(), 2u);
}

TEST_P(CentreUploads, an_operator_whose_account_is_gone_meanwhile_creates_nothing) {
  const auto id = taken(two_centres());
  database().write([&](db::Connection& c) { c.exec("DELETE FROM account WHERE id = ?", boss.account); });
  confirm(id);
  EXPECT_EQ(upload(id).failure, Failure::power);
  EXPECT_EQ(centres_added(), 0u);
}

TEST_P(CentreUploads, stopping_the_hub_meanwhile_creates_nothing_and_says_so) {
  std::string file = headings;
  for (int i = 0; i < 50; ++i) file += row(std::to_string(40'000 + i), fmt::format("a{}@new.example", i));
  const auto id = taken(file);
  hub->confirm(boss, id).value();
  hub.reset();
  hub = process();
  EXPECT_EQ(upload(id).failure, Failure::stopped);
  EXPECT_EQ(centres_added(), 0u);
}

TEST_P(CentreUploads, are_nothing_to_anybody_of_a_centre) {
  const auto id = taken(two_centres());
  for (const auto& actor : {cast.here.admin, cast.here.officer, cast.there.admin}) {
    EXPECT_FALSE(hub->look(actor, id)) << actor.name;
    EXPECT_EQ(hub->confirm(actor, id).error().kind, base::Refusal::Kind::not_found) << actor.name;
    EXPECT_EQ(hub->problems_workbook(actor, id).error().kind, base::Refusal::Kind::not_found) << actor.name;
    EXPECT_THAT(hub->recent(actor), IsEmpty()) << actor.name;
  }
}

TEST_P(CentreUploads, nobody_of_a_centre_can_add_centres_even_with_a_file_of_their_own) {
  EXPECT_ANY_THROW(hub->take(cast.here.admin, "centres.csv", two_centres()));
  EXPECT_EQ(centres_added(), 0u);
}

}  // namespace
}  // namespace centre_upload
