#include <fmt/format.h>
#include <gmock/gmock.h>

#include <atomic>
#include <thread>
#include <vector>

#include "features/accounts/account_store_fixture.h"

namespace accounts {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Kind = base::Refusal::Kind;
using Where = EmailOwner::Where;

class AddAccount : public OnAccounts {};
INSTANTIATE_TEST_SUITE_P(Databases, AddAccount, test::both_databases(), test::database_name);

TEST_P(AddAccount, keeps_what_was_typed_exactly) {
  const auto id = added(officer, new_account("Łukasz", "O'Neil <b>", "Lukasz.ONeil@School.Example", "slt"));
  const auto account = found(officer, id).value();
  EXPECT_EQ(account.first_name, "Łukasz");
  EXPECT_EQ(account.last_name, "O'Neil <b>");
  EXPECT_EQ(account.email, "Lukasz.ONeil@School.Example");
  EXPECT_EQ(account.role, access::Role::senior_leader);
  EXPECT_FALSE(account.centre_admin);
  EXPECT_TRUE(account.must_change_password);
  EXPECT_EQ(account.last_signed_in_at, std::nullopt);
  EXPECT_EQ(account.version, 1);
}

TEST_P(AddAccount, keeps_who_ticked_which_declaration_and_when) {
  const auto before = database().now();
  added(officer, new_account("Ann", "Lee", "ann.lee@school.example"));
  const auto row = rows(
      "SELECT declaration_version, declared_by, declared_at FROM account WHERE email_key = "
      "'ann.lee@school.example'");
  EXPECT_EQ(row.front().integer(0), current_declaration().version);
  EXPECT_EQ(row.front().id<access::AccountId>(1), officer.account);
  EXPECT_GE(row.front().instant(2), before);
  EXPECT_LE(row.front().instant(2), database().now());
}

TEST_P(AddAccount, tells_how_it_came_to_be_within_the_centre_only) {
  const auto id = added(officer, new_account("Ann", "Lee", "ann.lee@school.example"));
  const auto read = [&](const access::Actor& actor, access::AccountId of) {
    return database().read([&](db::Connection& c) { return origin(c, actor, of); });
  };
  const auto known = read(admin, id).value();
  EXPECT_EQ(known.declaration_version, current_declaration().version);
  EXPECT_EQ(known.declared_by, officer.name);
  EXPECT_EQ(read(cast.there.admin, id), std::nullopt);
  EXPECT_EQ(read(admin, admin.account).value().declaration_version, std::nullopt);
  ASSERT_TRUE(remove_as(admin, officer.account));
  EXPECT_EQ(read(admin, id).value().declared_by, "");
}

TEST_P(AddAccount, is_recorded_in_the_audit_without_the_password) {
  added(officer, new_account("Ann", "Lee", "ann.lee@school.example", "SLT"));
  const auto details = latest_audit(audit::action::account_added);
  EXPECT_THAT(details, HasSubstr("ann.lee@school.example"));
  EXPECT_THAT(details, HasSubstr("SLT"));
  EXPECT_THAT(details, Not(HasSubstr("hash of")));
}

TEST_P(AddAccount, without_a_declaration_that_there_is_is_refused) {
  auto account = new_account("Ann", "Lee", "ann.lee@school.example");
  account.declaration_version = 0;
  const auto refused = add_as(officer, account);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, Kind::bad_input);
  EXPECT_EQ(refused.error().fields.front().field, "declaration");
}

