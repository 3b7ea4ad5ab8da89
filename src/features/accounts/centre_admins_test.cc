#include "features/accounts/centre_admins.h"

#include <gmock/gmock.h>

#include "features/accounts/account_store_fixture.h"
#include "features/accounts/centre_people.h"
#include "features/audit/actions.h"

namespace accounts {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Kind = base::Refusal::Kind;

class CentreAdmins : public OnAccounts {
 public:
  template <class F>
  auto write(F&& f) {
    return database().write([&](db::Connection& c) { return f(c); });
  }
  std::vector<std::string> emails(const access::Actor& by, access::CentreId centre) {
    std::vector<std::string> all;
    for (const auto& found :
         database().read([&](db::Connection& c) { return centre_admins(c, by, centre); })) {
      all.push_back(found.email);
    }
    return all;
  }
  std::vector<std::string> emails() { return emails(hub, here); }
  base::Result<access::AccountId> appoint_as(const access::Actor& by, std::string_view email) {
    return write([&](db::Connection& c) { return appoint(c, by, here, email); });
  }
  base::Result<access::AccountId> add_new(std::string_view email) {
    return write([&](db::Connection& c) {
      return add_centre_admin(c, hub, here, {typed("Nia", "New", email, "EO"), "hash of hers"});
    });
  }
  base::Result<void> edit_admin(const access::Actor& by, access::AccountId id,
                                const CentreAdminEdit& change) {
    return write([&](db::Connection& c) { return edit_centre_admin(c, by, here, id, change, sessions); });
  }
  base::Result<void> withdraw_as(const access::Actor& by, access::AccountId id) {
    return write([&](db::Connection& c) { return withdraw_centre_admin(c, by, here, id, sessions); });
  }

