#include <gmock/gmock.h>

#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "features/authoring/drafts.h"
#include "support/page/test_browser.h"

namespace authoring::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class EditorPages : public test::PageTest {
 public:
  static test::FormFields about(std::string title = "Exam room essentials") {
    return {{"title", std::move(title)},  {"slug", "exam-room-essentials"},
            {"year", "2026/27"},          {"audience", "INV"},
            {"audience", "EO"},           {"summary", "What to know."},
            {"valid_until", "2027-08-31"}};
  }
  // A section of one question, with what a person typed.
  static test::FormFields section(std::int64_t version, std::string pressed = "save") {
    return {{"version", std::to_string(version)},
            {"do", std::move(pressed)},
            {"questions", "1"},
            {"title", "Before the exam"},
            {"time_limit", "20m"},
            {"pass_mark", "100%"},
            {"reading", "Read **this**."},
            {"q1_key", "question-1"},
            {"q1_text", "Who may enter?"},
            {"q1_options", "2"},
            {"q1_o1_text", "Candidates"},
            {"q1_o2_text", "Anybody"},
            {"q1_correct", "1"},
            {"q1_explanation", "Only they may."}};
  }
  static test::FormFields with(test::FormFields fields, test::FormFields more) {
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
  }
  // "/operator/drafts/7/edit#sections" -> "/operator/drafts/7"
  static std::string draft_in(const test::Answer& answer) {
    return answer.location.substr(0, answer.location.rfind('/'));
  }
  std::string written(const assessments::Assessment& content) {
    return fmt::format("/operator/drafts/{}", database().write([&](db::Connection& c) {
      return std::to_underlying(add_draft(c, cast().hub_operator, content).value());
    }));
  }
  Draft saved(const std::string& draft) {
    const DraftId id{std::stoll(draft.substr(draft.rfind('/') + 1))};
    return database().read([&](db::Connection& c) { return find_draft(c, cast().hub_operator, id); }).value();
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, EditorPages, test::both_databases(), test::database_name);

TEST_P(EditorPages, write_an_assessment_from_nothing_to_what_an_invigilator_takes) {
  auto browser = hub_browser();
  const auto begun = browser.post("/operator/drafts/new", about());
  ASSERT_EQ(begun.status, 303);
  const auto draft = draft_in(begun);
  EXPECT_THAT(browser.get(draft + "/edit").body, HasSubstr("There are no sections"));
  ASSERT_EQ(browser
                .post(draft + "/edit",
                      with(about(), {{"version", "1"}, {"do", "add"}, {"new_section", "Before the exam"}}))
                .status,
            303);
  ASSERT_EQ(browser.post(draft + "/sections/1", section(2, "done")).status, 303);

  const auto page = browser.get(draft).body;
  EXPECT_THAT(page, AllOf(Not(HasSubstr("Before it can be published")), HasSubstr("1 section, 1 question")));
  EXPECT_THAT(browser.get(draft + "/preview").body, HasSubstr("Who may enter?"));
  ASSERT_EQ(browser.post(draft + "/publish", {{"version", "3"}, {"before", "0"}}).status, 303);
  EXPECT_THAT(signed_in(cast().here.invigilator).get("/assessments/exam-room-essentials").body,
              AllOf(HasSubstr("Before the exam"), HasSubstr("20 minutes")));
}

TEST_P(EditorPages, keep_what_is_typed_with_its_gaps_and_say_what_is_missing) {
  auto browser = hub_browser();
  const auto draft = written(test::assessment());
  const auto fields = with(section(1), {{"q1_options", "2"}});
  auto gaps = fields;
  for (auto& [name, value] : gaps) {
    if (name == "q1_text" || name == "q1_correct") value.clear();
  }
  ASSERT_EQ(browser.post(draft + "/sections/1", gaps).status, 303);
  const auto page = browser.get(draft + "/sections/1").body;
  EXPECT_THAT(page, AllOf(HasSubstr("Before it can be published"), HasSubstr("#q1_text"),
                          HasSubstr("value=\"Anybody\""), HasSubstr("no right option")));
  EXPECT_THAT(browser.get(draft).body, Not(HasSubstr(draft + "/publish")));
  EXPECT_EQ(browser.post(draft + "/publish", {{"version", "2"}, {"before", "0"}}).status, 422);
}

TEST_P(EditorPages, keep_texts_of_several_lines_whatever_line_ends_the_browser_sends) {
  auto browser = hub_browser();
  const auto draft = written(test::assessment());
  auto fields = section(1);
  for (auto& [name, value] : fields) {
    if (name == "reading") value = "# Rules\r\n\r\n- one: \"a\"\r\n-\ttwo \r\n\r\n    code\r\n";
  }
  ASSERT_EQ(browser.post(draft + "/sections/1", fields).status, 303);
  EXPECT_EQ(saved(draft).content.sections[0].reading, "# Rules\n\n- one: \"a\"\n-\ttwo \n\n    code");
}

TEST_P(EditorPages, add_move_and_delete_questions_and_options_keeping_what_was_typed) {
  auto browser = hub_browser();
  const auto draft = written(test::assessment());
  const auto path = draft + "/sections/1";
  ASSERT_EQ(browser.post(path, section(1, "add-question")).location, path + "#question-2");
  EXPECT_EQ(saved(draft).content.sections[0].questions.size(), 2);
  ASSERT_EQ(browser.post(path, section(2, "add-option:1")).status, 303);
  const auto& question = saved(draft).content.sections[0].questions[0];
  EXPECT_EQ(question.options.size(), 3);
  EXPECT_EQ(question.text, "Who may enter?");
  ASSERT_EQ(browser.post(path, section(3, "delete-option:1:2")).status, 303);
  EXPECT_EQ(saved(draft).content.sections[0].questions[0].options.size(), 1);
  ASSERT_EQ(browser.post(path, section(4, "delete:1")).status, 303);
  EXPECT_TRUE(saved(draft).content.sections[0].questions.empty());
}

TEST_P(EditorPages, move_sections_and_delete_one_only_when_sure) {
  auto browser = hub_browser();
  const auto draft = written(test::assessment());
  const auto press = [&](std::int64_t version, const char* what) {
    return browser.post(draft + "/edit", with(about(), {{"version", std::to_string(version)}, {"do", what}}));
  };
  ASSERT_EQ(press(1, "down:1").status, 303);
  EXPECT_EQ(saved(draft).content.sections[0].key, "during");
  const auto asked = press(2, "delete:1");
  EXPECT_EQ(saved(draft).content.sections.size(), 2);
  EXPECT_THAT(browser.follow(asked).body, AllOf(HasSubstr("goes with its"), HasSubstr("delete-sure:1")));
  ASSERT_EQ(press(3, "delete-sure:1").status, 303);
  ASSERT_EQ(saved(draft).content.sections.size(), 1);
  EXPECT_EQ(saved(draft).content.sections[0].key, "before");
}

TEST_P(EditorPages, refuse_a_time_or_a_mark_that_cannot_be_read_and_keep_the_rest) {
  auto browser = hub_browser();
  const auto draft = written(test::assessment());
  auto fields = section(1);
  for (auto& [name, value] : fields) {
    if (name == "time_limit") value = "soon";
    if (name == "pass_mark") value = "most";
  }
  const auto page = browser.post(draft + "/sections/1", fields);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, AllOf(HasSubstr("id=\"time_limit-error\""), HasSubstr("id=\"pass_mark-error\""),
                               HasSubstr("value=\"soon\""), HasSubstr("Who may enter?")));
  EXPECT_EQ(saved(draft).version, 1);
}

