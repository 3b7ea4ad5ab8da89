#include <fmt/format.h>
#include <gmock/gmock.h>

#include <atomic>
#include <optional>
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

class EditAccount : public OnAccounts {
 public:
  const Account& sian() {
    if (!sian_)
      sian_ = found(admin, added(officer, new_account("Siân", "Jones", "sian@school.example"))).value();
    return *sian_;
  }
  Edit edit_of_sian() { return edit_of(sian()); }
  Account sian_now() { return found(admin, sian().id).value(); }
  std::string hash_of(access::AccountId id) {
    return database().read([&](db::Connection& c) {
      return c.exec("SELECT password_hash FROM account WHERE id = ?", id).front().text(0);
    });
  }
  base::Refusal refused(const access::Actor& actor, access::AccountId id, const Edit& change) {
    auto result = edit_as(actor, id, change);
    EXPECT_FALSE(result);
    return result ? base::Refusal{} : result.error();
  }

 private:
  std::optional<Account> sian_;
};
INSTANTIATE_TEST_SUITE_P(Databases, EditAccount, test::both_databases(), test::database_name);

TEST_P(EditAccount, changes_the_names_and_what_the_account_is_sorted_and_found_by) {
  auto change = edit_of_sian();
  change.person.first_name = "Shân";
  change.person.last_name = "O'Neil";
  ASSERT_TRUE(edit_as(officer, sian().id, change));
  EXPECT_EQ(sian_now().full_name(), "Shân O'Neil");
  EXPECT_EQ(sian_now().version, 2);
  EXPECT_THAT(names(officer, {.search = "oneil"}), ElementsAre("Shân O'Neil"));
  EXPECT_THAT(names(officer, {.search = "jones"}), IsEmpty());
}

TEST_P(EditAccount, records_old_and_new_values_of_what_changed) {
  auto change = edit_of_sian();
  change.person.last_name = "Davies";
  change.person.role = "SLT";
  ASSERT_TRUE(edit_as(officer, sian().id, change));
  const auto details = latest_audit(audit::action::account_edited);
  for (const char* value : {"Jones", "Davies", "INV", "SLT"}) EXPECT_THAT(details, HasSubstr(value));
  EXPECT_THAT(details, Not(HasSubstr("sian@school.example")));
}

TEST_P(EditAccount, with_nothing_changed_records_nothing_and_keeps_the_version) {
  ASSERT_TRUE(edit_as(officer, sian().id, edit_of_sian()));
  EXPECT_EQ(sian_now().version, 1);
  EXPECT_EQ(latest_audit(audit::action::account_edited), "");
}

TEST_P(EditAccount, without_a_password_keeps_the_one_there_is_and_the_sessions) {
  auto change = edit_of_sian();
  change.person.last_name = "Davies";
  const auto hash = hash_of(sian().id);
  ASSERT_TRUE(edit_as(officer, sian().id, change));
  EXPECT_EQ(hash_of(sian().id), hash);
  EXPECT_THAT(sessions.ended, IsEmpty());
}

TEST_P(EditAccount, with_a_password_ends_the_sessions_and_asks_for_a_new_one_at_the_next_sign_in) {
  const auto invigilator = found(admin, cast.here.invigilator.account).value();
  ASSERT_FALSE(invigilator.must_change_password);
  auto change = edit_of(invigilator);
  change.password_hash = "the new hash";
  ASSERT_TRUE(edit_as(officer, invigilator.id, change));
  EXPECT_EQ(hash_of(invigilator.id), "the new hash");
  EXPECT_TRUE(found(admin, invigilator.id).value().must_change_password);
  EXPECT_THAT(sessions.ended, ElementsAre(invigilator.id));
  EXPECT_THAT(latest_audit(audit::action::account_password_set), Not(HasSubstr("hash")));
}

TEST_P(EditAccount, with_another_role_ends_the_sessions) {
  auto change = edit_of_sian();
  change.person.role = "eo";
  ASSERT_TRUE(edit_as(officer, sian().id, change));
  EXPECT_EQ(sian_now().role, access::Role::exams_officer);
  EXPECT_THAT(sessions.ended, ElementsAre(sian().id));
}

TEST_P(EditAccount, of_an_email_is_the_Centre_Admins) {
  auto change = edit_of_sian();
  change.person.email = "Sian.Jones@School.example";
  EXPECT_EQ(refused(officer, sian().id, change).kind, Kind::forbidden);
  EXPECT_EQ(sian_now().email, "sian@school.example");
  ASSERT_TRUE(edit_as(admin, sian().id, change));
  EXPECT_EQ(sian_now().email, "Sian.Jones@School.example");
}

