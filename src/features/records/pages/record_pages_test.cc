// A Hub operator's named request for one person's record, its page and its file.
#include <gmock/gmock.h>

#include "documents/spreadsheet.h"
#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "support/page/test_browser.h"

namespace records::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class RecordPages : public test::PageTest {
 public:
  RecordPages() {
    database().write([](db::Connection& c) { assessments::publish(c, test::assessment(), nullptr).value(); });
  }
  std::string ask_address() const {
    return fmt::format("/operator/centres/{}/records/request", std::to_underlying(cast().here.admin.centre));
  }
  static test::FormFields ask(std::string email = "invigilator@here.example",
                              std::string asked_by = "Kent Police",
                              std::string purpose = "Investigation 4711") {
    return {{"email", std::move(email)}, {"asked_by", std::move(asked_by)}, {"purpose", std::move(purpose)}};
  }
  // The record's address.
  std::string asked(test::TestBrowser& browser) {
    browser.get(ask_address());
    const auto answer = browser.post(ask_address(), ask());
    EXPECT_EQ(answer.status, 303);
    return answer.location;
  }
  // Hands in the first section with nothing but its first question answered, rightly.
  void fail_a_section(test::TestBrowser browser) {
    const auto start = browser.post("/assessments/exam-room-essentials/sections/1/start");
    const auto page = browser.get(start.location).body;
    const auto name = page.find("name=\"q");
    const auto question = page.substr(name + 6, page.find('"', name + 6) - name - 6);
    const auto option = database().read([&](db::Connection& c) {
      return c
          .exec("SELECT id FROM question_option WHERE question_id = ? AND correct = 1",
                std::stoll(question.substr(1)))
          .at(0)
          .integer(0);
    });
    const auto handed_in =
        browser.post(start.location + "/submit", {{question, std::to_string(option)}, {"confirm", "yes"}});
    EXPECT_EQ(handed_in.status, 303);
  }
  static documents::Sheet sheet(const std::string& xlsx, std::string_view heading) {
    auto found = documents::read_spreadsheet(xlsx, {}, [&](const documents::SheetRow& row) {
      return std::ranges::find(row.cells, heading, &documents::Cell::text) != row.cells.end();
    });
    EXPECT_TRUE(found) << heading;
    return std::move(*found);
  }
  void run(std::string_view sql) {
    database().write([&](db::Connection& c) { c.run_script(sql); });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, RecordPages, test::both_databases(), test::database_name);

TEST_P(RecordPages, are_asked_for_from_the_centres_page_where_nobody_is_named_or_suggested) {
  auto browser = hub_browser();
  const auto centre = fmt::format("/operator/centres/{}", std::to_underlying(cast().here.admin.centre));
  EXPECT_THAT(browser.get(centre).body, HasSubstr(ask_address()));
  const auto form = browser.get(ask_address());
  EXPECT_EQ(form.status, 200);
  EXPECT_THAT(form.body,
              AllOf(HasSubstr("Demo Hill School"), Not(HasSubstr("@here.example")), Not(HasSubstr("Ivan"))));
}

TEST_P(RecordPages, show_the_account_the_results_and_the_audit_of_the_person) {
  fail_a_section(signed_in(cast().here.invigilator));
  auto browser = hub_browser();
  const auto page = browser.get(asked(browser));
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("Record of Ivan Invigilator"), HasSubstr("invigilator@here.example"),
                    HasSubstr("Kent Police"), HasSubstr("Investigation 4711"), HasSubstr("In 1 browser"),
                    HasSubstr("About before"), HasSubstr("1 / 3"), HasSubstr("Failed"),
                    HasSubstr("Signed in"), HasSubstr("Asked for a person&#39;s record")));
  EXPECT_THAT(page.body, AllOf(Not(HasSubstr("Lena")), Not(HasSubstr("leader@here.example"))));
}

TEST_P(RecordPages, download_everything_with_each_answer) {
  fail_a_section(signed_in(cast().here.invigilator));
  auto browser = hub_browser();
  const auto address = asked(browser);
  const auto file = browser.get(address + ".xlsx");
  EXPECT_EQ(file.status, 200);
  EXPECT_THAT(file.header("content-disposition"), HasSubstr("Record of Ivan Invigilator"));
  const auto answers = sheet(file.body, "As it was put");
  EXPECT_EQ(answers.name, "Answers");
  ASSERT_EQ(answers.rows.size(), 4U);
  EXPECT_EQ(answers.rows[1].cells.at(5).text, "What about one?");
  EXPECT_EQ(answers.rows[1].cells.at(6).text, "The right one");
  EXPECT_EQ(answers.rows[1].cells.at(7).text, "Right");
  EXPECT_EQ(answers.rows[2].cells.at(7).text, "Unanswered");
  EXPECT_EQ(sheet(file.body, "Assessment passed").rows.at(1).cells.at(9).text, "Failed");
  EXPECT_EQ(sheet(file.body, "Name on it").name, "Certificates");
  EXPECT_GE(sheet(file.body, "To whom or what").rows.size(), 3U);
}

