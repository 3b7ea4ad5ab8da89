#include <gmock/gmock.h>

#include "features/assessments/assessment_yaml.h"
#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "support/page/test_browser.h"

namespace authoring::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class OperatorAssessmentPages : public test::PageTest {
 public:
  static test::Answer upload(test::TestBrowser& browser, std::string_view bytes) {
    browser.get("/operator/drafts/upload");
    return browser.post_file("/operator/drafts/upload", {}, "file", "essentials.yaml", bytes);
  }
  static test::Answer upload(test::TestBrowser& browser, const assessments::Assessment& written) {
    return upload(browser, assessments::to_yaml(written));
  }
  // Presses Publish on the draft's page, as it was shown.
  static test::Answer publish(test::TestBrowser& browser, const std::string& draft) {
    const auto page = browser.get(draft).body;
    return browser.post(draft + "/publish",
                        {{"version", hidden(page, "version")}, {"before", hidden(page, "before")}});
  }
  static std::string hidden(const std::string& page, std::string_view name) {
    const auto mark = fmt::format("name=\"{}\" value=\"", name);
    const auto start = page.find(mark) + mark.size();
    return page.substr(start, page.find('"', start) - start);
  }
  std::int64_t versions() {
    return database().read(
        [](db::Connection& c) { return c.exec("SELECT COUNT(*) FROM assessment").at(0).integer(0); });
  }

  assessments::Assessment content = test::assessment();
};
INSTANTIATE_TEST_SUITE_P(Databases, OperatorAssessmentPages, test::both_databases(), test::database_name);

TEST_P(OperatorAssessmentPages, take_a_file_from_upload_to_what_an_invigilator_may_take) {
  auto browser = hub_browser();
  const auto uploaded = upload(browser, content);
  ASSERT_EQ(uploaded.status, 303);
  EXPECT_THAT(browser.follow(uploaded).body,
              AllOf(HasSubstr("Not published yet"), HasSubstr("A new assessment")));
  EXPECT_THAT(signed_in(cast().here.invigilator).get("/assessments").body,
              Not(HasSubstr("Exam room essentials")));

  const auto published = publish(browser, uploaded.location);
  ASSERT_EQ(published.status, 303);
  EXPECT_THAT(browser.follow(published).body,
              AllOf(HasSubstr("It is published"), HasSubstr("2026/27, version 1")));
  EXPECT_THAT(signed_in(cast().here.invigilator).get("/assessments").body, HasSubstr("Exam room essentials"));
  EXPECT_EQ(browser.get(uploaded.location).status, 404) << "the draft is gone";
}

TEST_P(OperatorAssessmentPages, say_line_by_line_what_is_wrong_with_a_file) {
  auto browser = hub_browser();
  const auto page = upload(browser, "slug: Not A Slug!\ntitle: <b>Essentials\nyear: 2026\nsections: []\n");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("What to correct in essentials.yaml"), HasSubstr("slug: Not A Slug!"),
                    HasSubstr(">1<"), HasSubstr(">3<"), Not(HasSubstr("<b>"))));
  EXPECT_THAT(browser.get("/operator/assessments").body, HasSubstr("No assessment is published yet"));
}

TEST_P(OperatorAssessmentPages, refuse_no_file_too_large_a_file_and_one_that_is_no_text) {
  auto browser = hub_browser();
  EXPECT_THAT(upload(browser, "").body, HasSubstr("id=\"file-error\""));
  EXPECT_THAT(upload(browser, std::string((1 << 20) + 1, 'a')).body, HasSubstr("larger than 1 MB"));
  EXPECT_EQ(upload(browser, "\xFF\xFE\x01").status, 422);
}

TEST_P(OperatorAssessmentPages, show_what_differs_before_the_next_version_is_published) {
  auto browser = hub_browser();
  publish(browser, upload(browser, content).location);
  content.sections[0].title = "Before anybody comes";
  content.sections[0].retake = true;
  const auto uploaded = upload(browser, content);
  EXPECT_THAT(browser.follow(uploaded).body,
              AllOf(HasSubstr("What differs from 2026/27, version 1"), HasSubstr("Before anybody comes"),
                    HasSubstr("version 2"), HasSubstr("has to take it again")));
  EXPECT_THAT(browser.follow(publish(browser, uploaded.location)).body, HasSubstr("2026/27, version 2"));
}

TEST_P(OperatorAssessmentPages, publish_the_same_content_only_once) {
  auto browser = hub_browser();
  publish(browser, upload(browser, content).location);
  const auto again = upload(browser, content);
  EXPECT_THAT(browser.follow(again).body, HasSubstr("publishing changes nothing"));
  EXPECT_THAT(browser.follow(publish(browser, again.location)).body, HasSubstr("Nothing was published"));
  EXPECT_EQ(versions(), 1);
}

