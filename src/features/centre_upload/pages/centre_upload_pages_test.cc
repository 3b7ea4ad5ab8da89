// Centres from a spreadsheet, through the whole product, on both databases.
#include <gmock/gmock.h>

#include <thread>

#include "documents/spreadsheet.h"
#include "support/page/test_browser.h"

namespace centre_upload {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* strong = "tulip harbour velvet cactus";
const std::string headings = "Centre number,Centre name,First name,Last name,Email,Password\n";
const std::string good = "30003,Ysgol Siân,Nia,Newbury,nia@new.example," + std::string(strong) + "\n";
const std::string bad = "123,<b>Bad</b>,Bob,Lee,bob,weakweakweak\n";
const std::string taken = "10001,Demo Hill,Cy,Lee,leader@here.example," + std::string(strong) + "\n";

class CentreUploadPages : public test::PageTest {
 public:
  test::Answer upload(test::TestBrowser& browser, const std::string& bytes,
                      const std::string& filename = "centres.csv") {
    browser.get("/operator/centres/upload");
    return browser.post_file("/operator/centres/upload", {}, "file", filename, bytes);
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
INSTANTIATE_TEST_SUITE_P(Databases, CentreUploadPages, test::both_databases(), test::database_name);

TEST_P(CentreUploadPages, stand_beside_adding_one_centre) {
  EXPECT_THAT(hub_browser().get("/operator/centres").body, HasSubstr("href=\"/operator/centres/upload\""));
}

TEST_P(CentreUploadPages, the_form_offers_the_template_says_its_limits_and_asks_for_no_declaration) {
  const auto page = hub_browser().get("/operator/centres/upload");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("href=\"/operator/centres/upload/template\""), HasSubstr("name=\"file\""),
                    HasSubstr("2,000 rows"), Not(HasSubstr("name=\"declaration\""))));
}

TEST_P(CentreUploadPages, the_template_downloads_under_its_name) {
  const auto file = hub_browser().get("/operator/centres/upload/template");
  EXPECT_EQ(file.status, 200);
  EXPECT_THAT(file.header("Content-Disposition"), HasSubstr("CentreUploadTemplate.xlsx"));
  EXPECT_THAT(file.body, StartsWith("PK"));
}

TEST_P(CentreUploadPages, a_file_that_is_none_is_refused_with_what_to_do) {
  auto browser = hub_browser();
  EXPECT_THAT(upload(browser, "", "").body, HasSubstr("Choose the file with the centres."));
  EXPECT_THAT(upload(browser, "%PDF-1.7").body, HasSubstr("This is a PDF, not a spreadsheet."));
  EXPECT_THAT(upload(browser, headings).body, HasSubstr("There are no centres below the headings in row 1."));
  const auto users = upload(browser, "First name,Last name,Email,Password,Role\na,b,c,d,INV\n");
  EXPECT_EQ(users.status, 422);
  EXPECT_THAT(users.body, HasSubstr("The columns Centre number and Centre name are missing"));
}

TEST_P(CentreUploadPages, the_check_shows_ready_rows_and_problems_and_no_password_and_nobodys_account) {
  auto browser = hub_browser();
  const auto sent = upload(browser, headings + good + bad + taken);
  EXPECT_EQ(sent.status, 303);
  EXPECT_THAT(sent.location, StartsWith("/operator/centres/uploads/"));
  const auto page = browser.follow(sent);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("1 row is ready, 2 rows have problems."), HasSubstr("No centre is added yet."),
                    HasSubstr("Add 1 centre"), HasSubstr("five digits"), HasSubstr("too easy to guess"),
                    HasSubstr("Demo Hill School already has this number.")));
  EXPECT_THAT(page.body, AllOf(HasSubstr("Somebody in the Hub already signs in with this email."),
                               Not(HasSubstr(cast().here.leader.name)), Not(HasSubstr("weakweakweak")),
                               Not(HasSubstr(strong)), Not(HasSubstr("<b>Bad"))));
  EXPECT_THAT(browser.get("/operator/centres").body, Not(HasSubstr("Ysgol Siân")));
}

TEST_P(CentreUploadPages,
       after_add_the_page_lists_the_centres_with_whom_to_tell_and_their_Centre_Admins_sign_in) {
  auto browser = hub_browser();
  const auto sent = upload(browser, headings + good + bad);
  browser.follow(sent);
  const auto confirmed = browser.post(sent.location + "/confirm");
  EXPECT_EQ(confirmed.status, 303);
  EXPECT_EQ(confirmed.location, sent.location);
  const auto page = settled(browser, sent.location);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("1 centre was added."), HasSubstr("Tell each Centre Admin to go to"),
                    HasSubstr("Ysgol Siân</bdi></a>"), HasSubstr("30003"), HasSubstr("Nia Newbury"),
                    HasSubstr("nia@new.example"), Not(HasSubstr(strong))));
  EXPECT_THAT(browser.get("/operator/centres").body, HasSubstr("Ysgol Siân"));
  auto nia = stranger();
  EXPECT_EQ(nia.sign_in("nia@new.example", strong).status, 303);
  EXPECT_EQ(nia.get("/").location, "/account/password");
}

