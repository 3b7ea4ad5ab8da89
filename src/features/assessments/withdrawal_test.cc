#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/assessments/assessment_store.h"
#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace assessments {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

class Withdrawal : public test::OnBothDatabases {
 public:
  Withdrawal() { publish(content); }

  Publication publish(const Assessment& written) {
    return database().write(
        [&](db::Connection& c) { return assessments::publish(c, written, nullptr).value(); });
  }
  base::Result<void> withdraw(const access::Actor& actor, std::string_view slug = "exam-room-essentials") {
    return database().write([&](db::Connection& c) { return assessments::withdraw(c, &actor, slug); });
  }
  base::Result<void> restore(const access::Actor& actor) {
    return database().write([&](db::Connection& c) { return assessments::restore(c, &actor, content.slug); });
  }
  std::vector<Version> current() {
    return database().read([](db::Connection& c) { return assessments::current(c); });
  }
  std::optional<Version> found() {
    return database().read([&](db::Connection& c) { return find_current(c, content.slug); });
  }
  Assessment later() const {
    auto next = content;
    next.year = "2027/28";
    next.valid_until = "2028-08-31";
    return next;
  }
  std::int64_t audited(std::string_view action) {
    return database().read([&](db::Connection& c) {
      return c.exec("SELECT COUNT(*) FROM audit_event WHERE action = ? AND centre_id IS NULL", action)
          .at(0)
          .integer(0);
    });
  }

  test::Cast cast = test::make_cast(database());
  const access::Actor& hub_operator = cast.hub_operator;
  Assessment content = test::assessment();
};
INSTANTIATE_TEST_SUITE_P(Databases, Withdrawal, test::both_databases(), test::database_name);

TEST_P(Withdrawal, takes_an_assessment_out_of_the_current_ones_and_keeps_all_of_it) {
  publish(test::assessment("another"));
  ASSERT_TRUE(withdraw(hub_operator));
  EXPECT_THAT(current(), SizeIs(1));
  EXPECT_EQ(current().front().slug, "another");
  const auto withdrawn = found().value();
  EXPECT_TRUE(withdrawn.withdrawn_at.has_value());
  database().read([&](db::Connection& c) {
    EXPECT_THAT(newest(c), SizeIs(2));
    EXPECT_THAT(newest_of_each_year(c), SizeIs(2));
    EXPECT_THAT(versions(c, content.slug), SizeIs(1));
    EXPECT_EQ(content_hash(*find_version(c, withdrawn.id)->content), content_hash(content));
  });
}

TEST_P(Withdrawal, makes_it_current_again_when_restored) {
  ASSERT_TRUE(withdraw(hub_operator));
  ASSERT_TRUE(restore(hub_operator));
  EXPECT_THAT(current(), SizeIs(1));
  EXPECT_EQ(found()->withdrawn_at, std::nullopt);
}

TEST_P(Withdrawal, is_kept_in_the_audit_once_however_often_it_is_asked_for) {
  for (int i = 0; i < 2; ++i) ASSERT_TRUE(withdraw(hub_operator));
  EXPECT_EQ(audited("assessment.withdrawn"), 1);
  for (int i = 0; i < 2; ++i) ASSERT_TRUE(restore(hub_operator));
  EXPECT_EQ(audited("assessment.restored"), 1);
}

TEST_P(Withdrawal, is_for_Hub_operators_alone) {
  for (const auto* actor :
       {&cast.here.admin, &cast.here.officer, &cast.here.leader, &cast.here.invigilator}) {
    EXPECT_EQ(withdraw(*actor).error().kind, base::Refusal::Kind::not_found);
    EXPECT_EQ(restore(*actor).error().kind, base::Refusal::Kind::not_found);
  }
  EXPECT_THAT(current(), SizeIs(1));
  EXPECT_EQ(audited("assessment.withdrawn"), 0);
}

TEST_P(Withdrawal, can_be_done_by_a_command_and_is_kept_as_done_by_one) {
  database().write([&](db::Connection& c) { assessments::withdraw(c, nullptr, content.slug).value(); });
  EXPECT_THAT(current(), SizeIs(0));
  database().write([&](db::Connection& c) { assessments::restore(c, nullptr, content.slug).value(); });
  EXPECT_THAT(current(), SizeIs(1));
  EXPECT_EQ(audited("assessment.withdrawn") + audited("assessment.restored"), 2);
}

TEST_P(Withdrawal, refuses_what_was_never_published) {
  EXPECT_EQ(withdraw(hub_operator, "nothing").error().kind, base::Refusal::Kind::not_found);
}

TEST_P(Withdrawal, ends_with_the_next_version_of_the_current_year_which_says_so) {
  ASSERT_TRUE(withdraw(hub_operator));
  content.title = "Exam room essentials, revised";
  const auto done = publish(content);
  EXPECT_TRUE(done.restored);
  EXPECT_THAT(done.words(), HasSubstr("; it was withdrawn and can be taken again"));
  EXPECT_THAT(current(), SizeIs(1));
}

TEST_P(Withdrawal, ends_with_a_new_years_version) {
  ASSERT_TRUE(withdraw(hub_operator));
  EXPECT_TRUE(publish(later()).restored);
  EXPECT_EQ(current().at(0).year, "2027/28");
}

TEST_P(Withdrawal, stays_when_the_same_content_is_published_again) {
  ASSERT_TRUE(withdraw(hub_operator));
  const auto done = publish(content);
  EXPECT_FALSE(done.restored);
  EXPECT_THAT(done.words(), HasSubstr("unchanged, 2026/27 version 1; withdrawn: nobody can take it"));
  EXPECT_THAT(current(), SizeIs(0));
}

TEST_P(Withdrawal, stays_when_an_earlier_year_is_corrected) {
  publish(later());
  ASSERT_TRUE(withdraw(hub_operator));
  content.title = "Exam room essentials, corrected";
  const auto done = publish(content);
  EXPECT_FALSE(done.restored);
  EXPECT_THAT(done.words(), HasSubstr("withdrawn: nobody can take it"));
  EXPECT_THAT(current(), SizeIs(0));
}

TEST_P(Withdrawal, is_said_of_no_assessment_that_never_was_withdrawn) {
  content.title = "Exam room essentials, revised";
  EXPECT_THAT(publish(content).words(), Not(HasSubstr("withdrawn")));
}

}  // namespace
}  // namespace assessments