TEST_P(OperatorAssessmentPages, publish_nothing_that_was_reviewed_against_an_older_version) {
  auto browser = hub_browser();
  const auto uploaded = upload(browser, content);
  const auto page = browser.follow(uploaded).body;
  database().write([&](db::Connection& c) {
    auto other = content;
    other.title = "Somebody else's";
    assessments::publish(c, other, nullptr).value();
  });
  EXPECT_EQ(browser
                .post(uploaded.location + "/publish",
                      {{"version", hidden(page, "version")}, {"before", hidden(page, "before")}})
                .status,
            409);
  EXPECT_EQ(versions(), 1);
}

TEST_P(OperatorAssessmentPages,
       preview_a_section_as_a_person_takes_it_and_its_right_answers_only_when_asked) {
  auto browser = hub_browser();
  const auto draft = upload(browser, content).location;
  const auto page = browser.get(draft + "/preview?section=2").body;
  EXPECT_THAT(page, AllOf(HasSubstr("About during"), HasSubstr("What about two?"),
                          HasSubstr("type=\"radio\""), HasSubstr("Read <em>this</em>"),
                          Not(HasSubstr("Right answer")), Not(HasSubstr("Because of"))));
  EXPECT_THAT(browser.get(draft + "/preview?section=2&answers=1").body,
              AllOf(HasSubstr("Right answer"), HasSubstr("Because of two.")));
  EXPECT_EQ(browser.get(draft + "/preview?section=99").status, 200);
}

TEST_P(OperatorAssessmentPages, give_a_file_back_that_imports_unchanged) {
  auto browser = hub_browser();
  const auto draft = upload(browser, content).location;
  const auto file = browser.get(draft + "/assessment.yaml");
  EXPECT_THAT(file.header("content-disposition"), HasSubstr("exam-room-essentials.yaml"));
  publish(browser, draft);
  EXPECT_THAT(browser.follow(upload(browser, file.body)).body, HasSubstr("publishing changes nothing"));
}

TEST_P(OperatorAssessmentPages, compare_any_two_versions) {
  auto browser = hub_browser();
  for (const char* title : {"One", "Two", "Three"}) {
    content.title = title;
    publish(browser, upload(browser, content).location);
  }
  const auto ids =
      database().read([](db::Connection& c) { return c.exec("SELECT id FROM assessment ORDER BY id"); });
  const auto third = fmt::format("/operator/assessments/{}/versions/{}", content.slug, ids.at(2).integer(0));
  EXPECT_THAT(browser.get(third + "/differences").body, HasSubstr("“Two” is now “Three”"));
  EXPECT_THAT(browser.get(fmt::format("{}/differences?with={}", third, ids.at(0).integer(0))).body,
              HasSubstr("“One” is now “Three”"));
  EXPECT_THAT(browser
                  .get(fmt::format("/operator/assessments/{}/versions/{}/differences", content.slug,
                                   ids.at(0).integer(0)))
                  .body,
              HasSubstr("there is none to compare it with"));
  EXPECT_THAT(browser.get(third + "/assessment.yaml").body, StartsWith("slug: exam-room-essentials"));
}

TEST_P(OperatorAssessmentPages, find_no_version_under_another_assessments_address) {
  auto browser = hub_browser();
  publish(browser, upload(browser, content).location);
  publish(browser, upload(browser, test::assessment("another")).location);
  const auto id = database().read([](db::Connection& c) {
    return c.exec("SELECT id FROM assessment WHERE slug = 'another'").at(0).integer(0);
  });
  EXPECT_EQ(browser.get(fmt::format("/operator/assessments/another/versions/{}", id)).status, 200);
  for (const auto& path :
       {fmt::format("/operator/assessments/exam-room-essentials/versions/{}", id),
        std::string("/operator/assessments/nothing"), std::string("/operator/drafts/999")}) {
    EXPECT_EQ(browser.get(path).status, 404) << path;
  }
}

TEST_P(OperatorAssessmentPages, discard_a_draft) {
  auto browser = hub_browser();
  const auto draft = upload(browser, content).location;
  EXPECT_THAT(browser.get("/operator/assessments").body, HasSubstr("Not published yet"));
  EXPECT_THAT(browser.follow(browser.post(draft + "/discard")).body, HasSubstr("The draft is discarded"));
  EXPECT_EQ(browser.get(draft).status, 404);
}

TEST_P(OperatorAssessmentPages, are_unknown_to_everybody_but_a_Hub_operator) {
  auto browser = hub_browser();
  const auto draft = upload(browser, content).location;
  for (const auto& actor :
       {cast().here.admin, cast().here.officer, cast().here.leader, cast().here.invigilator}) {
    auto theirs = signed_in(actor);
    for (const auto& path : {std::string("/operator/assessments"), draft, draft + "/preview"}) {
      EXPECT_EQ(theirs.get(path).status, 404) << actor.name << path;
    }
    EXPECT_EQ(theirs.post(draft + "/publish", {{"version", "1"}, {"before", "0"}}).status, 404) << actor.name;
  }
}

}  // namespace
}  // namespace authoring::pages