TEST_P(RecordPages, download_no_formula) {
  run("UPDATE account SET first_name = '=1+1' WHERE email_key = 'invigilator@here.example'");
  auto browser = hub_browser();
  const auto details = sheet(browser.get(asked(browser) + ".xlsx").body, "Value");
  EXPECT_EQ(details.rows.at(1).cells.at(1).text, "=1+1");
}

TEST_P(RecordPages, keep_in_the_centres_own_audit_who_asked_and_why_and_each_download) {
  auto browser = hub_browser();
  browser.get(asked(browser) + ".xlsx");
  EXPECT_THAT(signed_in(cast().here.admin).get("/audit").body,
              AllOf(HasSubstr("Asked for a person&#39;s record"), HasSubstr("Olive Operator (Hub operator)"),
                    HasSubstr("Ivan Invigilator"), HasSubstr("Kent Police"), HasSubstr("Investigation 4711"),
                    HasSubstr("Downloaded a person&#39;s record")));
  EXPECT_THAT(signed_in(cast().there.admin).get("/audit").body, Not(HasSubstr("Kent Police")));
}

TEST_P(RecordPages, refuse_an_email_that_is_not_of_the_centre_with_the_same_words_whosever_it_is) {
  auto browser = hub_browser();
  browser.get(ask_address());
  for (const auto* email : {"invigilator@there.example", "nobody@here.example"}) {
    const auto page = browser.post(ask_address(), ask(email));
    EXPECT_EQ(page.status, 422) << email;
    EXPECT_THAT(page.body,
                AllOf(HasSubstr("id=\"email-error\">Nobody of this centre signs in with this email."),
                      HasSubstr(std::string("value=\"") + email + "\""), HasSubstr("value=\"Kent Police\""),
                      HasSubstr("value=\"Investigation 4711\"")));
  }
}

TEST_P(RecordPages, want_who_asks_and_why) {
  auto browser = hub_browser();
  browser.get(ask_address());
  const auto page = browser.post(ask_address(), ask("invigilator@here.example", " ", ""));
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, AllOf(HasSubstr("id=\"asked_by-error\""), HasSubstr("id=\"purpose-error\""),
                               HasSubstr("value=\"invigilator@here.example\"")));
}

TEST_P(RecordPages, end_after_24_hours_and_say_so) {
  auto browser = hub_browser();
  const auto address = asked(browser);
  run("UPDATE record_request SET requested_at = requested_at - 86400000");
  for (const auto& path : {address, address + ".xlsx"}) {
    const auto page = browser.get(path);
    EXPECT_EQ(page.status, 410) << path;
    EXPECT_THAT(page.body, AllOf(HasSubstr("You could read this record until"), HasSubstr("Ask again"),
                                 HasSubstr(ask_address()), Not(HasSubstr("Ivan"))));
  }
}

TEST_P(RecordPages, are_unknown_once_the_person_is_deleted) {
  auto browser = hub_browser();
  const auto address = asked(browser);
  run("DELETE FROM account WHERE email_key = 'invigilator@here.example'");
  EXPECT_EQ(browser.get(address).status, 404);
  EXPECT_EQ(browser.get(address + ".xlsx").status, 404);
}

TEST_P(RecordPages, are_unknown_to_another_operator) {
  auto browser = hub_browser();
  const auto address = asked(browser);
  run("UPDATE record_request SET requested_by = requested_by + 1000");
  EXPECT_EQ(browser.get(address).status, 404);
  EXPECT_EQ(browser.get(address + ".xlsx").status, 404);
}

TEST_P(RecordPages, are_unknown_to_everybody_but_a_Hub_operator) {
  auto browser = hub_browser();
  const auto address = asked(browser);
  for (const auto& actor :
       {cast().here.admin, cast().here.officer, cast().here.leader, cast().here.invigilator}) {
    auto theirs = signed_in(actor);
    EXPECT_EQ(theirs.get(address).status, 404) << actor.name;
    EXPECT_EQ(theirs.get(address + ".xlsx").status, 404) << actor.name;
    EXPECT_EQ(theirs.get(ask_address()).status, 404) << actor.name;
    EXPECT_EQ(theirs.post(ask_address(), ask()).status, 404) << actor.name;
  }
}

}  // namespace
}  // namespace records::pages