TEST_P(CentreUploadPages, the_rows_with_problems_download_and_once_corrected_are_added) {
  auto browser = hub_browser();
  const auto sent = upload(browser, headings + good + bad);
  const auto file = browser.get(sent.location + "/problems.xlsx");
  EXPECT_EQ(file.status, 200);
  EXPECT_THAT(file.header("Content-Disposition"), HasSubstr("problems.xlsx"));
  const auto sheet = documents::read_spreadsheet(file.body, {}, [](const auto&) { return true; });
  ASSERT_TRUE(sheet);
  EXPECT_EQ(sheet->rows.at(0).cells.at(6).text, "What to correct");
  EXPECT_EQ(sheet->rows.at(1).cells.at(0).text, "123");
  EXPECT_THAT(sheet->rows.at(1).cells.at(6).text,
              AllOf(HasSubstr("Centre number: "), HasSubstr("Password: ")));
  EXPECT_THAT(browser.follow(upload(browser, file.body, "problems.xlsx")).body,
              HasSubstr("1 row has a problem."));
}

TEST_P(CentreUploadPages, confirming_twice_adds_nothing_twice) {
  auto browser = hub_browser();
  const auto sent = upload(browser, headings + good);
  EXPECT_EQ(browser.post(sent.location + "/confirm").status, 303);
  EXPECT_EQ(browser.post(sent.location + "/confirm").status, 303);
  EXPECT_THAT(settled(browser, sent.location).body, HasSubstr("1 centre was added."));
  EXPECT_THAT(browser.get("/operator/centres").body, HasSubstr("3 centres"));
}

TEST_P(CentreUploadPages, a_number_taken_since_the_check_adds_no_centre_and_says_which) {
  auto browser = hub_browser();
  const auto sent =
      upload(browser, headings + good + "30004,New School,Cy,Lee,cy@new.example," + strong + "\n");
  browser.get("/operator/centres/add");
  ASSERT_EQ(browser
                .post("/operator/centres/add", {{"number", "30004"},
                                                {"name", "First Come"},
                                                {"first_name", "Eve"},
                                                {"last_name", "First"},
                                                {"email", "eve@first.example"},
                                                {"password", "seven purple otters dance"}})
                .status,
            303);
  browser.get(sent.location);
  browser.post(sent.location + "/confirm");
  EXPECT_THAT(
      settled(browser, sent.location).body,
      AllOf(HasSubstr("No centre was added."), HasSubstr("what stands in 1 row of this file was registered"),
            HasSubstr("First Come now has this number."), HasSubstr("Check the file again")));
  EXPECT_THAT(browser.get("/operator/centres").body, Not(HasSubstr("Ysgol Siân")));
}

TEST_P(CentreUploadPages, the_form_lists_the_latest_uploads) {
  auto browser = hub_browser();
  const auto sent = upload(browser, headings + good, "Spring <term>.csv");
  EXPECT_THAT(browser.get("/operator/centres/upload").body,
              AllOf(HasSubstr("Spring &lt;term&gt;.csv"), HasSubstr("1 row ready, not added"),
                    HasSubstr(cast().hub_operator.name), HasSubstr(sent.location)));
}

TEST_P(CentreUploadPages, many_centres_are_listed_a_page_at_a_time) {
  std::string rows;
  for (int i = 0; i < 60; ++i)
    rows += fmt::format("{},School {},Nia,Newbury,nia{}@new.example,{}\n", 40'000 + i, 40'000 + i, i, strong);
  auto browser = hub_browser();
  const auto sent = upload(browser, headings + rows);
  browser.get(sent.location);
  browser.post(sent.location + "/confirm");
  EXPECT_THAT(settled(browser, sent.location).body,
              AllOf(HasSubstr("60 centres were added."), HasSubstr("1-50 of 60"), HasSubstr("School 40049"),
                    Not(HasSubstr("School 40050"))));
  EXPECT_THAT(browser.get(sent.location + "?page=2").body, HasSubstr("School 40059"));
}

TEST_P(CentreUploadPages, are_unknown_to_everybody_but_a_Hub_operator) {
  auto hub = hub_browser();
  const auto sent = upload(hub, headings + good + bad);
  const auto& c = cast();
  for (const auto& actor : {c.here.admin, c.here.officer, c.here.leader, c.here.invigilator, c.there.admin}) {
    auto browser = signed_in(actor);
    for (const auto& path :
         {std::string("/operator/centres/upload"), std::string("/operator/centres/upload/template"),
          sent.location, sent.location + "/problems.xlsx"}) {
      EXPECT_EQ(browser.get(path).status, 404) << actor.name << " " << path;
    }
    EXPECT_EQ(browser.post(sent.location + "/confirm").status, 404) << actor.name;
    EXPECT_EQ(browser.post_file("/operator/centres/upload", {}, "file", "x.csv", headings + good).status,
              404);
  }
  EXPECT_EQ(hub.get("/operator/centres/uploads/999999").status, 404);
  EXPECT_EQ(hub.get("/operator/centres/uploads/x").status, 404);
  EXPECT_THAT(hub.get("/operator/centres").body, Not(HasSubstr("Ysgol Siân")));
}

TEST_P(CentreUploadPages, an_upload_of_users_is_not_found_among_those_of_centres) {
  auto officer = signed_in(cast().here.officer);
  officer.get("/users/upload");
  const auto theirs = officer.post_file(
      "/users/upload", {{"declaration", "yes"}}, "file", "users.csv",
      "First name,Last name,Email,Password,Role\nAnn,Lee,ann@here.example," + std::string(strong) + ",INV\n");
  const auto number = theirs.location.substr(theirs.location.rfind('/') + 1);
  EXPECT_EQ(hub_browser().get("/operator/centres/uploads/" + number).status, 404);
}

}  // namespace
}  // namespace centre_upload
