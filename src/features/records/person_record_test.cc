#include "features/records/person_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "features/audit/audit.h"
#include "features/certificates/certificate_store.h"
#include "features/directory/erasure_fixture.h"
#include "features/sign_in/person_record.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace records {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class PersonRecords : public test::OnBothDatabases {
 public:
  PersonRecords() {
    database().write([](db::Connection& c) { assessments::publish(c, test::assessment(), nullptr).value(); });
  }
  PersonRecord record() {
    return database().write([&](db::Connection& c) {
      const auto id =
          request_record(c, cast.hub_operator, ivan.centre, {"invigilator@here.example", "Ivan", "A copy"});
      return load_record(c, cast.hub_operator, find_request(c, cast.hub_operator, id.value()).value())
          .value();
    });
  }
  // Takes a section, each answer right or each wrong.
  void take(const access::Actor& actor, int position, bool right) {
    database().write([&](db::Connection& c) {
      const auto id = attempts.start(c, actor, "exam-room-essentials", position).value();
      const auto paper = attempts::load(c, actor, id).value();
      attempts.hand_in(c, actor, id, answers(paper.section, right)).value();
    });
  }
  static attempts::FormItems answers(const assessments::Section& section, bool right) {
    attempts::FormItems form;
    for (const auto& question : section.questions) {
      const auto option = std::ranges::find(question.options, right, &assessments::Option::correct);
      form.emplace_back(fmt::format("q{}", std::to_underlying(question.id)),
                        std::to_string(std::to_underlying(option->id)));
    }
    return form;
  }
  std::vector<std::string> events(const access::RecordScope& scope) {
    std::vector<std::string> found;
    const auto page = database().read([&](db::Connection& c) { return events_about(c, scope, {}, 100); });
    for (const auto& entry : page.entries) found.push_back(entry.action + " " + entry.subject.name);
    return found;
  }
  void run(std::string_view sql) {
    database().write([&](db::Connection& c) { c.run_script(sql); });
  }

  test::Cast cast = test::make_cast(database());
  const access::Actor& ivan = cast.here.invigilator;
  const access::RecordScope ivans{.centre = ivan.centre, .person = ivan.account};
  certificates::IssueAtPass issue;
  attempts::AttemptStore attempts{issue};
};
INSTANTIATE_TEST_SUITE_P(Databases, PersonRecords, test::both_databases(), test::database_name);

TEST_P(PersonRecords, hold_the_account_as_it_is) {
  const auto all = record();
  EXPECT_EQ(all.person.full_name(), "Ivan Invigilator");
  EXPECT_EQ(all.person.email, "invigilator@here.example");
  EXPECT_EQ(all.centre.centre.number, "10001");
  EXPECT_EQ(all.origin.created_at, all.person.created_at);
  EXPECT_THAT(all.assessments, IsEmpty());
  EXPECT_THAT(all.certificates, IsEmpty());
}

TEST_P(PersonRecords, hold_every_try_by_assessment_and_section_and_when_it_was_passed) {
  take(ivan, 1, false);
  take(ivan, 1, true);
  const auto started = record().assessments;
  ASSERT_EQ(started.size(), 1U);
  EXPECT_FALSE(started[0].passed_at);
  take(ivan, 2, true);
  const auto all = record();
  ASSERT_EQ(all.assessments.size(), 1U);
  const auto& assessment = all.assessments[0];
  EXPECT_EQ(assessment.title, "Exam room essentials");
  EXPECT_EQ(assessment.year, "2026/27");
  EXPECT_TRUE(assessment.passed_at);
  ASSERT_EQ(assessment.sections.size(), 2U);
  EXPECT_EQ(assessment.sections[0].title, "About before");
  ASSERT_EQ(assessment.sections[0].tries.size(), 2U);
  EXPECT_FALSE(assessment.sections[0].tries[0].attempt.passed);
  EXPECT_TRUE(assessment.sections[0].tries[1].attempt.passed);
  EXPECT_EQ(assessment.sections[0].tries[1].attempt.mark, 3U);
  EXPECT_EQ(assessment.sections[0].tries[1].questions, 3U);
}

TEST_P(PersonRecords, hold_an_attempt_that_is_still_open_with_what_is_saved_in_it) {
  const auto id = database().write([&](db::Connection& c) {
    const auto started = attempts.start(c, ivan, "exam-room-essentials", 1).value();
    const auto form = answers(attempts::load(c, ivan, started).value().section, true);
    attempts.save(c, ivan, started, {form.front()}).value();
    return started;
  });
  EXPECT_FALSE(record().assessments.at(0).sections.at(0).tries.at(0).attempt.handed_in_at);
  const auto saved =
      database().read([&](db::Connection& c) { return attempts::answers_of(c, ivans, id).value(); });
  EXPECT_EQ(saved.section.questions.size(), 3U);
  EXPECT_EQ(saved.answers.size(), 1U);
}

