#include <gmock/gmock.h>

#include "documents/spreadsheet_examples.h"
#include "support/page/test_browser.h"

namespace resources::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view pdf = "%PDF-1.7\nSeating\n%%EOF\n";

class ResourcePages : public test::PageTest {
 public:
  static test::Answer publish(test::TestBrowser& browser, std::string_view bytes = pdf,
                              std::string name = "Seating plan", std::string_view filename = "plan.pdf") {
    return browser.post_file("/operator/resources/add", {{"name", std::move(name)}, {"folder", "Exam rooms"}},
                             "file", filename, bytes);
  }
  // "/operator/resources/7?published=1" -> "/operator/resources/7"
  static std::string kept(const test::Answer& answer) {
    return answer.location.substr(0, answer.location.find('?'));
  }
  static std::string read(const test::Answer& answer) {
    return "/resources" + kept(answer).substr(std::string("/operator/resources").size());
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, ResourcePages, test::both_databases(), test::database_name);

TEST_P(ResourcePages, give_every_centres_officers_and_leaders_what_the_operator_published) {
  auto browser = hub_browser();
  const auto published = publish(browser);
  ASSERT_EQ(published.status, 303);
  EXPECT_THAT(browser.follow(published).body, HasSubstr("published to every centre"));
  for (const auto& actor : {cast().here.admin, cast().here.officer, cast().there.leader}) {
    auto theirs = signed_in(actor);
    EXPECT_THAT(theirs.get("/resources").body,
                AllOf(HasSubstr("Seating plan"), HasSubstr("Exam rooms"), HasSubstr(read(published))));
    EXPECT_EQ(theirs.get(read(published)).body, pdf) << actor.name;
  }
}

TEST_P(ResourcePages, are_nothing_to_an_invigilator_by_list_by_address_or_in_the_menu) {
  auto browser = hub_browser();
  const auto published = publish(browser);
  auto theirs = signed_in(cast().here.invigilator);
  EXPECT_EQ(theirs.get("/resources").status, 403);
  EXPECT_EQ(theirs.get(read(published)).status, 403);
  EXPECT_EQ(theirs.get(kept(published)).status, 404);
  EXPECT_EQ(theirs.get(kept(published) + "/versions/1").status, 404);
  EXPECT_THAT(theirs.get("/").body, Not(HasSubstr("href=\"/resources\"")));
}

TEST_P(ResourcePages, serve_an_attachment_of_a_safe_type_that_no_cache_keeps) {
  auto browser = hub_browser();
  const auto xlsx =
      documents::examples::zip_of({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<w/>"}});
  const auto published = publish(browser, xlsx, "Prüfung \"A\"", "evil.html");
  const auto file = signed_in(cast().here.leader).get(read(published));
  EXPECT_EQ(file.body, xlsx);
  EXPECT_EQ(file.header("content-type"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  EXPECT_THAT(file.header("content-disposition"),
              AllOf(HasSubstr("attachment"), HasSubstr(".xlsx"), Not(HasSubstr("html"))));
}

TEST_P(ResourcePages, refuse_what_is_no_document_or_too_large_and_keep_what_was_typed) {
  auto browser = hub_browser();
  const auto page = publish(browser, "<script>alert(1)</script>", "Harmless", "harmless.pdf");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, AllOf(HasSubstr("Upload a PDF"), HasSubstr("value=\"Harmless\""),
                               HasSubstr("value=\"Exam rooms\"")));
  EXPECT_EQ(browser.post("/operator/resources/add", {{"name", "None"}}).status, 422);
  std::string large(pdf);
  large.resize((25 << 20) + 1, ' ');
  EXPECT_THAT(publish(browser, large).body, HasSubstr("larger than 25 MB"));
  EXPECT_THAT(browser.get("/operator/resources").body, HasSubstr("There is no document yet"));
}

TEST_P(ResourcePages, find_a_document_by_its_name_or_folder) {
  auto browser = hub_browser();
  publish(browser);
  publish(browser, "%PDF-2\n%%EOF", "Access arrangements");
  auto theirs = signed_in(cast().here.officer);
  EXPECT_THAT(theirs.get("/resources?q=seating").body,
              AllOf(HasSubstr("Seating plan"), Not(HasSubstr("Access arr"))));
  EXPECT_THAT(theirs.get("/resources?q=exam+rooms").body,
              AllOf(HasSubstr("Seating plan"), HasSubstr("Access arr")));
  EXPECT_THAT(theirs.get("/resources?q=nothing").body, HasSubstr("No document matches"));
}

TEST_P(ResourcePages, take_a_new_version_and_keep_the_earlier_one_for_the_operator) {
  auto browser = hub_browser();
  const auto published = publish(browser);
  constexpr std::string_view second = "%PDF-1.7\nSecond\n%%EOF\n";
  EXPECT_EQ(browser.post_file(kept(published) + "/versions", {}, "file", "plan.pdf", pdf).status, 422)
      << "the same file";
  ASSERT_EQ(browser.post_file(kept(published) + "/versions", {}, "file", "plan2.pdf", second).status, 303);
  EXPECT_EQ(signed_in(cast().here.leader).get(read(published)).body, second);
  EXPECT_EQ(browser.get(kept(published) + "/versions/1").body, pdf);
  EXPECT_EQ(browser.get(kept(published) + "/versions/3").status, 404);
}

TEST_P(ResourcePages, rename_and_move_a_document) {
  auto browser = hub_browser();
  const auto published = publish(browser);
  const auto edit = kept(published) + "/edit";
  EXPECT_EQ(browser.post(edit, {{"name", ""}, {"folder", ""}, {"version", "1"}}).status, 422);
  EXPECT_EQ(browser.post(edit, {{"name", "Seats"}, {"folder", "Halls"}, {"version", "1"}}).status, 303);
  EXPECT_EQ(browser.post(edit, {{"name", "Stale"}, {"folder", ""}, {"version", "1"}}).status, 409);
  EXPECT_THAT(signed_in(cast().here.leader).get("/resources").body,
              AllOf(HasSubstr("Seats"), HasSubstr("Halls")));
}

TEST_P(ResourcePages, keep_what_was_typed_in_a_stale_rename) {
  auto browser = hub_browser();
  const auto published = publish(browser);
  const auto edit = kept(published) + "/edit";
  ASSERT_EQ(browser.post(edit, {{"name", "Seats"}, {"folder", "Halls"}, {"version", "1"}}).status, 303);
  EXPECT_THAT(browser.post(edit, {{"name", "Stale"}, {"folder", "Old"}, {"version", "1"}}).body,
              AllOf(HasSubstr("value=\"Stale\""), HasSubstr("value=\"Old\""),
                    HasSubstr("Saved meanwhile: <ins class=\"is\">Seats</ins>"),
                    HasSubstr("name=\"version\" value=\"2\"")));
}

TEST_P(ResourcePages, withdraw_a_document_and_publish_it_again) {
  auto browser = hub_browser();
  const auto published = publish(browser);
  ASSERT_EQ(browser.post(kept(published) + "/withdraw").status, 303);
  auto theirs = signed_in(cast().here.leader);
  EXPECT_EQ(theirs.get(read(published)).status, 404);
  EXPECT_THAT(browser.get(kept(published)).body, HasSubstr("This document is withdrawn"));
  ASSERT_EQ(browser.post(kept(published) + "/restore").status, 303);
  EXPECT_EQ(theirs.get(read(published)).status, 200);
}

TEST_P(ResourcePages, are_published_by_Hub_operators_alone) {
  auto browser = hub_browser();
  const auto published = publish(browser);
  for (const auto& actor : {cast().here.admin, cast().here.officer, cast().here.leader}) {
    auto theirs = signed_in(actor);
    EXPECT_EQ(publish(theirs).status, 404) << actor.name;
    EXPECT_EQ(theirs.post(kept(published) + "/withdraw").status, 404) << actor.name;
    EXPECT_EQ(theirs.get("/operator/resources").status, 404) << actor.name;
  }
}

}  // namespace
}  // namespace resources::pages
