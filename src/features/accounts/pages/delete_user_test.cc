#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "support/page/test_browser.h"

namespace accounts::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class DeleteUserPage : public test::PageTest {
 public:
  static std::string delete_of(const access::Actor& actor) {
    return fmt::format("/users/{}/delete", std::to_underlying(actor.account));
  }
  std::string ivans_page() const { return delete_of(cast().here.invigilator); }
  test::Answer delete_as(const access::Actor& actor, const std::string& address, std::string word) {
    auto browser = signed_in(actor);
    browser.get(address);
    return browser.post(address, {{"confirm", std::move(word)}});
  }
  bool there(const access::Actor& actor) {
    return database().read([&](db::Connection& c) {
      return !c.exec("SELECT id FROM account WHERE id = ?", actor.account).empty();
    });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, DeleteUserPage, test::both_databases(), test::database_name);

TEST_P(DeleteUserPage, names_who_goes_what_is_lost_and_that_it_cannot_be_undone) {
  EXPECT_THAT(
      signed_in(cast().here.admin).get(ivans_page()).body,
      AllOf(HasSubstr("Ivan Invigilator"), HasSubstr("invigilator@here.example"), HasSubstr("certificates"),
            HasSubstr("CANNOT be recovered"), HasSubstr("Write DELETE to delete this account")));
}

TEST_P(DeleteUserPage, with_any_word_but_DELETE_keeps_the_account) {
  for (const char* word : {"", "delete", "Delete", "DELETE ", " DELETE", "DELETED", "YES"}) {
    const auto answer = delete_as(cast().here.admin, ivans_page(), word);
    EXPECT_EQ(answer.status, 422) << word;
    EXPECT_THAT(answer.body, HasSubstr("Write DELETE, in capital letters"));
  }
  EXPECT_TRUE(there(cast().here.invigilator));
}

TEST_P(DeleteUserPage, with_the_word_deletes_the_account_and_signs_the_person_out_for_good) {
  auto ivans = signed_in(cast().here.invigilator);
  ASSERT_EQ(ivans.get("/").status, 200);
  auto browser = signed_in(cast().here.admin);
  browser.get(ivans_page());
  const auto answer = browser.post(ivans_page(), {{"confirm", "DELETE"}});
  ASSERT_EQ(answer.status, 303);
  EXPECT_THAT(browser.follow(answer).body, AllOf(HasSubstr("The account is deleted."), HasSubstr("3 users")));
  EXPECT_FALSE(there(cast().here.invigilator));
  EXPECT_EQ(ivans.get("/").status, 303);
  EXPECT_EQ(stranger().sign_in("invigilator@here.example").status, 422);
}

TEST_P(DeleteUserPage, twice_finds_nothing_the_second_time) {
  ASSERT_EQ(delete_as(cast().here.admin, ivans_page(), "DELETE").status, 303);
  EXPECT_EQ(delete_as(cast().here.admin, ivans_page(), "DELETE").status, 404);
}

TEST_P(DeleteUserPage, is_refused_to_everybody_but_a_Centre_Admin) {
  for (const auto& actor :
       {cast().here.officer, cast().here.leader, cast().here.invigilator, cast().hub_operator}) {
    EXPECT_EQ(signed_in(actor).get(ivans_page()).status, 403) << actor.name;
    EXPECT_EQ(delete_as(actor, ivans_page(), "DELETE").status, 403) << actor.name;
  }
  EXPECT_TRUE(there(cast().here.invigilator));
}

TEST_P(DeleteUserPage, of_oneself_is_refused) {
  EXPECT_EQ(signed_in(cast().here.admin).get(delete_of(cast().here.admin)).status, 403);
  EXPECT_EQ(delete_as(cast().here.admin, delete_of(cast().here.admin), "DELETE").status, 403);
  EXPECT_TRUE(there(cast().here.admin));
}

TEST_P(DeleteUserPage, of_another_centres_user_is_not_found) {
  EXPECT_EQ(signed_in(cast().here.admin).get(delete_of(cast().there.invigilator)).status, 404);
  EXPECT_EQ(delete_as(cast().here.admin, delete_of(cast().there.invigilator), "DELETE").status, 404);
  EXPECT_TRUE(there(cast().there.invigilator));
}

}  // namespace
}  // namespace accounts::pages
