#include "features/reminders/reminders.h"

#include "base/day.h"
#include "features/assessments/assessment_store.h"
#include "features/certificates/certificate_fixture.h"

namespace reminders {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Kind = Renewal::Kind;

const ReminderFilter over{.within_days = std::nullopt};

class Reminders : public certificates::OnCertificates {
 public:
  std::string today() { return base::iso_date(database().now()); }
  // The certificate of the actor's ends so many days from now.
  void ends(const access::Actor& actor, int days) {
    database().write([&](db::Connection& c) {
      c.exec("UPDATE certificate SET valid_until = ? WHERE account_id = ?",
             base::days_after(base::iso_date(c.now()), days), actor.account);
    });
  }
  std::vector<Reminder> listed_for(const access::Actor& actor, const ReminderFilter& filter = {},
                                   const ReminderPart& part = {}) {
    return database().read([&](db::Connection& c) { return of_centre(c, actor, filter, part); });
  }
  std::vector<Reminder> listed(const ReminderFilter& filter = {}) {
    return listed_for(cast.here.officer, filter);
  }
  std::size_t counted(const ReminderFilter& filter = {}) {
    return database().read([&](db::Connection& c) { return reminders::count(c, cast.here.officer, filter); });
  }
  std::vector<CentreReminders> by_centre(const access::Actor& actor, const ReminderFilter& filter = {}) {
    return database().read([&](db::Connection& c) { return reminders::by_centre(c, actor, filter); });
  }
  void publish_later(std::vector<access::Role> audience = {access::Role::exams_officer,
                                                           access::Role::invigilator}) {
    auto later = test::assessment();
    later.year = "2027/28";
    later.valid_until = {};
    later.audience = std::move(audience);
    publish(later);
  }
  access::Actor& ivan = cast.here.invigilator;
};
INSTANTIATE_TEST_SUITE_P(Databases, Reminders, test::both_databases(), test::database_name);

TEST_P(Reminders, hold_who_ends_from_today_to_the_last_day_of_the_choice) {
  pass(ivan);
  for (const auto& [days, within_30, within_60, within_90, ended] : {std::tuple{-1, 0U, 0U, 0U, 1U},
                                                                     {0, 1U, 1U, 1U, 0U},
                                                                     {30, 1U, 1U, 1U, 0U},
                                                                     {31, 0U, 1U, 1U, 0U},
                                                                     {60, 0U, 1U, 1U, 0U},
                                                                     {61, 0U, 0U, 1U, 0U},
                                                                     {90, 0U, 0U, 1U, 0U},
                                                                     {91, 0U, 0U, 0U, 0U}}) {
    ends(ivan, days);
    SCOPED_TRACE(days);
    EXPECT_THAT(listed({.within_days = 30}), SizeIs(within_30));
    EXPECT_THAT(listed({.within_days = 60}), SizeIs(within_60));
    EXPECT_THAT(listed({.within_days = 90}), SizeIs(within_90));
    EXPECT_THAT(listed(over), SizeIs(ended));
    EXPECT_EQ(counted({.within_days = 60}), within_60);
  }
}

TEST_P(Reminders, tell_the_person_the_assessment_and_the_days_left) {
  pass(ivan);
  ends(ivan, 12);
  rename(ivan, "Siân");
  const auto one = listed().at(0);
  EXPECT_EQ(one.account, ivan.account);
  EXPECT_EQ(one.full_name(), "Siân Invigilator") << "as it is now";
  EXPECT_EQ(one.role, access::Role::invigilator);
  EXPECT_EQ(one.title, "Exam room essentials");
  EXPECT_EQ(one.year, "2026/27");
  EXPECT_EQ(one.days_left, 12);
  EXPECT_EQ(one.last_day, base::days_after(today(), 12));
  EXPECT_EQ(one.code, code_of(ivan));
  ends(ivan, -3);
  EXPECT_EQ(listed(over).at(0).days_left, -3);
}

TEST_P(Reminders, come_by_their_last_day_the_nearest_to_today_first) {
  pass(ivan);
  pass(cast.here.officer);
  pass(cast.here.admin);
  const auto order = [&](const ReminderFilter& filter) {
    std::vector<access::AccountId> all;
    for (const auto& one : listed(filter)) all.push_back(one.account);
    return all;
  };
  ends(ivan, 20);
  ends(cast.here.officer, 3);
  ends(cast.here.admin, 9);
  EXPECT_THAT(order({}), ElementsAre(cast.here.officer.account, cast.here.admin.account, ivan.account));
  ends(ivan, -20);
  ends(cast.here.officer, -3);
  ends(cast.here.admin, -9);
  EXPECT_THAT(order(over), ElementsAre(cast.here.officer.account, cast.here.admin.account, ivan.account));
}

TEST_P(Reminders, leave_out_what_is_replaced_withdrawn_or_has_no_end) {
  pass(ivan);
  ends(ivan, 5);
  ASSERT_TRUE(reissued_by(cast.here.officer, code_of(ivan)));
  EXPECT_THAT(listed(), SizeIs(1)) << "the new one alone";
  ASSERT_TRUE(withdrawn_by(cast.here.admin, code_of(ivan)));
  EXPECT_THAT(listed(), IsEmpty());
  pass(cast.here.officer);
  database().write([&](db::Connection& c) { c.exec("UPDATE certificate SET valid_until = NULL"); });
  for (const auto& filter : {ReminderFilter{.within_days = most_reminder_days}, over})
    EXPECT_THAT(listed(filter), IsEmpty());
}

TEST_P(Reminders, tell_what_became_of_the_new_years_assessment) {
  pass(ivan);
  ends(ivan, 5);
  EXPECT_EQ(listed().at(0).renewal.kind, Kind::not_published);
  publish_later();
  EXPECT_EQ(listed().at(0).renewal.kind, Kind::open);
  EXPECT_EQ(listed().at(0).renewal.year, "2027/28");
  EXPECT_EQ(listed().at(0).renewal.status, attempts::Status::not_started);
  database().write([&](db::Connection& c) {
    c.exec(
        "INSERT INTO section_result (account_id, centre_id, slug, year, section_key, started_at, "
        "passed_version,"
        " passed_at) VALUES (?, ?, 'exam-room-essentials', '2027/28', 'before', 1, 1, 2)",
        ivan.account, ivan.centre);
  });
  EXPECT_EQ(listed().at(0).renewal.status, attempts::Status::started);
  database().write([&](db::Connection& c) {
    c.exec(
        "INSERT INTO section_result (account_id, centre_id, slug, year, section_key, started_at, "
        "passed_version,"
        " passed_at) VALUES (?, ?, 'exam-room-essentials', '2027/28', 'during', 1, 1, 2)",
        ivan.account, ivan.centre);
  });
  EXPECT_EQ(listed().at(0).renewal.status, attempts::Status::passed);
}

TEST_P(Reminders, tell_where_the_new_years_assessment_is_not_open_to_the_person) {
  pass(ivan);
  ends(ivan, 5);
  publish_later({access::Role::exams_officer});
  EXPECT_EQ(listed().at(0).renewal.kind, Kind::not_open);
}

TEST_P(Reminders, tell_where_the_assessment_was_withdrawn) {
  pass(ivan);
  ends(ivan, 5);
  publish_later();
  database().write([&](db::Connection& c) {
    assessments::withdraw(c, &cast.hub_operator, "exam-room-essentials").value();
  });
  EXPECT_EQ(listed().at(0).renewal.kind, Kind::not_open);
}

TEST_P(Reminders, can_leave_out_who_has_a_later_years_certificate) {
  publish_later();
  pass(ivan);
  pass(cast.here.officer);
  ends(ivan, 5);
  ends(cast.here.officer, 5);
  pass(ivan, "exam-room-essentials", "2027/28");
  EXPECT_THAT(listed(), SizeIs(2));
  const auto to_renew = listed({.to_renew = true});
  ASSERT_THAT(to_renew, SizeIs(1));
  EXPECT_EQ(to_renew.at(0).account, cast.here.officer.account);
  EXPECT_EQ(counted({.to_renew = true}), 1U);
}

TEST_P(Reminders, come_in_pages) {
  for (const auto* actor : {&ivan, &cast.here.officer, &cast.here.admin}) {
    pass(*actor);
    ends(*actor, 5);
  }
  EXPECT_THAT(listed_for(cast.here.officer, {}, {.limit = 2, .offset = 0}), SizeIs(2));
  EXPECT_THAT(listed_for(cast.here.officer, {}, {.limit = 2, .offset = 2}), SizeIs(1));
}

TEST_P(Reminders, are_only_of_the_actors_centre_and_for_those_who_manage_its_users) {
  pass(ivan);
  pass(cast.there.invigilator);
  ends(ivan, 5);
  ends(cast.there.invigilator, 5);
  EXPECT_EQ(listed_for(cast.here.admin).at(0).account, ivan.account);
  EXPECT_THAT(listed_for(cast.there.officer), SizeIs(1));
  for (const auto* actor : {&ivan, &cast.here.leader, &cast.hub_operator})
    EXPECT_THAT(listed_for(*actor), IsEmpty());
}

TEST_P(Reminders, cost_the_same_queries_for_one_person_and_for_four) {
  const auto queries = [&] {
    const auto before = database().statements_executed();
    listed();
    return database().statements_executed() - before;
  };
  pass(ivan);
  pass(cast.here.officer);
  ends(ivan, 5);
  ends(cast.here.officer, 5);
  listed();  // the versions are read once in a process
  const auto for_two = queries();
  for (const auto* actor : {&cast.here.admin, &cast.here.leader}) {
    pass(*actor);
    ends(*actor, 5);
  }
  EXPECT_EQ(queries(), for_two);
}

TEST_P(Reminders, are_counted_for_each_open_centre_for_the_operator_alone) {
  pass(ivan);
  pass(cast.here.officer);
  pass(cast.there.invigilator);
  for (const auto* actor : {&ivan, &cast.here.officer, &cast.there.invigilator}) ends(*actor, 5);
  const auto all = by_centre(cast.hub_operator);
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all.at(0).number, "10001");
  EXPECT_EQ(all.at(0).certificates, 2U);
  EXPECT_EQ(all.at(0).people, 2U);
  EXPECT_EQ(all.at(1).people, 1U);
  EXPECT_THAT(by_centre(cast.hub_operator, over), IsEmpty());
  database().write(
      [&](db::Connection& c) { c.exec("UPDATE centre SET closed_at = 1 WHERE number = '20002'"); });
  EXPECT_THAT(by_centre(cast.hub_operator), SizeIs(1));
  for (const auto* actor : {&cast.here.admin, &cast.here.officer, &cast.here.leader, &ivan}) {
    EXPECT_THAT(by_centre(*actor), IsEmpty());
  }
}

TEST(ReminderFilters, are_of_any_number_of_days_or_of_what_is_over) {
  EXPECT_EQ(reminder_filter_from("", "7", "").within_days, 7);
  EXPECT_EQ(reminder_filter_from("", "0", "").within_days, 0) << "today";
  EXPECT_EQ(reminder_filter_from("ended", "7", ""), over);
  EXPECT_TRUE(reminder_filter_from("", "", "yes").to_renew);
}

TEST(ReminderFilters, take_what_is_not_known_as_not_said) {
  for (const auto* days : {"", "soon", "-1", "3661", "30.5", "7 ", "99999999999"}) {
    EXPECT_EQ(reminder_filter_from("never", days, "perhaps"), ReminderFilter{}) << days;
  }
}

}  // namespace
}  // namespace reminders
