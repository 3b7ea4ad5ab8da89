#include "features/report/stakeholder_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace report {
namespace {

using ::testing::HasSubstr;
using Kind = base::Refusal::Kind;

class StakeholderReport : public test::OnBothDatabases {
 public:
  StakeholderReport() { published = publish(test::assessment()); }

  assessments::Publication publish(const assessments::Assessment& content) {
    return database()
        .write([&](db::Connection& c) { return assessments::publish(c, content, nullptr); })
        .value();
  }
  void result(const access::Actor& actor, const char* section, std::optional<std::int64_t> passed_version) {
    database().write([&](db::Connection& c) {
      c.exec(
          "INSERT INTO section_result (account_id, centre_id, slug, year, section_key, started_at, "
          "passed_version, "
          "passed_at) VALUES (?, ?, 'exam-room-essentials', '2026/27', ?, 1, ?, ?)",
          actor.account, actor.centre, section, passed_version,
          passed_version ? std::optional<std::int64_t>(1'000) : std::nullopt);
    });
  }
  void passes(const access::Actor& actor) {
    result(actor, "before", 1);
    result(actor, "during", 1);
  }
  base::Result<Report> made(const ReportRequest& request) { return make_report(database(), hub, request); }
  std::vector<PersonRow> people(const Report& report) {
    PeopleReader reader(database(), hub, report);
    std::vector<PersonRow> all;
    for (auto rows = reader.next(); !rows.empty(); rows = reader.next())
      std::ranges::move(rows, std::back_inserter(all));
    return all;
  }
  // "10001 INV 1 0/0/1": people, passed, started, not started
  static std::vector<std::string> lines(const std::vector<CountRow>& rows) {
    std::vector<std::string> all;
    for (const auto& [number, name, title, counts] : rows) {
      all.push_back(fmt::format("{} {} {} {}/{}/{}", number, access::code(counts.role), counts.people,
                                counts.passed, counts.started, counts.not_started()));
    }
    return all;
  }
  std::int64_t events(std::string_view action) {
    return database().read([&](db::Connection& c) {
      return c.exec("SELECT COUNT(*) FROM audit_event WHERE action = ?", action).at(0).integer(0);
    });
  }

  test::Cast cast = test::make_cast(database());
  const access::Actor& hub = cast.hub_operator;
  assessments::Publication published;
};
INSTANTIATE_TEST_SUITE_P(Databases, StakeholderReport, test::both_databases(), test::database_name);

TEST_P(StakeholderReport, counts_each_centre_and_role_that_the_assessment_is_for) {
  passes(cast.here.invigilator);
  result(cast.there.officer, "before", 1);
  result(cast.there.invigilator, "before", std::nullopt);
  EXPECT_THAT(lines(made({.year = "2026/27"})->counts),
              ::testing::ElementsAre("10001 EO 2 0/0/2", "10001 INV 1 1/0/0", "20002 EO 2 0/1/1",
                                     "20002 INV 1 0/1/0"));
  EXPECT_THAT(lines(in_all(made({.year = "2026/27"})->counts)),
              ::testing::ElementsAre(" EO 4 0/1/3", " INV 2 1/1/0"));
}

TEST_P(StakeholderReport, counts_whoever_started_whatever_their_role_and_nobody_from_whom_it_is_hidden) {
  passes(cast.here.leader);
  database().write([&](db::Connection& c) {
    c.exec(
        "INSERT INTO hidden_assessment (centre_id, account_id, slug) VALUES (?, ?, 'exam-room-essentials')",
        cast.here.invigilator.centre, cast.here.invigilator.account);
  });
  EXPECT_THAT(lines(made({.year = "2026/27"})->counts),
              ::testing::ElementsAre("10001 EO 2 0/0/2", "10001 SLT 1 1/0/0", "20002 EO 2 0/0/2",
                                     "20002 INV 1 0/0/1"));
}

TEST_P(StakeholderReport, counts_no_pass_that_must_be_taken_again) {
  passes(cast.here.invigilator);
  auto next = test::assessment();
  next.sections[0].retake = true;
  publish(next);
  EXPECT_THAT(lines(made({.year = "2026/27"})->counts), ::testing::Contains("10001 INV 1 0/1/0"));
}

TEST_P(StakeholderReport, is_of_the_chosen_year_alone) {
  passes(cast.here.invigilator);
  auto next = test::assessment();
  next.year = "2027/28";
  next.valid_until.clear();
  publish(next);
  EXPECT_THAT(lines(made({.year = "2027/28"})->counts), ::testing::Contains("10001 INV 1 0/0/1"));
  EXPECT_THAT(lines(made({.year = "2026/27"})->counts), ::testing::Contains("10001 INV 1 1/0/0"));
  EXPECT_EQ(made({.year = "1999/00"}).error().fields.front().field, "year");
}

TEST_P(StakeholderReport, names_nobody_unless_asked_to_and_told_for_whom_and_why) {
  EXPECT_TRUE(people(made({.year = "2026/27"}).value()).empty());
  const auto refused = made({.year = "2026/27", .named = true});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fields.size(), 2);
  EXPECT_EQ(events("report.named"), 0);
}

TEST_P(StakeholderReport,
       of_more_centres_than_are_read_at_once_leaves_out_none_and_is_in_their_numbers_order) {
  database().write([](db::Connection& c) {
    for (int i = 120; i > 0; --i) {
      const auto centre =
          c.exec("INSERT INTO centre (number, name, created_at) VALUES (?, 'C', 1) RETURNING id",
                 std::to_string(30'000 + i))
              .at(0)
              .integer(0);
      const auto email = fmt::format("u{}@many.example", i);
      c.exec(
          "INSERT INTO account (centre_id, role, first_name, last_name, email, email_key, sort_key, "
          "search_key, "
          "password_hash, must_change_password, created_at) VALUES (?, 'INV', 'A', 'B', ?, ?, 'k', 'k', '-', "
          "0, 1)",
          centre, email, email);
    }
  });
  const auto report =
      made({.year = "2026/27", .named = true, .recipient = "Ofqual", .purpose = "Yearly return"}).value();
  EXPECT_EQ(report.centres.size(), 122);
  EXPECT_EQ(report.counts.size(), 124) << "two roles in the cast's centres";
  const auto named = people(report);
  EXPECT_EQ(named.size(), 126);
  EXPECT_TRUE(std::ranges::is_sorted(report.counts, {}, &CountRow::centre_number));
  EXPECT_TRUE(std::ranges::is_sorted(named, {}, &PersonRow::centre_number));
}

TEST_P(StakeholderReport, that_names_people_says_so_in_the_audit_of_each_of_their_centres) {
  passes(cast.here.invigilator);
  const auto report =
      made({.year = "2026/27", .named = true, .recipient = "Ofqual", .purpose = "Yearly return"});
  ASSERT_TRUE(report);
  const auto named = people(*report);
  EXPECT_EQ(named.size(), 6);
  const auto& ivan = named.at(1).person;
  EXPECT_EQ(ivan.last_name, "Invigilator");
  EXPECT_EQ(ivan.status, attempts::Status::passed);
  EXPECT_TRUE(ivan.passed_at);
  EXPECT_EQ(events("report.made"), 1);
  EXPECT_EQ(events("report.named"), 2);
  const auto details = database().read([&](db::Connection& c) {
    return c.exec("SELECT details FROM audit_event WHERE action = 'report.named' AND centre_id = ?",
                  cast.here.admin.centre);
  });
  EXPECT_THAT(details.at(0).text(0), ::testing::AllOf(HasSubstr("Ofqual"), HasSubstr("Yearly return")));
}

TEST_P(StakeholderReport, is_made_for_Hub_operators_alone) {
  for (const auto& actor : {cast.here.admin, cast.here.officer, cast.here.invigilator}) {
    EXPECT_EQ(make_report(database(), actor, {.year = "2026/27"}).error().kind, Kind::not_found)
        << actor.name;
    EXPECT_TRUE(counts_of(database(), actor, "2026/27").counts.empty()) << actor.name;
  }
}

}  // namespace
}  // namespace report