TEST_P(EditorPages, save_nothing_over_somebody_elses_change) {
  auto browser = hub_browser();
  const auto draft = written(test::assessment());
  ASSERT_EQ(browser.post(draft + "/sections/1", section(1)).status, 303);
  const auto page = browser.post(draft + "/sections/1", section(1));
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body, AllOf(HasSubstr("Nothing of yours is saved"), HasSubstr("Who may enter?")));
  EXPECT_EQ(browser.post(draft + "/edit", with(about("Mine"), {{"version", "1"}, {"do", "save"}})).status,
            409);
  EXPECT_NE(saved(draft).content.title, "Mine");
}

TEST_P(EditorPages, escape_whatever_is_typed) {
  auto browser = hub_browser();
  auto content = test::assessment();
  content.title = "<script>alert(1)</script>";
  content.sections[0].questions[0].text = "</textarea><script>alert(2)</script>";
  const auto draft = written(content);
  for (const auto& path : {draft, draft + "/edit", draft + "/sections/1", draft + "/preview"}) {
    EXPECT_THAT(browser.get(path).body, Not(HasSubstr("<script>alert"))) << path;
  }
}

TEST_P(EditorPages, start_the_next_version_from_a_published_one) {
  auto browser = hub_browser();
  const auto id = database().write([&](db::Connection& c) {
    return std::to_underlying(assessments::publish(c, test::assessment(), nullptr).value().id);
  });
  const auto begun =
      browser.post(fmt::format("/operator/assessments/exam-room-essentials/versions/{}/draft", id));
  ASSERT_EQ(begun.status, 303);
  EXPECT_THAT(browser.get(draft_in(begun)).body, HasSubstr("publishing changes nothing"));
  auto next_year = about();
  next_year[2].second = "2027/28";
  browser.post(draft_in(begun) + "/edit", with(next_year, {{"version", "1"}, {"do", "done"}}));
  EXPECT_THAT(browser.get(draft_in(begun)).body, HasSubstr("everybody starts afresh"));
  EXPECT_EQ(browser.post(fmt::format("/operator/assessments/another/versions/{}/draft", id)).status, 404);
}

