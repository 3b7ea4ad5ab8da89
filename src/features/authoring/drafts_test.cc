#include "features/authoring/drafts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/assessments/assessment_yaml.h"
#include "features/assessments/test_content.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace authoring {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Kind = base::Refusal::Kind;
using Outcome = assessments::Publication::Outcome;

class Drafts : public test::OnBothDatabases {
 public:
  DraftId added(const assessments::Assessment& written) {
    return database().write([&](db::Connection& c) { return add_draft(c, hub, written); }).value();
  }
  std::vector<std::string> titles(const access::Actor& actor) {
    std::vector<std::string> all;
    for (const auto& draft : database().read([&](db::Connection& c) { return drafts(c, actor); })) {
      all.push_back(draft.title);
    }
    return all;
  }
  std::optional<Draft> found(DraftId id) {
    return database().read([&](db::Connection& c) { return find_draft(c, hub, id); });
  }
  Standing standing_of(const assessments::Assessment& written) {
    return database().read([&](db::Connection& c) { return standing(c, written); });
  }
  assessments::Publication published(const assessments::Assessment& written) {
    return database()
        .write([&](db::Connection& c) { return assessments::publish(c, written, nullptr); })
        .value();
  }
  base::Result<assessments::Publication> publish_as(const access::Actor& actor, DraftId id,
                                                    const Reviewed& reviewed) {
    return database().write([&](db::Connection& c) { return publish_draft(c, actor, id, reviewed); });
  }
  base::Result<void> discard_as(const access::Actor& actor, DraftId id) {
    return database().write([&](db::Connection& c) { return discard_draft(c, actor, id); });
  }

  test::Cast cast = test::make_cast(database());
  const access::Actor& hub = cast.hub_operator;
  assessments::Assessment content = test::assessment();
};
INSTANTIATE_TEST_SUITE_P(Databases, Drafts, test::both_databases(), test::database_name);

// Every line of a text is indented as the Hub writes it, so a file within the limit can become one beyond it.
TEST_P(Drafts,
       that_would_be_over_the_limit_as_the_Hub_writes_them_were_taken_and_could_not_even_be_discarded) {
  content.sections[0].reading.clear();
  for (int i = 0; i < 250'000; ++i) content.sections[0].reading += "a\n";
  const auto refused = database().write([&](db::Connection& c) { return add_draft(c, hub, content); });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fields.front().field, "file");
  EXPECT_THAT(titles(hub), IsEmpty());
}

TEST_P(Drafts, taken_before_that_limit_can_be_shown_and_discarded) {
  const auto id = added(content);
  content.sections[0].reading.clear();
  for (int i = 0; i < 250'000; ++i) content.sections[0].reading += "a\n";
  database().write([&](db::Connection& c) {
    c.exec("UPDATE assessment_draft SET content = ? WHERE id = ?", assessments::to_yaml(content), id);
  });
  EXPECT_EQ(found(id).value().content.sections[0].reading.size(), content.sections[0].reading.size() - 1);
  EXPECT_TRUE(discard_as(hub, id));
  EXPECT_THAT(titles(hub), IsEmpty());
}

TEST_P(Drafts, keep_the_very_content_and_who_brought_it) {
  const auto draft = found(added(content));
  ASSERT_TRUE(draft);
  EXPECT_EQ(content_hash(draft->content), content_hash(content));
  EXPECT_EQ(draft->changed_by, "Olive Operator");
  EXPECT_THAT(titles(hub), ElementsAre("Exam room essentials"));
}

TEST_P(Drafts, are_there_for_Hub_operators_alone) {
  const auto id = added(content);
  for (const auto& actor : {cast.here.admin, cast.here.officer, cast.here.invigilator}) {
    EXPECT_THAT(titles(actor), IsEmpty()) << actor.name;
    EXPECT_EQ(publish_as(actor, id, {1}).error().kind, Kind::not_found) << actor.name;
    EXPECT_EQ(discard_as(actor, id).error().kind, Kind::not_found) << actor.name;
  }
  EXPECT_THROW(database().write([&](db::Connection& c) { return add_draft(c, cast.here.admin, content); }),
               std::logic_error);
}

TEST_P(Drafts, are_compared_with_their_years_newest_version_or_else_the_last_year_s) {
  EXPECT_FALSE(standing_of(content).before);
  published(content);
  EXPECT_TRUE(standing_of(content).unchanged);
  auto changed = content;
  changed.title = "Exam room basics";
  EXPECT_TRUE(standing_of(changed).same_year);
  EXPECT_FALSE(standing_of(changed).unchanged);
  changed.year = "2027/28";
  EXPECT_FALSE(standing_of(changed).same_year);
  EXPECT_EQ(standing_of(changed).before->year, "2026/27");
}

TEST_P(Drafts, are_published_once_as_reviewed_and_then_gone) {
  const auto id = added(content);
  const auto done = publish_as(hub, id, {1});
  ASSERT_TRUE(done);
  EXPECT_EQ(done->outcome, Outcome::new_assessment);
  EXPECT_FALSE(found(id));
  EXPECT_EQ(publish_as(hub, id, {1}).error().kind, Kind::not_found);
}

TEST_P(Drafts, are_not_published_where_another_version_came_between) {
  const auto first = published(content).id;
  content.title = "Exam room basics";
  const auto id = added(content);
  auto meanwhile = content;
  meanwhile.title = "Somebody else's";
  published(meanwhile);
  EXPECT_EQ(publish_as(hub, id, {1, first}).error().kind, Kind::conflict);
  EXPECT_EQ(publish_as(hub, id, {7, first}).error().kind, Kind::conflict);
  EXPECT_TRUE(found(id));
  const auto now = standing_of(content).before->id;
  EXPECT_EQ(publish_as(hub, id, {1, now}).value().version, 3);
}

TEST_P(Drafts, keep_gaps_but_are_not_published_with_them) {
  content.title.clear();
  content.audience.clear();
  content.sections[0].questions[0].options.clear();
  content.sections[1].questions.clear();
  const auto id = added(content);
  const auto draft = found(id);
  EXPECT_EQ(content_hash(draft->content), content_hash(content));
  EXPECT_FALSE(draft->problems().empty());
  EXPECT_EQ(publish_as(hub, id, {1}).error().kind, Kind::bad_input);
  EXPECT_TRUE(found(id));
}

TEST_P(Drafts, are_saved_unless_somebody_else_was_first) {
  const auto id = added(content);
  content.title = "Exam room basics";
  const auto save = [&](const access::Actor& actor, std::int64_t version) {
    return database().write([&](db::Connection& c) { return save_draft(c, actor, id, content, version); });
  };
  EXPECT_EQ(save(cast.here.admin, 1).error().kind, Kind::not_found);
  ASSERT_TRUE(save(hub, 1));
  EXPECT_EQ(save(hub, 1).error().kind, Kind::conflict);
  EXPECT_EQ(found(id)->content.title, "Exam room basics");
  EXPECT_THAT(titles(hub), ElementsAre("Exam room basics"));
}

TEST_P(Drafts, can_be_discarded_which_the_audit_keeps) {
  const auto id = added(content);
  ASSERT_TRUE(discard_as(hub, id));
  EXPECT_FALSE(found(id));
  const auto events =
      database().read([](db::Connection& c) { return c.exec("SELECT action FROM audit_event"); });
  ASSERT_EQ(events.size(), 1);
  EXPECT_EQ(events.front().text(0), "assessment.draft_discarded");
}

}  // namespace
}  // namespace authoring
