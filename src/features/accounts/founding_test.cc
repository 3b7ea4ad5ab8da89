#include "features/accounts/founding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/accounts/password.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace accounts {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* good_password = "violet kettle orbit 47 lantern";

class FoundingTest : public test::OnBothDatabases {
 public:
  static Founder ann() { return {"ann@new.example", "Ann", "O'Neil", good_password}; }
  base::Result<access::CentreId> add(const std::string& number = "54321", const Founder& admin = ann()) {
    return add_centre(database(), number, "New School", admin);
  }
  static NewCentre new_centre(std::string number, std::string_view email) {
    return {std::move(number), "New School", typed("Ann", "Lee", email, "EO"), "a hash"};
  }
  base::Result<std::vector<access::CentreId>> add_many_as(const access::Actor& actor,
                                                          const std::vector<NewCentre>& centres) {
    return database().write([&](db::Connection& c) { return add_centres(c, actor, centres); });
  }
  template <class T>
  static std::vector<std::string> fields(const base::Result<T>& refused) {
    std::vector<std::string> names;
    for (const auto& error : refused.error().fields) names.push_back(error.field);
    return names;
  }
  db::Rows rows(std::string_view sql) {
    return database().read([&](db::Connection& c) { return c.exec(sql); });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, FoundingTest, test::both_databases(), test::database_name);

TEST_P(FoundingTest, adds_a_centre_with_its_centre_admin) {
  const auto centre = add();
  ASSERT_TRUE(centre);
  const auto accounts =
      rows("SELECT centre_id, role, centre_admin, email, password_hash, must_change_password FROM account");
  ASSERT_EQ(accounts.size(), 1U);
  const auto& admin = accounts.front();
  EXPECT_EQ(admin.id<access::CentreId>(0), *centre);
  EXPECT_EQ(admin.text(1), "EO");
  EXPECT_TRUE(admin.boolean(2));
  EXPECT_EQ(admin.text(3), "ann@new.example");
  EXPECT_TRUE(password_matches(admin.text(4), good_password));
  EXPECT_FALSE(admin.boolean(5));
}

TEST_P(FoundingTest, adds_an_operator_who_has_no_centre) {
  ASSERT_TRUE(add_operator(database(), ann()));
  const auto accounts = rows("SELECT centre_id, role, centre_admin FROM account");
  EXPECT_TRUE(accounts.front().is_null(0));
  EXPECT_EQ(accounts.front().text(1), "OPERATOR");
  EXPECT_FALSE(accounts.front().boolean(2));
}

TEST_P(FoundingTest, asks_for_another_password_at_the_first_sign_in_where_told_so) {
  auto founder = ann();
  founder.must_change_password = true;
  ASSERT_TRUE(add("54321", founder));
  EXPECT_TRUE(rows("SELECT must_change_password FROM account").front().boolean(0));
}

TEST_P(FoundingTest, is_kept_in_the_audit_as_done_by_the_command) {
  const auto centre = add();
  const auto events =
      rows("SELECT centre_id, actor_name, action, subject_name, details FROM audit_event ORDER BY id");
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].id<access::CentreId>(0), *centre);
  EXPECT_EQ(events[0].text(1), "exams-hub command");
  EXPECT_EQ(events[0].text(2), "centre.added");
  EXPECT_EQ(events[0].text(3), "New School");
  EXPECT_EQ(events[1].text(2), "account.added");
  EXPECT_EQ(events[1].text(3), "Ann O'Neil");
  EXPECT_THAT(events[1].text(4), HasSubstr("Centre Admin"));
  for (const auto& event : events) EXPECT_EQ(event.text(4).find(good_password), std::string::npos);
}

TEST_P(FoundingTest, adds_neither_centre_nor_centre_admin_where_the_email_is_taken) {
  ASSERT_TRUE(add());
  auto other = ann();
  other.email = "ANN@new.example";
  const auto refused = add("54322", other);
  ASSERT_FALSE(refused);
  EXPECT_THAT(fields(refused), ElementsAre("email"));
  EXPECT_EQ(rows("SELECT id FROM centre").size(), 1U);
  EXPECT_EQ(rows("SELECT id FROM audit_event").size(), 2U);
}