TEST_P(AddAccount, names_the_user_of_this_centre_who_has_the_email_however_it_is_cased) {
  added(officer, new_account("Siân", "Jones", "sian@school.example"));
  const auto refused = add_as(admin, new_account("Other", "Person", "SIAN@School.example"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, Kind::bad_input);
  EXPECT_THAT(
      refused.error().fields,
      ElementsAre(base::FieldError{"email",
                                   "Siân Jones is already a user of your centre with this email. Edit that "
                                   "user, or use another email."}));
}

TEST_P(AddAccount, does_not_tell_who_elsewhere_has_the_email) {
  added(cast.there.officer, new_account("Hidden", "Person", "shared@school.example"));
  const auto refused = add_as(officer, new_account("Ann", "Lee", "shared@school.example"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fields.front().message,
            "This email is already registered with the Hub. Use another email for this person.");
}

TEST_P(AddAccount, is_refused_to_those_who_manage_no_users) {
  for (const auto& actor : {cast.here.leader, cast.here.invigilator, cast.hub_operator}) {
    const auto refused = add_as(actor, new_account("Ann", "Lee", "ann.lee@school.example"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Kind::forbidden);
  }
}

TEST_P(AddAccount, never_makes_a_Hub_operator) {
  EXPECT_EQ(add_as(admin, new_account("Ann", "Lee", "ann.lee@school.example", "OPERATOR")).error().kind,
            Kind::forbidden);
}

TEST_P(AddAccount, twice_at_once_with_one_email_makes_one) {
  std::atomic<int> made = 0;
  std::atomic<int> refused = 0;
  {
    std::vector<std::jthread> officers;
    for (int i = 0; i < 6; ++i) {
      officers.emplace_back([&] {
        const auto result = add_as(officer, new_account("Ann", "Lee", "ann.lee@school.example"));
        result ? ++made : ++refused;
      });
    }
  }
  EXPECT_EQ(made, 1);
  EXPECT_EQ(refused, 5);
}

class AddManyAccounts : public OnAccounts {};
INSTANTIATE_TEST_SUITE_P(Databases, AddManyAccounts, test::both_databases(), test::database_name);

std::vector<NewAccount> people(std::size_t count) {
  std::vector<NewAccount> all;
  for (std::size_t i = 0; i < count; ++i) {
    all.push_back(new_account(fmt::format("First{}", i), "Last", fmt::format("person{}@school.example", i)));
  }
  return all;
}

TEST_P(AddManyAccounts, makes_all_and_hands_back_their_ids_in_order) {
  const auto accounts = people(600);
  const auto ids = add_many_as(officer, accounts).value();
  ASSERT_EQ(ids.size(), 600U);
  for (const std::size_t i : {0U, 1U, 299U, 599U}) {
    EXPECT_EQ(found(officer, ids[i]).value().email, accounts[i].person.email);
  }
}

TEST_P(AddManyAccounts, records_each_in_the_audit) {
  const auto before = rows("SELECT COUNT(*) FROM audit_event").front().integer(0);
  ASSERT_TRUE(add_many_as(officer, people(40)));
  EXPECT_EQ(rows("SELECT COUNT(*) FROM audit_event").front().integer(0), before + 40);
}

TEST_P(AddManyAccounts, makes_none_and_names_the_first_when_an_email_was_taken_meanwhile) {
  const auto total = listed(officer).total;
  added(cast.there.officer, new_account("Some", "Body", "person7@school.example"));
  const auto refused = add_many_as(officer, people(20));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, Kind::conflict);
  EXPECT_THAT(refused.error().message, HasSubstr("person7@school.example"));
  EXPECT_EQ(listed(officer).total, total);
}

TEST_P(AddManyAccounts, makes_none_when_one_email_is_there_twice) {
  auto accounts = people(3);
  accounts[2].person.email = "PERSON0@school.example";
  EXPECT_EQ(add_many_as(officer, accounts).error().kind, Kind::conflict);
}

TEST_P(AddManyAccounts, of_nobody_is_nothing) {
  EXPECT_THAT(add_many_as(officer, {}).value(), IsEmpty());
}

TEST_P(AddManyAccounts, of_the_same_file_by_two_officers_at_once_makes_each_once) {
  const auto total = listed(officer).total;
  std::atomic<int> done = 0;
  {
    std::vector<std::jthread> officers;
    for (const auto& actor : {officer, admin}) {
      officers.emplace_back([&, actor] { done += add_many_as(actor, people(100)) ? 1 : 0; });
    }
  }
  EXPECT_EQ(done, 1);
  EXPECT_EQ(listed(officer).total, total + 100);
}

TEST_P(AddManyAccounts, takes_few_statements_however_many_there_are_to_look_up) {
  std::vector<std::string> keys;
  for (int i = 0; i < 1000; ++i) keys.push_back(fmt::format("person{}@school.example", i));
  const auto before = database().statements_executed();
  database().read([&](db::Connection& c) { email_owners(c, officer, keys); });
  EXPECT_LE(database().statements_executed() - before, 10U);
}

class EmailOwners : public OnAccounts {};
INSTANTIATE_TEST_SUITE_P(Databases, EmailOwners, test::both_databases(), test::database_name);

TEST_P(EmailOwners, answer_each_key_in_order) {
  added(officer, new_account("Siân", "Jones", "sian@school.example"));
  added(cast.there.officer, new_account("Hidden", "Person", "hidden@school.example"));
  const std::vector<std::string> keys{"nobody@school.example", "hidden@school.example", "sian@school.example",
                                      email_key("operator@hub.example"), "nobody@school.example"};
  const auto owners = database().read([&](db::Connection& c) { return email_owners(c, officer, keys); });
  ASSERT_EQ(owners.size(), 5U);
  EXPECT_EQ(owners[0].where, Where::nobody);
  EXPECT_EQ(owners[1].where, Where::elsewhere);
  EXPECT_EQ(owners[1].name, "");
  EXPECT_EQ(owners[2].where, Where::this_centre);
  EXPECT_EQ(owners[2].name, "Siân Jones");
  EXPECT_EQ(owners[3].where, Where::elsewhere);
  EXPECT_EQ(owners[4].where, Where::nobody);
}

TEST_P(EmailOwners, of_no_keys_are_none) {
  EXPECT_THAT(database().read([&](db::Connection& c) { return email_owners(c, officer, {}); }), IsEmpty());
}

}  // namespace
}  // namespace accounts
