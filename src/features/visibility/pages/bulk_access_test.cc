#include "features/accounts/account_store.h"
#include "features/visibility/pages/access_pages_fixture.h"

namespace visibility::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class BulkAccessPage : public OnAccessPages {
 public:
  // The next invigilator, added on the page as an officer does.
  void add(const std::string& first, const std::string& role = "INV") {
    const auto answer = post_as(cast().here.officer, "/users/add",
                                {{"first_name", first},
                                 {"last_name", "Newcomer"},
                                 {"email", first + "@here.example"},
                                 {"role", role},
                                 {"password", "seven purple otters dance"},
                                 {"declaration", "yes"}});
    ASSERT_EQ(answer.status, 303);
  }
  std::string hidden_from(const std::string& first) {
    return database().read([&](db::Connection& c) {
      std::string all;
      for (const auto& row :
           c.exec("SELECT h.slug FROM hidden_assessment h JOIN account a ON a.id = h.account_id"
                  " WHERE a.first_name = ? AND a.centre_id = ? ORDER BY h.slug",
                  first, admin().centre)) {
        all += row.text(0) + " ";
      }
      return all;
    });
  }
  static test::FormFields everyone(const std::string& slug, const std::string& change = "hide") {
    return {{"who", "everyone"}, {"q", ""}, {"change", change}, {"hidden", slug}};
  }
  test::FormFields with_digest(test::FormFields fields, const std::string& page) {
    fields.emplace_back("digest", field_value(page, "digest"));
    return fields;
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, BulkAccessPage, test::both_databases(), test::database_name);

TEST_P(BulkAccessPage, lists_the_centres_invigilators_with_what_is_hidden_from_them_now) {
  add("Nia");
  ASSERT_EQ(post_as(admin(), page_of(ivan(), "access"), {{"hidden", "essentials"}}).status, 303);
  EXPECT_THAT(
      signed_in(admin()).get("/users/access").body,
      AllOf(HasSubstr("Ivan Invigilator"), HasSubstr("Nia Newcomer"), HasSubstr("Everyone: 2 invigilators"),
            HasSubstr(">Exam room essentials</td>"), Not(HasSubstr("Oscar Officer</"))));
}

TEST_P(BulkAccessPage, lists_a_hundred_at_once_so_that_as_many_can_be_ticked) {
  database().write([&](db::Connection& c) {
    for (int i = 0; i < 100; ++i) {
      const accounts::NewAccount nia{
          .person = accounts::typed("Nia", "Newcomer", fmt::format("nia{}@here.example", i), "INV"),
          .password_hash = "hash",
          .declaration_version = 1};
      ASSERT_TRUE(accounts::add(c, admin(), nia));
    }
  });
  EXPECT_THAT(signed_in(admin()).get("/users/access").body, HasSubstr("1-100 of 101 invigilators"));
}

TEST_P(BulkAccessPage, finds_some_by_name_or_email) {
  add("Nia");
  EXPECT_THAT(signed_in(admin()).get("/users/access?q=nia").body,
              AllOf(HasSubstr("Nia Newcomer"), Not(HasSubstr("Ivan Invigilator")),
                    HasSubstr("Everyone whom the search finds: 1 invigilator")));
  EXPECT_THAT(signed_in(admin()).get("/users/access?q=nobody").body, HasSubstr("No invigilator matches"));
}

TEST_P(BulkAccessPage, shows_what_will_change_before_anything_does) {
  add("Nia");
  const auto answer = post_as(admin(), "/users/access", everyone("essentials"));
  EXPECT_EQ(answer.status, 200);
  EXPECT_THAT(answer.body, AllOf(HasSubstr("What will change"), HasSubstr("Ivan Invigilator"),
                                 HasSubstr("Nia Newcomer"), HasSubstr("Hide for 2 invigilators")));
  EXPECT_EQ(hidden_from("Nia"), "");
}

TEST_P(BulkAccessPage, applies_what_was_shown_and_says_for_how_many) {
  add("Nia");
  auto browser = signed_in(admin());
  browser.get("/users/access");
  const auto looked = browser.post("/users/access", everyone("essentials"));
  const auto answer = browser.post("/users/access/apply", with_digest(everyone("essentials"), looked.body));
  ASSERT_EQ(answer.status, 303);
  EXPECT_THAT(browser.follow(answer).body, HasSubstr("Saved for 2 invigilators."));
  EXPECT_EQ(hidden_from("Nia"), "essentials ");
  EXPECT_EQ(hidden_from("Ivan"), "essentials ");
}

TEST_P(BulkAccessPage, changes_only_those_ticked) {
  add("Nia");
  const test::FormFields ivan_only{
      {"who", "ticked"}, {"invigilator", id(ivan())}, {"change", "hide"}, {"hidden", "emergencies"}};
  auto browser = signed_in(admin());
  browser.get("/users/access");
  const auto looked = browser.post("/users/access", ivan_only);
  ASSERT_EQ(browser.post("/users/access/apply", with_digest(ivan_only, looked.body)).status, 303);
  EXPECT_EQ(hidden_from("Ivan"), "emergencies ");
  EXPECT_EQ(hidden_from("Nia"), "");
}

TEST_P(BulkAccessPage, shows_again_what_was_hidden) {
  ASSERT_EQ(post_as(admin(), page_of(ivan(), "access"), {{"hidden", "essentials"}}).status, 303);
  auto browser = signed_in(admin());
  browser.get("/users/access");
  const auto looked = browser.post("/users/access", everyone("essentials", "unhide"));
  EXPECT_THAT(looked.body, HasSubstr("Show again for 1 invigilator"));
  ASSERT_EQ(
      browser.post("/users/access/apply", with_digest(everyone("essentials", "unhide"), looked.body)).status,
      303);
  EXPECT_EQ(hidden_from("Ivan"), "");
}

TEST_P(BulkAccessPage, says_when_nothing_would_change) {
  const auto answer = post_as(admin(), "/users/access", everyone("essentials", "unhide"));
  EXPECT_THAT(answer.body, AllOf(HasSubstr("Nothing would change"), Not(HasSubstr("/users/access/apply"))));
}

TEST_P(BulkAccessPage, shows_the_new_change_where_something_happened_since) {
  auto browser = signed_in(admin());
  browser.get("/users/access");
  const auto looked = browser.post("/users/access", everyone("essentials"));
  add("Nia");
  const auto answer = browser.post("/users/access/apply", with_digest(everyone("essentials"), looked.body));
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body, AllOf(HasSubstr("Something changed since you looked"), HasSubstr("Nia Newcomer")));
  EXPECT_EQ(hidden_from("Ivan"), "");
}

