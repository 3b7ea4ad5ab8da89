// + Upload Users through the whole product, on both databases.
#include <gmock/gmock.h>

#include <thread>

#include "documents/spreadsheet.h"
#include "support/page/test_browser.h"

namespace user_upload {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* strong = "tulip harbour velvet cactus";
const std::string headings = "First name,Last name,Email,Password,Role\n";
const std::string ann = "Ann,Lee,ann@here.example," + std::string(strong) + ",INV\n";
const std::string bob = "Bob,<b>Lee</b>,bob,weakweakweak,XX\n";

class UploadPagesTest : public test::PageTest {
 public:
  test::Answer upload(test::TestBrowser& browser, const std::string& bytes,
                      const std::string& filename = "users.csv") {
    browser.get("/users/upload");
    return browser.post_file("/users/upload", {{"declaration", "yes"}}, "file", filename, bytes);
  }
  // The page when nothing is going on any more.
  test::Answer settled(test::TestBrowser& browser, const std::string& address) {
    for (;;) {
      auto page = browser.get(address);
      if (page.body.find("hx-trigger=\"every 1s\"") == std::string::npos) return page;
      std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, UploadPagesTest, test::both_databases(), test::database_name);

TEST_P(UploadPagesTest, the_form_offers_the_template_and_asks_for_file_and_declaration) {
  auto browser = signed_in(cast().here.officer);
  const auto page = browser.get("/users/upload");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("href=\"/users/upload/template\""), HasSubstr("name=\"file\""),
                    HasSubstr("name=\"declaration\""), HasSubstr("enctype=\"multipart/form-data\"")));
}

TEST_P(UploadPagesTest, the_template_downloads_under_its_name) {
  auto browser = signed_in(cast().here.admin);
  const auto file = browser.get("/users/upload/template");
  EXPECT_EQ(file.status, 200);
  EXPECT_THAT(file.header("Content-Disposition"), HasSubstr("UserUploadTemplate.xlsx"));
  EXPECT_THAT(file.body, StartsWith("PK"));
}

TEST_P(UploadPagesTest, without_file_or_declaration_the_form_says_so) {
  auto browser = signed_in(cast().here.officer);
  browser.get("/users/upload");
  const auto neither = browser.post_file("/users/upload", {}, "file", "", "");
  EXPECT_EQ(neither.status, 422);
  EXPECT_THAT(neither.body,
              AllOf(HasSubstr("Choose the file with your users."), HasSubstr("Tick the declaration")));
  EXPECT_EQ(browser.post_file("/users/upload", {}, "file", "users.csv", headings + ann).status, 422);
}

TEST_P(UploadPagesTest, a_file_that_cannot_be_read_is_refused_with_what_to_do) {
  auto browser = signed_in(cast().here.officer);
  const auto page = upload(browser, "%PDF-1.7");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, AllOf(HasSubstr("This is a PDF, not a spreadsheet."), HasSubstr("checked")));
}

TEST_P(UploadPagesTest, the_check_shows_ready_rows_and_problems_and_no_password) {
  auto browser = signed_in(cast().here.officer);
  const auto sent = upload(browser, headings + ann + bob);
  EXPECT_EQ(sent.status, 303);
  EXPECT_THAT(sent.location, StartsWith("/users/uploads/"));
  const auto page = browser.follow(sent);
  EXPECT_THAT(page.body, AllOf(HasSubstr("1 row is ready, 1 row has a problem."), HasSubstr("Add 1 user"),
                               HasSubstr("is not an email address"), HasSubstr("is not a role"),
                               HasSubstr("too easy to guess")));
  EXPECT_THAT(page.body,
              AllOf(Not(HasSubstr("weakweakweak")), Not(HasSubstr(strong)), Not(HasSubstr("<b>Lee"))));
}

TEST_P(UploadPagesTest, after_add_the_users_are_in_the_list_and_can_sign_in) {
  auto browser = signed_in(cast().here.officer);
  const auto sent = upload(browser, headings + ann + bob);
  browser.follow(sent);
  const auto confirmed = browser.post(sent.location + "/confirm");
  EXPECT_EQ(confirmed.status, 303);
  EXPECT_EQ(confirmed.location, sent.location);
  EXPECT_THAT(settled(browser, sent.location).body, HasSubstr("1 user was added."));
  EXPECT_THAT(browser.get("/users").body, HasSubstr("ann@here.example"));
  auto anns = stranger();
  EXPECT_EQ(anns.sign_in("ann@here.example", strong).status, 303);
  EXPECT_EQ(anns.get("/").location, "/account/password");
}