TEST_P(PersonRecords, hold_certificates_that_were_replaced_or_withdrawn_too) {
  take(ivan, 1, true);
  take(ivan, 2, true);
  database().write([&](db::Connection& c) {
    const auto code = certificates::certificates_of(c, ivans).at(0).code;
    const auto reissued = certificates::reissue(c, cast.here.admin, code).value();
    certificates::withdraw(c, cast.here.admin, reissued.code).value();
  });
  const auto all = record().certificates;
  ASSERT_EQ(all.size(), 2U);
  EXPECT_TRUE(all[0].withdrawn_at);
  EXPECT_TRUE(all[1].superseded_at);
}

TEST_P(PersonRecords, hold_what_they_may_not_see_and_their_extra_time) {
  database().write([&](db::Connection& c) {
    c.exec(
        "INSERT INTO hidden_assessment (centre_id, account_id, slug) VALUES (?, ?, 'exam-room-essentials')",
        ivan.centre, ivan.account);
    c.exec(
        "INSERT INTO extra_time (account_id, centre_id, percent, given_by, given_at) VALUES (?, ?, 25, ?, 1)",
        ivan.account, ivan.centre, cast.here.officer.account);
  });
  const auto access = record().access;
  EXPECT_THAT(access.hidden, ElementsAre("Exam room essentials"));
  EXPECT_EQ(access.extra_time_percent, 25);
  EXPECT_EQ(access.given_by, "Oscar Officer");
}

TEST_P(PersonRecords, count_the_browsers_in_which_they_are_signed_in_now) {
  database().write([&](db::Connection& c) {
    const auto now = base::to_millis(c.now());
    for (const auto& [token, seen] :
         {std::pair("one", now), std::pair("two", now), std::pair("old", now - 86'400'000)}) {
      c.exec(
          "INSERT INTO session (token_hash, account_id, csrf, created_at, last_seen_at, browser) "
          "VALUES (?, ?, 'x', ?, ?, 'x')",
          token, ivan.account, seen, seen);
    }
  });
  EXPECT_EQ(record().open_sessions, 2U);
}

TEST_P(PersonRecords, hold_the_events_of_what_they_did_and_of_what_was_done_to_them_and_no_others) {
  take(ivan, 1, true);
  take(ivan, 2, true);
  database().write([&](db::Connection& c) {
    const audit::Subject him{"account", std::to_underlying(ivan.account), "Ivan"};
    const audit::Subject another{"account", std::to_underlying(cast.here.leader.account), "Lena"};
    audit::record(c, ivan, {audit::action::signed_in, him});
    audit::record(c, cast.here.admin, {audit::action::account_edited, him});
    audit::record(c, cast.here.admin, {audit::action::account_edited, another});
    audit::record_in_centre(c, ivan.centre, cast.hub_operator,
                            {audit::action::centre_renamed, {"centre", 1, "School"}});
    certificates::reissue(c, cast.here.admin, certificates::certificates_of(c, ivans).at(0).code).value();
  });
  EXPECT_THAT(events(ivans),
              UnorderedElementsAre("sign_in.succeeded Ivan", "account.edited Ivan",
                                   "certificate.reissued Ivan Invigilator, Exam room essentials 2026/27"));
}

TEST_P(PersonRecords, hold_nothing_of_a_person_in_the_name_of_a_centre_that_is_not_theirs) {
  database().write([&](db::Connection& c) {
    test_schema::fill(c, cast.here, assessments::find_current(c, "exam-room-essentials").value());
    audit::record(c, ivan, {audit::action::signed_in});
  });
  const access::RecordScope mistaken{.centre = cast.there.admin.centre, .person = ivan.account};
  database().read([&](db::Connection& c) {
    EXPECT_FALSE(accounts::find(c, mistaken));
    EXPECT_FALSE(accounts::origin(c, mistaken));
    EXPECT_THAT(attempts::attempts_of(c, mistaken), IsEmpty());
    EXPECT_THAT(attempts::passes_of(c, mistaken), IsEmpty());
    const auto attempt = attempts::attempts_of(c, ivans).at(0).attempt.id;
    EXPECT_FALSE(attempts::answers_of(c, mistaken, attempt));
    EXPECT_THAT(certificates::certificates_of(c, mistaken), IsEmpty());
    EXPECT_THAT(visibility::access_of(c, mistaken).hidden, IsEmpty());
    EXPECT_EQ(visibility::access_of(c, mistaken).extra_time_percent, 0);
    EXPECT_EQ(sign_in::open_sessions(c, mistaken), 0U);
  });
  EXPECT_THAT(events(mistaken), IsEmpty());
}

TEST_P(PersonRecords, are_closed_once_the_requests_day_is_over) {
  const auto closed = database().write([&](db::Connection& c) {
    const auto id =
        request_record(c, cast.hub_operator, ivan.centre, {"invigilator@here.example", "Ivan", "A copy"});
    c.run_script("UPDATE record_request SET requested_at = requested_at - 90000000");
    return load_record(c, cast.hub_operator, find_request(c, cast.hub_operator, id.value()).value());
  });
  EXPECT_FALSE(closed);
}

}  // namespace
}  // namespace records
