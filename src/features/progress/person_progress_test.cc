#include "features/progress/person_progress.h"

#include "features/attempts/attempt_fixture.h"
#include "features/audit/audit_store.h"

namespace progress {
namespace {

using attempts::AttemptId;
using attempts::Status;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class PersonProgressTest : public attempts::OnAttempts {
 public:
  std::optional<PersonProgress> person(const access::Actor& actor) {
    return database().read([&](db::Connection& c) { return person_progress(c, actor, invigilator.account); });
  }
  std::optional<AssessmentProgress> sections(const access::Actor& actor, const std::string& year = "") {
    return database().read([&](db::Connection& c) {
      return assessment_progress(c, actor, invigilator.account, content.slug, year);
    });
  }
  SectionProgress first() { return sections(cast.here.officer).value().sections.at(0); }
  AttemptId failed(int position = 1) {
    const auto id = started(position);
    handed_in(id, with_wrong(id, 2));
    return id;
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, PersonProgressTest, test::both_databases(), test::database_name);

TEST_P(PersonProgressTest, names_the_person_and_how_they_stand) {
  pass(1);
  const auto found = person(cast.here.officer).value();
  EXPECT_EQ(found.person.id, invigilator.account);
  ASSERT_THAT(found.assessments, SizeIs(1));
  EXPECT_EQ(attempts::words(found.assessments.front().status), "Started");
  EXPECT_EQ(attempts::result_words(found.assessments.front()), "1/2");
}

TEST_P(PersonProgressTest, is_there_for_nobody_but_those_who_manage_the_users_of_the_centre) {
  failed();
  EXPECT_TRUE(person(cast.here.admin));
  for (const auto& actor : {cast.here.leader, cast.here.invigilator, cast.there.admin, cast.hub_operator}) {
    EXPECT_FALSE(person(actor));
    EXPECT_FALSE(sections(actor));
  }
}

TEST_P(PersonProgressTest, shows_the_passing_mark_first_and_then_each_failed_attempt_newest_first) {
  const auto older = failed();
  const auto newer = failed();
  pass(1);
  const auto section = first();
  EXPECT_EQ(section.standing.status, attempts::Status::passed);
  EXPECT_EQ(section.standing.failed_attempts, 2U);
  ASSERT_THAT(section.attempts, SizeIs(3));
  EXPECT_TRUE(section.attempts[0].passed);
  EXPECT_EQ(section.attempts[1].id, newer);
  EXPECT_EQ(section.attempts[2].id, older);
}

TEST_P(PersonProgressTest, tells_of_an_attempt_that_is_open_without_a_mark) {
  started(1);
  EXPECT_THAT(first().attempts, IsEmpty());
  EXPECT_TRUE(first().open_since);
  EXPECT_EQ(first().standing.status, attempts::Status::started);
  EXPECT_EQ(sections(cast.here.officer).value().sections.at(1).standing.status,
            attempts::Status::not_started);
}

TEST_P(PersonProgressTest, keeps_last_years_sections_for_whoever_asks_for_that_year) {
  pass(1);
  auto next_year = content;
  next_year.year = "2027/28";
  next_year.valid_until = "2028-08-31";
  publish(next_year);
  EXPECT_EQ(first().standing.status, Status::not_started);
  const auto earlier = sections(cast.here.officer, "2026/27").value();
  EXPECT_FALSE(earlier.assessment.current_year);
  EXPECT_EQ(earlier.sections.at(0).standing.status, Status::passed);
  EXPECT_FALSE(sections(cast.here.officer, "1999/00"));
}

TEST_P(PersonProgressTest, keeps_the_attempts_at_a_section_that_is_gone) {
  failed(2);
  auto shorter = content;
  shorter.sections.pop_back();
  publish(shorter);
  const auto found = sections(cast.here.officer).value();
  EXPECT_THAT(found.sections, SizeIs(1));
  ASSERT_THAT(found.former, SizeIs(1));
  EXPECT_EQ(found.former.front().title, "About during");
  EXPECT_THAT(found.former.front().attempts, SizeIs(1));
}

TEST_P(PersonProgressTest, asks_the_database_no_more_often_for_more_attempts) {
  failed();
  const auto before = database().statements_executed();
  first();
  const auto for_one = database().statements_executed() - before;
  for (int i = 0; i < 20; ++i) failed();
  const auto between = database().statements_executed();
  EXPECT_THAT(first().attempts, SizeIs(21));
  EXPECT_EQ(database().statements_executed() - between, for_one);
}

TEST_P(PersonProgressTest, keeps_in_the_audit_who_looked_at_whose_answers) {
  const auto id = failed();
  database().write([&](db::Connection& c) {
    record_look(c, cast.here.officer,
                progress::answers(c, cast.here.officer, invigilator.account, id).value());
  });
  const auto page = database().read(
      [&](db::Connection& c) { return audit::list(c, cast.here.admin, audit::Whose::centre, {}, {}); });
  ASSERT_THAT(page.entries, SizeIs(1));
  EXPECT_EQ(page.entries.front().action, "answers.viewed");
  EXPECT_EQ(page.entries.front().actor_name, cast.here.officer.name);
  EXPECT_EQ(page.entries.front().subject.id, std::to_underlying(invigilator.account));
}

}  // namespace
}  // namespace progress