  const access::Actor& hub = cast.hub_operator;
  access::CentreId here = cast.here.admin.centre;
};
INSTANTIATE_TEST_SUITE_P(Databases, CentreAdmins, test::both_databases(), test::database_name);

TEST_P(CentreAdmins, are_seen_by_a_Hub_operator_centre_by_centre_and_by_nobody_else) {
  EXPECT_THAT(emails(), ElementsAre("admin@here.example"));
  EXPECT_THAT(emails(hub, cast.there.admin.centre), ElementsAre("admin@there.example"));
  for (const auto& actor :
       {cast.here.admin, cast.there.admin, officer, cast.here.leader, cast.here.invigilator}) {
    EXPECT_THAT(emails(actor, here), IsEmpty()) << actor.name;
  }
}

TEST_P(CentreAdmins, are_appointed_among_the_centres_exams_officers) {
  ASSERT_EQ(appoint_as(hub, "Officer@Here.example").value(), officer.account);
  EXPECT_THAT(emails(), ElementsAre("admin@here.example", "officer@here.example"));
  EXPECT_THAT(latest_audit(audit::action::centre_admin_appointed), HasSubstr("officer@here.example"));
}

TEST_P(CentreAdmins, are_not_appointed_among_other_roles_other_centres_or_people_unknown) {
  for (const char* email : {"leader@here.example", "invigilator@here.example", "officer@there.example",
                            "nobody@here.example", ""}) {
    const auto refused = appoint_as(hub, email);
    ASSERT_FALSE(refused) << email;
    EXPECT_EQ(refused.error().fields.front().field, "email") << email;
  }
  EXPECT_THAT(emails(), ElementsAre("admin@here.example"));
}

TEST_P(CentreAdmins, are_appointed_by_no_centres_own_people) {
  for (const auto& actor : {cast.here.admin, officer, cast.there.admin}) {
    EXPECT_EQ(appoint_as(actor, "officer@here.example").error().kind, Kind::not_found) << actor.name;
  }
}

TEST_P(CentreAdmins, are_added_new_and_choose_a_password_at_their_first_sign_in) {
  const auto id = add_new("nia@here.example").value();
  const auto row =
      rows("SELECT role, centre_admin, must_change_password, declaration_version FROM account WHERE id = " +
           std::to_string(std::to_underlying(id)))
          .at(0);
  EXPECT_EQ(row.text(0), "EO");
  EXPECT_EQ(row.integer(1), 1);
  EXPECT_EQ(row.integer(2), 1);
  EXPECT_TRUE(row.is_null(3));
  EXPECT_THAT(emails(), ElementsAre("admin@here.example", "nia@here.example"));
}

TEST_P(CentreAdmins, are_not_added_with_an_email_that_is_taken) {
  EXPECT_THAT(add_new("Leader@here.example").error().fields.front().message,
              HasSubstr("Somebody of this centre"));
  EXPECT_THAT(add_new("leader@there.example").error().fields.front().message,
              HasSubstr("already registered"));
}

TEST_P(CentreAdmins, get_another_email_and_are_signed_out) {
  ASSERT_TRUE(edit_admin(hub, admin.account, {"head@here.example", std::nullopt, 1}));
  EXPECT_THAT(emails(), ElementsAre("head@here.example"));
  EXPECT_THAT(sessions.ended, ElementsAre(admin.account));
  EXPECT_THAT(names(admin, {.search = "head@"}), ElementsAre("Asha Admin"));
  EXPECT_THAT(latest_audit(audit::action::centre_admin_changed),
              AllOf(HasSubstr("admin@here.example"), HasSubstr("head@here.example")));
}

TEST_P(CentreAdmins, get_a_new_password_of_which_the_audit_keeps_only_that_it_was_set) {
  ASSERT_TRUE(edit_admin(hub, admin.account, {"admin@here.example", "new hash", 1}));
  const auto row =
      rows("SELECT password_hash, must_change_password FROM account WHERE email = 'admin@here.example'");
  EXPECT_EQ(row.at(0).text(0), "new hash");
  EXPECT_EQ(row.at(0).integer(1), 1);
  EXPECT_THAT(latest_audit(audit::action::centre_admin_changed), ::testing::Not(HasSubstr("new hash")));
}

TEST_P(CentreAdmins, stay_as_they_are_where_nothing_is_changed) {
  ASSERT_TRUE(edit_admin(hub, admin.account, {"admin@here.example", std::nullopt, 1}));
  EXPECT_THAT(sessions.ended, IsEmpty());
  EXPECT_EQ(latest_audit(audit::action::centre_admin_changed), "");
}

TEST_P(CentreAdmins, are_not_changed_from_a_stale_form_nor_to_a_taken_email) {
  EXPECT_EQ(edit_admin(hub, admin.account, {"head@here.example", std::nullopt, 7}).error().kind,
            Kind::conflict);
  EXPECT_EQ(edit_admin(hub, admin.account, {"officer@there.example", std::nullopt, 1}).error().kind,
            Kind::bad_input);
  EXPECT_THAT(emails(), ElementsAre("admin@here.example"));
}

TEST_P(CentreAdmins, are_not_changed_through_another_centre_nor_is_anybody_who_is_none) {
  const CentreAdminEdit change{"head@here.example", std::nullopt, 1};
  EXPECT_EQ(edit_admin(hub, officer.account, change).error().kind, Kind::not_found);
  EXPECT_EQ(edit_admin(hub, cast.there.admin.account, change).error().kind, Kind::not_found);
  EXPECT_EQ(edit_admin(admin, admin.account, change).error().kind, Kind::not_found);
}

TEST_P(CentreAdmins, become_exams_officers_again_while_another_is_left) {
  ASSERT_TRUE(appoint_as(hub, "officer@here.example"));
  ASSERT_TRUE(withdraw_as(hub, admin.account));
  EXPECT_THAT(emails(), ElementsAre("officer@here.example"));
  EXPECT_THAT(sessions.ended, ElementsAre(admin.account));
}

TEST_P(CentreAdmins, are_never_none) {
  const auto refused = withdraw_as(hub, admin.account);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, Kind::conflict);
  EXPECT_THAT(emails(), ElementsAre("admin@here.example"));
  EXPECT_EQ(withdraw_as(admin, admin.account).error().kind, Kind::not_found);
}

TEST_P(CentreAdmins, count_their_people_for_a_Hub_operator_alone) {
  change("UPDATE account SET last_signed_in_at = created_at WHERE email = 'leader@here.example'");
  change("UPDATE account SET last_signed_in_at = 1000 WHERE email = 'officer@here.example'");
  const access::CentreId both[] = {cast.there.admin.centre, here};
  const auto counted = database().read([&](db::Connection& c) { return people_of(c, hub, both); });
  ASSERT_EQ(counted.size(), 2);
  EXPECT_EQ(counted[1].total(), 4);
  EXPECT_EQ(counted[1].exams_officers, 2);
  EXPECT_EQ(counted[1].active, 1);
  EXPECT_GT(counted[1].last_signed_in_at, base::from_millis(1000));
  EXPECT_FALSE(counted[0].last_signed_in_at);
  const auto nothing = database().read([&](db::Connection& c) { return people_of(c, admin, both); });
  EXPECT_EQ(nothing[1].total(), 0);
}

}  // namespace
}  // namespace accounts