TEST_P(UploadPagesTest, the_rows_with_problems_download_with_what_to_correct) {
  auto browser = signed_in(cast().here.officer);
  const auto sent = upload(browser, headings + ann + bob);
  const auto file = browser.get(sent.location + "/problems.xlsx");
  EXPECT_EQ(file.status, 200);
  EXPECT_THAT(file.header("Content-Disposition"), HasSubstr("problems.xlsx"));
  const auto sheet = documents::read_spreadsheet(file.body, {}, [](const auto&) { return true; });
  ASSERT_TRUE(sheet);
  EXPECT_EQ(sheet->rows.at(0).cells.at(5).text, "What to correct");
  EXPECT_EQ(sheet->rows.at(1).cells.at(3).text, "weakweakweak");
}

TEST_P(UploadPagesTest, confirming_twice_or_reloading_adds_nobody_twice) {
  auto browser = signed_in(cast().here.officer);
  const auto sent = upload(browser, headings + ann);
  browser.follow(sent);
  EXPECT_EQ(browser.post(sent.location + "/confirm").status, 303);
  EXPECT_EQ(browser.post(sent.location + "/confirm").status, 303);
  EXPECT_THAT(settled(browser, sent.location).body, HasSubstr("1 user was added."));
}

TEST_P(UploadPagesTest, an_email_registered_since_the_check_adds_nobody_and_says_which) {
  auto browser = signed_in(cast().here.officer);
  const auto first = upload(browser, headings + ann);
  const auto second = upload(browser, headings + ann + "Cy,Lee,cy@here.example," + strong + ",INV\n");
  browser.follow(second);
  browser.post(first.location + "/confirm");
  settled(browser, first.location);
  browser.post(second.location + "/confirm");
  const auto page = settled(browser, second.location);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("Nobody was added."), HasSubstr("Ann Lee is now a user of your centre"),
                    HasSubstr("Check the file again")));
  EXPECT_THAT(browser.get("/users").body, Not(HasSubstr("cy@here.example")));
}

TEST_P(UploadPagesTest, another_officer_of_the_centre_sees_it_and_cannot_add_it) {
  auto officer = signed_in(cast().here.officer);
  const auto sent = upload(officer, headings + ann);
  auto admin = signed_in(cast().here.admin);
  EXPECT_THAT(admin.get(sent.location).body, AllOf(HasSubstr("Only "), Not(HasSubstr("Add 1 user"))));
  EXPECT_EQ(admin.post(sent.location + "/confirm").status, 403);
}

TEST_P(UploadPagesTest, another_centre_finds_nothing_at_its_address) {
  auto officer = signed_in(cast().here.officer);
  const auto sent = upload(officer, headings + ann + bob);
  auto stranger_to_it = signed_in(cast().there.admin);
  EXPECT_EQ(stranger_to_it.get(sent.location).status, 404);
  EXPECT_EQ(stranger_to_it.post(sent.location + "/confirm").status, 404);
  EXPECT_EQ(stranger_to_it.get(sent.location + "/problems.xlsx").status, 404);
  EXPECT_EQ(officer.get("/users/uploads/999999").status, 404);
  EXPECT_EQ(officer.get("/users/uploads/x").status, 404);
}

TEST_P(UploadPagesTest, only_those_who_manage_users_may_upload) {
  for (const auto* who : {&cast().here.leader, &cast().here.invigilator, &cast().hub_operator}) {
    auto browser = signed_in(*who);
    EXPECT_EQ(browser.get("/users/upload").status, 403);
    EXPECT_EQ(browser.get("/users/upload/template").status, 403);
  }
}

TEST_P(UploadPagesTest, the_form_lists_the_centres_latest_uploads) {
  auto browser = signed_in(cast().here.officer);
  const auto sent = upload(browser, headings + ann, "Spring <term>.csv");
  EXPECT_THAT(browser.get("/users/upload").body,
              AllOf(HasSubstr("Spring &lt;term&gt;.csv"), HasSubstr("1 row ready, not added"),
                    HasSubstr(sent.location)));
  EXPECT_THAT(signed_in(cast().there.officer).get("/users/upload").body, Not(HasSubstr("Spring")));
}

TEST_P(UploadPagesTest, the_name_of_a_file_turned_the_direction_of_what_stands_beside_it) {
  auto browser = signed_in(cast().here.officer);
  upload(browser, headings + ann, "users\u202Evsc.exe");
  EXPECT_THAT(browser.get("/users/upload").body, HasSubstr("usersvsc.exe"));
}

TEST_P(UploadPagesTest, many_problems_are_shown_a_page_at_a_time) {
  std::string rows;
  for (int i = 0; i < 150; ++i) rows += fmt::format("Ann,Lee,wrong{},{},INV\n", i, strong);
  auto browser = signed_in(cast().here.officer);
  const auto sent = upload(browser, headings + rows);
  EXPECT_THAT(browser.get(sent.location).body,
              AllOf(HasSubstr("1-100 of 150 problems"), HasSubstr("wrong99"), Not(HasSubstr("wrong100"))));
  EXPECT_THAT(browser.get(sent.location + "?page=2").body, HasSubstr("wrong149"));
}

}  // namespace
}  // namespace user_upload