TEST_P(EditAccount, of_an_emails_letter_case_alone_is_a_change_of_email_too) {
  auto change = edit_of_sian();
  change.person.email = "SIAN@school.example";
  EXPECT_EQ(refused(officer, sian().id, change).kind, Kind::forbidden);
  EXPECT_TRUE(edit_as(admin, sian().id, change));
}

TEST_P(EditAccount, of_ones_own_email_is_refused_to_a_Centre_Admin_too) {
  auto change = edit_of(found(admin, admin.account).value());
  change.person.email = "new@here.example";
  EXPECT_EQ(refused(admin, admin.account, change).kind, Kind::forbidden);
}

TEST_P(EditAccount, of_ones_own_names_is_fine) {
  auto change = edit_of(found(admin, admin.account).value());
  change.person.last_name = "Married";
  EXPECT_TRUE(edit_as(admin, admin.account, change));
}

TEST_P(EditAccount, of_ones_own_role_is_refused) {
  auto change = edit_of(found(officer, officer.account).value());
  change.person.role = "INV";
  EXPECT_EQ(refused(officer, officer.account, change).kind, Kind::forbidden);
}

TEST_P(EditAccount, of_ones_own_password_is_refused_because_the_current_one_is_not_asked_for) {
  auto change = edit_of(found(officer, officer.account).value());
  change.password_hash = "the new hash";
  const auto refusal = refused(officer, officer.account, change);
  EXPECT_EQ(refusal.kind, Kind::bad_input);
  EXPECT_EQ(refusal.fields.front().field, "password");
}

TEST_P(EditAccount, of_a_Centre_Admin_is_refused_to_an_EO) {
  auto change = edit_of(found(admin, admin.account).value());
  EXPECT_EQ(refused(officer, admin.account, change).kind, Kind::forbidden);
  change.password_hash = "taken over";
  EXPECT_EQ(refused(officer, admin.account, change).kind, Kind::forbidden);
}

TEST_P(EditAccount, never_takes_the_role_of_a_Centre_Admin) {
  change("UPDATE account SET centre_admin = 1 WHERE email = 'officer@here.example'");
  auto demotion = edit_of(found(admin, officer.account).value());
  demotion.person.role = "INV";
  EXPECT_EQ(refused(admin, officer.account, demotion).kind, Kind::forbidden);
}

TEST_P(EditAccount, of_another_centres_account_finds_nothing) {
  const auto other = found(cast.there.admin, cast.there.invigilator.account).value();
  EXPECT_EQ(refused(admin, other.id, edit_of(other)).kind, Kind::not_found);
}

TEST_P(EditAccount, is_refused_to_those_who_manage_no_users) {
  EXPECT_EQ(refused(cast.here.leader, sian().id, edit_of_sian()).kind, Kind::forbidden);
  EXPECT_EQ(refused(cast.here.invigilator, sian().id, edit_of_sian()).kind, Kind::forbidden);
}

TEST_P(EditAccount, to_an_email_that_is_taken_is_refused_telling_whose_only_within_the_centre) {
  auto change = edit_of_sian();
  change.person.email = "LEADER@here.example";
  EXPECT_THAT(refused(admin, sian().id, change).fields.front().message, HasSubstr("Lena Leader"));
  change.person.email = "leader@there.example";
  const auto elsewhere = refused(admin, sian().id, change);
  EXPECT_EQ(elsewhere.kind, Kind::bad_input);
  EXPECT_THAT(elsewhere.fields.front().message, HasSubstr("already registered with the Hub"));
}

TEST_P(EditAccount, from_a_form_that_is_out_of_date_is_a_conflict_and_changes_nothing) {
  auto first = edit_of_sian();
  auto second = edit_of_sian();
  first.person.last_name = "Davies";
  second.person.last_name = "Evans";
  ASSERT_TRUE(edit_as(officer, sian().id, first));
  EXPECT_EQ(refused(admin, sian().id, second).kind, Kind::conflict);
  EXPECT_EQ(sian_now().last_name, "Davies");
}

TEST_P(EditAccount, from_a_form_made_before_an_email_change_is_a_conflict_not_a_refusal_of_power) {
  const auto stale = edit_of_sian();
  auto new_email = edit_of_sian();
  new_email.person.email = "sj@school.example";
  ASSERT_TRUE(edit_as(admin, sian().id, new_email));
  EXPECT_EQ(refused(officer, sian().id, stale).kind, Kind::conflict);
}