TEST_P(BulkAccessPage, asks_for_somebody_and_something_and_keeps_what_is_ticked) {
  const auto nobody = post_as(admin(), "/users/access", {{"who", "ticked"}, {"hidden", "essentials"}});
  EXPECT_EQ(nobody.status, 422);
  EXPECT_THAT(nobody.body, AllOf(HasSubstr("Choose at least one invigilator."),
                                 HasSubstr("value=\"essentials\" id=\"hidden\" checked")));
  const auto nothing = post_as(admin(), "/users/access", {{"who", "ticked"}, {"invigilator", id(ivan())}});
  EXPECT_EQ(nothing.status, 422);
  EXPECT_THAT(nothing.body, AllOf(HasSubstr("Tick at least one assessment."),
                                  HasSubstr("value=\"" + id(ivan()) + "\" id=\"invigilator\" checked")));
}

TEST_P(BulkAccessPage, reaches_nobody_of_another_centre) {
  const auto& theirs = cast().there.invigilator;
  const test::FormFields fields{{"who", "ticked"}, {"invigilator", id(theirs)}, {"hidden", "essentials"}};
  EXPECT_EQ(post_as(admin(), "/users/access", fields).status, 422);
  EXPECT_EQ(post_as(admin(), "/users/access/apply", fields).status, 422);
  EXPECT_THAT(seen_by(theirs), HasSubstr("Exam room essentials"));
}