TEST_P(EditorPages, want_a_title_a_slug_and_a_year_to_begin_and_make_the_slug_of_the_title) {
  auto browser = hub_browser();
  const auto page = browser.post("/operator/drafts/new", {{"title", ""}, {"slug", "a b"}, {"year", "2026"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, AllOf(HasSubstr("id=\"title-error\""), HasSubstr("id=\"slug-error\""),
                               HasSubstr("id=\"year-error\"")));
  const auto begun =
      browser.post("/operator/drafts/new", {{"title", "Été: the rules"}, {"slug", ""}, {"year", "2026/27"}});
  ASSERT_EQ(begun.status, 303);
  EXPECT_EQ(saved(draft_in(begun)).content.slug, "ete-the-rules");
}

TEST_P(EditorPages, survive_any_button_and_any_number) {
  auto browser = hub_browser();
  const auto draft = written(test::assessment());
  std::int64_t version = 1;
  for (const char* pressed :
       {"up:0", "down:99", "delete", "delete:-1", "delete-option:1:99", "nonsense:1:2:3", ":::"}) {
    EXPECT_EQ(browser.post(draft + "/sections/1", section(version++, pressed)).status, 303) << pressed;
  }
  EXPECT_EQ(browser.get(draft + "/sections/99").status, 404);
  EXPECT_EQ(browser.get(draft + "/sections/0").status, 404);
  EXPECT_EQ(saved(draft).content.sections[0].questions.size(), 1);
}

TEST_P(EditorPages, are_unknown_to_everybody_but_a_Hub_operator) {
  const auto draft = written(test::assessment());
  for (const auto& actor : {cast().here.admin, cast().here.officer, cast().here.invigilator}) {
    auto theirs = signed_in(actor);
    for (const auto& path : {std::string("/operator/drafts/new"), draft + "/edit", draft + "/sections/1"}) {
      EXPECT_EQ(theirs.get(path).status, 404) << actor.name << path;
    }
    EXPECT_EQ(theirs.post(draft + "/sections/1", section(1)).status, 404) << actor.name;
  }
}

}  // namespace
}  // namespace authoring::pages