TEST_P(EditAccount, by_many_at_once_lets_one_of_them_through) {
  const auto form = edit_of_sian();
  std::atomic<int> through = 0;
  std::atomic<int> conflicts = 0;
  {
    std::vector<std::jthread> officers;
    for (int i = 0; i < 6; ++i) {
      officers.emplace_back([&, i] {
        auto change = form;
        change.person.last_name = fmt::format("Name{}", i);
        const auto result = edit_as(officer, sian().id, change);
        if (result) ++through;
        if (!result && result.error().kind == Kind::conflict) ++conflicts;
      });
    }
  }
  EXPECT_EQ(through, 1);
  EXPECT_EQ(conflicts, 5);
}

class RemoveAccount : public OnAccounts {
 public:
  base::Refusal refused(const access::Actor& actor, access::AccountId id) {
    auto result = remove_as(actor, id);
    EXPECT_FALSE(result);
    return result ? base::Refusal{} : result.error();
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, RemoveAccount, test::both_databases(), test::database_name);

TEST_P(RemoveAccount, takes_the_person_out_of_the_database_and_keeps_that_it_happened) {
  const auto id = added(officer, new_account("Siân", "Jones", "sian@school.example"));
  ASSERT_TRUE(remove_as(admin, id));
  EXPECT_FALSE(found(admin, id));
  EXPECT_THAT(rows("SELECT id FROM account WHERE email_key = 'sian@school.example'"), IsEmpty());
  const auto event =
      rows("SELECT subject_name, actor_name FROM audit_event WHERE action = 'account.deleted'").front();
  EXPECT_EQ(event.text(0), "Siân Jones");
  EXPECT_EQ(event.text(1), admin.name);
}

TEST_P(RemoveAccount, ends_the_persons_sessions_with_it) {
  const auto id = cast.here.invigilator.account;
  database().write([&](db::Connection& c) {
    c.exec(
        "INSERT INTO session (token_hash, account_id, csrf, created_at, last_seen_at, browser) "
        "VALUES ('h', ?, 'c', 1, 1, 'b')",
        id);
  });
  ASSERT_TRUE(remove_as(admin, id));
  EXPECT_THAT(rows("SELECT token_hash FROM session"), IsEmpty());
}

TEST_P(RemoveAccount, leaves_the_email_free_for_another) {
  const auto account = new_account("Siân", "Jones", "sian@school.example");
  ASSERT_TRUE(remove_as(admin, added(officer, account)));
  EXPECT_TRUE(add_as(officer, account));
}

TEST_P(RemoveAccount, is_refused_to_everybody_but_a_Centre_Admin) {
  for (const auto& actor : {officer, cast.here.leader, cast.here.invigilator}) {
    const auto someone = added(officer, new_account("A", "B", fmt::format("{}@x.example", actor.name)));
    EXPECT_EQ(refused(actor, someone).kind, Kind::forbidden);
    EXPECT_TRUE(found(admin, someone));
  }
}

TEST_P(RemoveAccount, of_oneself_is_refused) {
  EXPECT_EQ(refused(admin, admin.account).kind, Kind::forbidden);
}

TEST_P(RemoveAccount, of_another_centres_account_finds_nothing) {
  EXPECT_EQ(refused(admin, cast.there.invigilator.account).kind, Kind::not_found);
  EXPECT_TRUE(found(cast.there.admin, cast.there.invigilator.account));
}

TEST_P(RemoveAccount, of_another_Centre_Admin_is_possible) {
  change("UPDATE account SET centre_admin = 1 WHERE email = 'officer@here.example'");
  EXPECT_TRUE(remove_as(admin, officer.account));
}

TEST_P(RemoveAccount, of_each_other_by_two_Centre_Admins_at_once_leaves_one) {
  change("UPDATE account SET centre_admin = 1 WHERE email = 'officer@here.example'");
  auto other = officer;
  other.centre_admin = true;
  std::atomic<int> done = 0;
  {
    std::jthread one([&] { done += remove_as(admin, other.account) ? 1 : 0; });
    std::jthread two([&] { done += remove_as(other, admin.account) ? 1 : 0; });
  }
  EXPECT_EQ(done, 1);
  EXPECT_EQ(rows("SELECT COUNT(*) FROM account WHERE centre_admin = 1 AND centre_id IN "
                 "(SELECT id FROM centre WHERE number = '10001')")
                .front()
                .integer(0),
            1);
}

}  // namespace
}  // namespace accounts
