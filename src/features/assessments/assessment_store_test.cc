#include "features/assessments/assessment_store.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

#include "db/errors.h"
#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "support/test_database.h"

namespace assessments {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Outcome = Publication::Outcome;

class AssessmentStore : public test::OnBothDatabases {
 public:
  Publication publish(const Assessment& content) {
    auto done = try_publish(content);
    EXPECT_TRUE(done.has_value());
    return done.value_or(Publication{});
  }
  base::Result<Publication> try_publish(const Assessment& content) {
    return database().write([&](db::Connection& c) { return assessments::publish(c, content, nullptr); });
  }
  template <class F>
  auto read(F f) {
    return database().read(f);
  }
  // By the section's key, in the newest version of test::assessment()'s slug.
  int passes_since(std::string_view key, std::string_view year = "2026/27") {
    return read([&](db::Connection& c) {
      return find_current(c, "exam-room-essentials", year)->content->find(key)->passes_since;
    });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, AssessmentStore, test::both_databases(), test::database_name);

TEST_P(AssessmentStore, loads_what_was_published_with_everything_in_order) {
  auto content = test::assessment();
  content.sections[0].time_limit = 20min;
  content.sections[0].pass_mark = {2, false};
  content.sections[1].questions[0].choose_many = true;
  const auto done = publish(content);
  EXPECT_EQ(done.outcome, Outcome::new_assessment);
  EXPECT_EQ(done.version, 1);
  const auto loaded = read([&](db::Connection& c) { return find_version(c, done.id); });
  ASSERT_TRUE(loaded.has_value());
  EXPECT_EQ(content_hash(*loaded->content), content_hash(content));
  EXPECT_NE(loaded->content->sections[1].questions[2].options[1].id, OptionId{});
  EXPECT_EQ(loaded->content->sections[1].position, 2);
}

TEST_P(AssessmentStore, finds_the_version_that_a_section_is_of) {
  const auto first = publish(test::assessment()).id;
  auto changed = test::assessment();
  changed.title = "Another";
  publish(changed);
  const auto version = read([&](db::Connection& c) { return find_version(c, first).value(); });
  const auto& section = version.content->sections[1];
  EXPECT_EQ(read([&](db::Connection& c) { return find_version(c, section.id)->id; }), first);
  EXPECT_EQ(version.content->at(section.id).key, "during");
  EXPECT_EQ(version.content->find("during"), &section);
  EXPECT_EQ(version.content->find("after"), nullptr);
  EXPECT_THROW(version.content->at(SectionId{99'999}), std::logic_error);
}

TEST_P(AssessmentStore, shares_the_content_of_a_version_with_all_who_ask_and_tells_what_changes_afresh) {
  publish(test::assessment());
  const auto now = [&] {
    return read([](db::Connection& c) { return find_current(c, "exam-room-essentials").value(); });
  };
  const auto before = now();
  EXPECT_EQ(now().content, before.content);
  database().write([](db::Connection& c) { withdraw(c, nullptr, "exam-room-essentials").value(); });
  EXPECT_TRUE(now().withdrawn_at);
  EXPECT_EQ(now().content, before.content);
}

// Where a publication is rolled back its id may be given again, to other content.
TEST_P(AssessmentStore, forgets_what_was_read_of_a_publication_that_was_rolled_back) {
  auto never = test::assessment();
  never.title = "Never published";
  EXPECT_THROW(database().write([&](db::Connection& c) {
    const auto id = assessments::publish(c, never, nullptr).value().id;
    EXPECT_EQ(find_version(c, id)->content->title, "Never published");
    throw std::runtime_error("the disk is full");
  }),
               std::runtime_error);
  publish(test::assessment());
  const auto version =
      read([](db::Connection& c) { return find_current(c, "exam-room-essentials").value(); });
  EXPECT_EQ(version.title, "Exam room essentials");
  EXPECT_EQ(version.content->title, "Exam room essentials");
}

TEST_P(AssessmentStore, changes_nothing_when_the_same_content_comes_again) {
  const auto first = publish(test::assessment());
  const auto again = publish(test::assessment());
  EXPECT_EQ(again.outcome, Outcome::unchanged);
  EXPECT_EQ(again.id, first.id);
  EXPECT_THAT(read([](db::Connection& c) { return versions(c, "exam-room-essentials"); }), SizeIs(1));
}

TEST_P(AssessmentStore, makes_changed_content_the_next_version_and_keeps_the_one_before) {
  const auto first = publish(test::assessment());
  auto changed = test::assessment();
  changed.sections[0].questions[0].explanation = "Another reason.";
  const auto second = publish(changed);
  EXPECT_EQ(second.outcome, Outcome::next_version);
  EXPECT_EQ(second.version, 2);
  EXPECT_EQ(read([](db::Connection& c) { return find_current(c, "exam-room-essentials")->id; }), second.id);
  EXPECT_EQ(content_hash(*read([&](db::Connection& c) { return find_version(c, first.id)->content; })),
            content_hash(test::assessment()));
}

TEST_P(AssessmentStore, makes_going_back_to_earlier_content_a_version_of_its_own) {
  publish(test::assessment());
  auto changed = test::assessment();
  changed.title = "Another";
  publish(changed);
  EXPECT_EQ(publish(test::assessment()).version, 3);
}

TEST_P(AssessmentStore, starts_a_new_year_at_version_1_and_makes_it_the_current_one) {
  publish(test::assessment());
  auto next = test::assessment();
  next.year = "2027/28";
  next.valid_until = "2028-08-31";
  const auto done = publish(next);
  EXPECT_EQ(done.outcome, Outcome::new_year);
  EXPECT_EQ(done.version, 1);
  const auto now = read([](db::Connection& c) { return current(c); });
  ASSERT_THAT(now, SizeIs(1));
  EXPECT_EQ(now[0].year, "2027/28");
  EXPECT_EQ(read([](db::Connection& c) { return find_current(c, "exam-room-essentials", "2026/27")->year; }),
            "2026/27");
  EXPECT_THAT(read([](db::Connection& c) { return years(c); }), ElementsAre("2027/28", "2026/27"));
  EXPECT_EQ(passes_since("before", "2027/28"), 1);
}

TEST_P(AssessmentStore, says_that_content_of_an_earlier_year_is_not_the_current_one) {
  publish(test::assessment());
  auto earlier = test::assessment();
  earlier.year = "2025/26";
  earlier.valid_until = "2026-08-31";
  EXPECT_EQ(publish(earlier).newer_year, "2026/27");
  EXPECT_EQ(read([](db::Connection& c) { return find_current(c, "exam-room-essentials")->year; }), "2026/27");
}

TEST_P(AssessmentStore, lets_passes_of_earlier_versions_count_unless_a_section_says_retake) {
  publish(test::assessment());
  auto second = test::assessment();
  second.sections[0].retake = true;
  second.sections.push_back(test::section("after"));
  EXPECT_THAT(publish(second).to_take_again, ElementsAre("About before"));
  EXPECT_EQ(passes_since("before"), 2);
  EXPECT_EQ(passes_since("during"), 1);
  EXPECT_EQ(passes_since("after"), 2);

  auto third = second;
  third.title = "Essentials";
  third.sections[0].retake = false;
  EXPECT_THAT(publish(third).to_take_again, IsEmpty());
  EXPECT_EQ(passes_since("before"), 2);
  EXPECT_EQ(passes_since("during"), 1);
  EXPECT_EQ(passes_since("after"), 2);
}

TEST_P(AssessmentStore, lets_passes_count_again_when_a_section_that_was_left_out_returns) {
  publish(test::assessment());
  auto without = test::assessment();
  without.sections.pop_back();
  publish(without);
  auto with = test::assessment();
  with.title = "Complete again";
  publish(with);
  EXPECT_EQ(passes_since("during"), 1);
}

TEST_P(AssessmentStore, refuses_a_slug_that_is_there_in_another_letter_case) {
  publish(test::assessment());
  const auto refused = try_publish(test::assessment("Exam-Room-Essentials"));
  ASSERT_FALSE(refused.has_value());
  ASSERT_THAT(refused.error().fields, SizeIs(1));
  EXPECT_EQ(refused.error().fields[0].field, "slug");
  EXPECT_THAT(refused.error().fields[0].message,
              ::testing::HasSubstr("There is already an assessment \"exam-room-essentials\""));
  EXPECT_THAT(read([](db::Connection& c) { return current(c); }), SizeIs(1));
}

TEST_P(AssessmentStore, will_not_publish_what_the_rules_refuse) {
  auto wrong = test::assessment();
  wrong.sections[0].questions[0].options[0].correct = false;
  EXPECT_THROW(try_publish(wrong), std::logic_error);
}

TEST_P(AssessmentStore, lists_current_assessments_in_the_order_of_their_first_publication) {
  publish(test::assessment("zebra"));
  publish(test::assessment("apple"));
  auto zebra = test::assessment("zebra");
  zebra.title = "Zebra";
  publish(zebra);
  const auto now = read([](db::Connection& c) { return current(c); });
  ASSERT_THAT(now, SizeIs(2));
  EXPECT_EQ(now[0].slug, "zebra");
  EXPECT_EQ(now[0].version, 2);
  EXPECT_TRUE(now[0].is_for(access::Role::invigilator));
  EXPECT_FALSE(now[0].is_for(access::Role::senior_leader));
  EXPECT_EQ(now[0].section_count, 2u);
  EXPECT_EQ(now[0].question_count, 6u);
}

TEST_P(AssessmentStore, lists_the_newest_version_of_each_year_of_each_assessment) {
  publish(test::assessment("zebra"));
  auto zebra = test::assessment("zebra");
  zebra.sections.pop_back();
  const auto newest_zebra = publish(zebra).id;
  const auto apple = publish(test::assessment("apple")).id;
  auto next_apple = test::assessment("apple");
  next_apple.year = "2027/28";
  next_apple.valid_until = "";
  const auto newest_apple = publish(next_apple).id;

  const auto listed = read([](db::Connection& c) { return newest_of_each_year(c); });
  ASSERT_THAT(listed, SizeIs(3));
  EXPECT_EQ(listed[0].id, newest_apple);
  EXPECT_EQ(listed[1].id, newest_zebra);
  EXPECT_EQ(listed[2].id, apple);
  EXPECT_THAT(listed[0].content->sections, SizeIs(2));
  EXPECT_THAT(listed[1].content->sections, SizeIs(1));
}

TEST_P(AssessmentStore, lists_the_current_ones_in_one_query_however_many_versions_there_are) {
  for (int i = 0; i < 5; ++i) {
    auto content = test::assessment();
    content.title = fmt::format("Version {}", i);
    publish(content);
  }
  read([](db::Connection& c) { return current(c); });
  const auto before = database().statements_executed();
  read([](db::Connection& c) { return current(c); });
  EXPECT_LE(database().statements_executed() - before, 3u);  // with the begin and the end of the transaction
}

TEST_P(AssessmentStore, finds_nothing_under_a_slug_or_an_id_that_never_was) {
  EXPECT_FALSE(read([](db::Connection& c) { return find_current(c, "never"); }).has_value());
  EXPECT_FALSE(read([](db::Connection& c) { return find_version(c, AssessmentId{99}); }).has_value());
  EXPECT_FALSE(read([](db::Connection& c) { return find_version(c, SectionId{99}); }).has_value());
}

TEST_P(AssessmentStore, records_a_publication_in_the_audit_and_nothing_when_unchanged) {
  publish(test::assessment());
  publish(test::assessment());
  const auto events =
      read([](db::Connection& c) { return c.exec("SELECT action, subject_name FROM audit_event"); });
  ASSERT_THAT(events, SizeIs(1));
  EXPECT_EQ(events[0].text(0), "assessment.published");
  EXPECT_EQ(events[0].text(1), "Exam room essentials");
}

TEST_P(AssessmentStore, has_a_database_that_itself_refuses_to_change_a_published_version) {
  publish(test::assessment());
  const auto rows = [&] {
    return read([](db::Connection& c) {
      std::string all;
      for (const auto& row : c.exec(
               "SELECT a.title || s.title || s.position || q.text || q.position || o.text || o.correct FROM "
               "assessment a JOIN section s ON s.assessment_id = a.id JOIN question q ON q.section_id = s.id "
               "JOIN question_option o ON o.question_id = q.id ORDER BY o.id")) {
        all += row.text(0) + "\n";
      }
      return all;
    });
  };
  const auto before = rows();
  for (const std::string_view sql :
       {"UPDATE assessment SET title = 'x'", "DELETE FROM assessment", "UPDATE section SET title = 'x'",
        "DELETE FROM section", "UPDATE question SET text = 'x'", "DELETE FROM question",
        "UPDATE question_option SET correct = 1", "DELETE FROM question_option",
        "INSERT INTO section (assessment_id, position, section_key, title, pass_mark, marks_needed, retake, "
        "passes_since, reading, question_count) "
        "SELECT id, 3, 'more', 'More', '100%', 1, 0, 1, '', 1 FROM assessment",
        "INSERT INTO question (section_id, position, question_key, text, choose_many, explanation, "
        "option_count) "
        "SELECT id, 4, 'more', 'More', 0, '', 2 FROM section WHERE position = 1",
        "INSERT INTO question_option (question_id, position, text, correct) SELECT id, 3, 'More', 1 FROM "
        "question "
        "WHERE position = 1"}) {
    EXPECT_THROW(database().write([&](db::Connection& c) { c.exec(sql); }), db::CheckViolation) << sql;
  }
  EXPECT_EQ(rows(), before);
}

TEST_P(AssessmentStore, gives_two_who_publish_at_once_a_version_each) {
  publish(test::assessment());
  std::vector<std::jthread> officers;
  for (const auto* title : {"One", "Two", "Three", "Four"}) {
    officers.emplace_back([this, title] {
      auto content = test::assessment();
      content.title = title;
      publish(content);
    });
  }
  officers.clear();
  EXPECT_THAT(read([](db::Connection& c) { return versions(c, "exam-room-essentials"); }), SizeIs(5));
}

}  // namespace
}  // namespace assessments