TEST_P(FoundingTest, adds_no_second_centre_of_a_number) {
  ASSERT_TRUE(add());
  const auto refused = add("54321", {"ben@new.example", "Ben", "Hall", good_password});
  ASSERT_FALSE(refused);
  EXPECT_THAT(fields(refused), ElementsAre("number"));
  EXPECT_EQ(rows("SELECT id FROM account").size(), 1U);
}

TEST_P(FoundingTest, names_everything_that_is_wrong_at_once) {
  const auto refused = add_centre(database(), "12", "  ", {"nonsense", "", "Hall", "short"});
  ASSERT_FALSE(refused);
  EXPECT_THAT(fields(refused), ElementsAre("number", "name", "first_name", "email", "password"));
  EXPECT_TRUE(rows("SELECT id FROM centre").empty());
}

TEST_P(FoundingTest, refuses_an_operator_with_a_weak_password_or_one_made_of_their_own_words) {
  for (const auto* password : {"", "password1234", "ann@new.example"}) {
    auto founder = ann();
    founder.password = password;
    const auto refused = add_operator(database(), founder);
    ASSERT_FALSE(refused) << password;
    EXPECT_THAT(fields(refused), ElementsAre("password")) << password;
  }
}

TEST_P(FoundingTest, adds_many_centres_in_order_each_with_its_centre_admin_in_its_own_audit) {
  const auto cast = test::make_cast(database());
  const auto ids = add_many_as(cast.hub_operator,
                               {new_centre("54321", "ann@new.example"), new_centre("54322", "b@x.example")});
  ASSERT_TRUE(ids);
  ASSERT_EQ(ids->size(), 2U);
  EXPECT_LT(ids->front(), ids->back());
  const auto events = rows(
      "SELECT c.number, e.action, e.actor_name, e.subject_name FROM audit_event e JOIN centre c ON c.id = "
      "e.centre_id "
      "ORDER BY e.id");
  std::vector<std::string> all;
  for (const auto& e : events) all.push_back(e.text(0) + " " + e.text(1) + " " + e.text(2) + " " + e.text(3));
  EXPECT_THAT(all, ElementsAre("54321 centre.added Olive Operator (Hub operator) New School",
                               "54321 account.added Olive Operator (Hub operator) Ann Lee",
                               "54322 centre.added Olive Operator (Hub operator) New School",
                               "54322 account.added Olive Operator (Hub operator) Ann Lee"));
  EXPECT_TRUE(
      rows("SELECT must_change_password FROM account WHERE email = 'b@x.example'").front().boolean(0));
}

TEST_P(FoundingTest, adds_none_of_many_centres_where_a_number_or_an_email_is_taken) {
  const auto cast = test::make_cast(database());
  for (const auto& taken :
       {new_centre("10001", "c@new.example"), new_centre("54323", "ADMIN@here.example")}) {
    const auto refused = add_many_as(cast.hub_operator, {new_centre("54321", "ann@new.example"), taken});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, base::Refusal::Kind::conflict);
    EXPECT_EQ(rows("SELECT id FROM centre").size(), 2U);
    EXPECT_TRUE(rows("SELECT id FROM audit_event").empty());
  }
}

TEST_P(FoundingTest, lets_nobody_but_a_Hub_operator_add_many_centres) {
  const auto cast = test::make_cast(database());
  for (const auto& actor : {cast.here.admin, cast.here.officer}) {
    const auto refused = add_many_as(actor, {new_centre("54321", "ann@new.example")});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, base::Refusal::Kind::forbidden);
  }
}

TEST_P(FoundingTest, knows_whether_an_operator_is_still_there) {
  const auto cast = test::make_cast(database());
  const auto is_there = [&](const access::Actor& actor) {
    return database().read([&](db::Connection& c) { return is_still_operator(c, actor); });
  };
  EXPECT_TRUE(is_there(cast.hub_operator));
  EXPECT_FALSE(is_there(cast.here.admin));
  database().write(
      [&](db::Connection& c) { c.exec("DELETE FROM account WHERE id = ?", cast.hub_operator.account); });
  EXPECT_FALSE(is_there(cast.hub_operator));
}

}  // namespace
}  // namespace accounts