TEST_P(BulkAccessPage, is_a_Centre_Admins_alone) {
  for (const auto& actor : {cast().here.officer, cast().here.leader, ivan(), cast().hub_operator}) {
    EXPECT_EQ(signed_in(actor).get("/users/access").status, 403) << actor.name;
    for (const auto* address : {"/users/access", "/users/access/apply", "/users/access/default"}) {
      EXPECT_EQ(post_as(actor, address, everyone("essentials")).status, 403) << actor.name << address;
    }
  }
  EXPECT_EQ(hidden_from("Ivan"), "");
}

TEST_P(BulkAccessPage, keeps_a_default_for_invigilators_added_later_and_for_nobody_else) {
  auto browser = signed_in(admin());
  browser.get("/users/access");
  const auto answer = browser.post("/users/access/default", {{"hidden", "emergencies"}, {"seen", ""}});
  ASSERT_EQ(answer.status, 303);
  EXPECT_THAT(browser.follow(answer).body, HasSubstr("Saved for the invigilators that you add from now on."));
  add("Nia");
  add("Lee", "SLT");
  EXPECT_EQ(hidden_from("Nia"), "emergencies ");
  EXPECT_EQ(hidden_from("Lee"), "");
  EXPECT_EQ(hidden_from("Ivan"), "");
}

TEST_P(BulkAccessPage, gives_the_default_to_a_user_whose_role_becomes_invigilator) {
  ASSERT_EQ(post_as(admin(), "/users/access/default", {{"hidden", "emergencies"}}).status, 303);
  const auto& lena = cast().here.leader;
  ASSERT_EQ(post_as(cast().here.officer, page_of(lena, "edit"), {{"role", "INV"}, {"version", "1"}}).status,
            303);
  EXPECT_EQ(hidden_from("Lena"), "emergencies ");
}

TEST_P(BulkAccessPage, gives_the_default_to_the_invigilators_of_a_file) {
  ASSERT_EQ(post_as(admin(), "/users/access/default", {{"hidden", "emergencies"}}).status, 303);
  auto officer = signed_in(cast().here.officer);
  officer.get("/users/upload");
  const auto taken = officer.post_file("/users/upload", {{"declaration", "yes"}}, "file", "users.csv",
                                       "First name*,Last name*,Email*,Password*,Role*\n"
                                       "Ann,Other,ann@here.example,violet-kettle-orbit-47,INV\n");
  ASSERT_EQ(taken.status, 303);
  officer.follow(taken);
  ASSERT_EQ(officer.post(taken.location + "/confirm").status, 303);
  for (int i = 0; i < 200 && hidden_from("Ann").empty(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_EQ(hidden_from("Ann"), "emergencies ");
}

TEST_P(BulkAccessPage, shows_a_default_that_somebody_else_changed_and_saves_nothing) {
  ASSERT_EQ(post_as(admin(), "/users/access/default", {{"hidden", "emergencies"}, {"seen", ""}}).status, 303);
  const auto answer = post_as(admin(), "/users/access/default", {{"hidden", "essentials"}, {"seen", ""}});
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body, HasSubstr("Someone else changed this"));
  const auto unknown = post_as(admin(), "/users/access/default", {{"hidden", "leading"}});
  EXPECT_EQ(unknown.status, 422);
}

TEST_P(BulkAccessPage, ties_both_its_errors_to_their_fields) {
  const auto nobody =
      post_as(admin(), "/users/access", {{"who", "ticked"}, {"change", "hide"}, {"hidden", "essentials"}});
  EXPECT_EQ(nobody.status, 422);
  EXPECT_THAT(nobody.body, HasSubstr("aria-describedby=\"invigilator-error\" aria-invalid=\"true\""));
  const auto nothing = post_as(admin(), "/users/access", {{"who", "everyone"}, {"change", "hide"}});
  EXPECT_EQ(nothing.status, 422);
  EXPECT_THAT(nothing.body, HasSubstr("aria-describedby=\"hidden-error\" aria-invalid=\"true\""));
}

TEST_P(BulkAccessPage, ties_the_error_of_those_added_later_to_its_own_field) {
  const auto answer = post_as(admin(), "/users/access/default", {{"hidden", "leading"}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, AllOf(HasSubstr("<a href=\"#hidden-later\">"),
                                 HasSubstr("aria-describedby=\"hidden-later-error\" aria-invalid=\"true\"")));
}

}  // namespace
}  // namespace visibility::pages
