// The roles table of ARCHITECTURE.md, cell by cell: a row for each power, a column for each actor, and for
// the powers over somebody, whom.
#include "access/rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace access {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr AccountId actors_own{1};
constexpr AccountId somebody_elses{2};

Actor actor(Role role, bool centre_admin = false) {
  return {.account = actors_own,
          .centre = role == Role::hub_operator ? CentreId{0} : CentreId{7},
          .role = role,
          .centre_admin = centre_admin,
          .name = "Ann Actor",
          .centre_name = "Demo Hill School",
          .centre_number = "10001"};
}

const Actor hub_operator = actor(Role::hub_operator);
const Actor centre_admin = actor(Role::exams_officer, true);
const Actor officer = actor(Role::exams_officer);
const Actor leader = actor(Role::senior_leader);
const Actor invigilator = actor(Role::invigilator);

// ---- Powers that are not over somebody.

struct Power {
  std::string name;
  bool (*may)(const Actor&);
  bool operator_may, admin_may, officer_may, leader_may, invigilator_may;
};
void PrintTo(const Power& power, std::ostream* out) {
  *out << power.name;
}

class PowerOf : public ::testing::TestWithParam<Power> {};

TEST_P(PowerOf, each_role_is_as_in_the_table) {
  const auto& power = GetParam();
  EXPECT_EQ(power.may(hub_operator), power.operator_may) << "Hub operator";
  EXPECT_EQ(power.may(centre_admin), power.admin_may) << "Centre Admin";
  EXPECT_EQ(power.may(officer), power.officer_may) << "EO";
  EXPECT_EQ(power.may(leader), power.leader_may) << "SLT";
  EXPECT_EQ(power.may(invigilator), power.invigilator_may) << "INV";
}

constexpr bool yes = true;
constexpr bool no = false;

INSTANTIATE_TEST_SUITE_P(RolesTable, PowerOf,
                         ::testing::Values(  //    op  admin EO  SLT INV
                             Power{"list_add_upload_users_and_see_progress", manages_users, no, yes, yes, no,
                                   no},
                             Power{"read_the_audit", may_read_audit, no, yes, no, no, no},
                             Power{"read_resource_documents", may_read_resources, no, yes, yes, yes, no}),
                         [](const auto& row) { return row.param.name; });

// ---- Powers over somebody's account.

struct Whom {
  std::string name;
  Subject subject;
};

// Somebody else of the centre, of each kind.
const Whom a_centre_admin{"a Centre Admin", {somebody_elses, Role::exams_officer, true}};
const Whom an_officer{"an EO", {somebody_elses, Role::exams_officer}};
const Whom a_leader{"an SLT", {somebody_elses, Role::senior_leader}};
const Whom an_invigilator{"an INV", {somebody_elses, Role::invigilator}};

struct PowerOver {
  std::string name;
  bool (*may)(const Actor&, const Subject&);
  Whom whom;
  bool operator_may, admin_may, officer_may, leader_may, invigilator_may;
};
void PrintTo(const PowerOver& power, std::ostream* out) {
  *out << power.name << " of " << power.whom.name;
}

class PowerOverSomebody : public ::testing::TestWithParam<PowerOver> {};

TEST_P(PowerOverSomebody, each_role_is_as_in_the_table) {
  const auto& power = GetParam();
  const auto& subject = power.whom.subject;
  EXPECT_EQ(power.may(hub_operator, subject), power.operator_may) << "Hub operator";
  EXPECT_EQ(power.may(centre_admin, subject), power.admin_may) << "Centre Admin";
  EXPECT_EQ(power.may(officer, subject), power.officer_may) << "EO";
  EXPECT_EQ(power.may(leader, subject), power.leader_may) << "SLT";
  EXPECT_EQ(power.may(invigilator, subject), power.invigilator_may) << "INV";
}

std::string name_of(const ::testing::TestParamInfo<PowerOver>& row) {
  std::string name = row.param.name + " of " + row.param.whom.name;
  std::ranges::replace(name, ' ', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(  //                                                             op  admin EO  SLT
                           //                                                             INV
    RolesTable, PowerOverSomebody,
    ::testing::Values(
        PowerOver{"edit the details", may_edit, a_centre_admin, no, yes, no, no, no},
        PowerOver{"edit the details", may_edit, an_officer, no, yes, yes, no, no},
        PowerOver{"edit the details", may_edit, a_leader, no, yes, yes, no, no},
        PowerOver{"edit the details", may_edit, an_invigilator, no, yes, yes, no, no},
        PowerOver{"change the role", may_change_role, a_centre_admin, no, no, no, no, no},
        PowerOver{"change the role", may_change_role, an_officer, no, yes, yes, no, no},
        PowerOver{"change the role", may_change_role, a_leader, no, yes, yes, no, no},
        PowerOver{"change the role", may_change_role, an_invigilator, no, yes, yes, no, no},
        PowerOver{"change the email", may_change_email, a_centre_admin, yes, yes, no, no, no},
        PowerOver{"change the email", may_change_email, an_officer, no, yes, no, no, no},
        PowerOver{"change the email", may_change_email, a_leader, no, yes, no, no, no},
        PowerOver{"change the email", may_change_email, an_invigilator, no, yes, no, no, no},
        PowerOver{"delete the account", may_delete, a_centre_admin, no, yes, no, no, no},
        PowerOver{"delete the account", may_delete, an_officer, no, yes, no, no, no},
        PowerOver{"delete the account", may_delete, a_leader, no, yes, no, no, no},
        PowerOver{"delete the account", may_delete, an_invigilator, no, yes, no, no, no},
        PowerOver{"choose the assessments", may_choose_assessments, a_centre_admin, no, no, no, no, no},
        PowerOver{"choose the assessments", may_choose_assessments, an_officer, no, no, no, no, no},
        PowerOver{"choose the assessments", may_choose_assessments, a_leader, no, no, no, no, no},
        PowerOver{"choose the assessments", may_choose_assessments, an_invigilator, no, yes, no, no, no},
        PowerOver{"extend the time", may_extend_time, a_centre_admin, no, yes, yes, no, no},
        PowerOver{"extend the time", may_extend_time, an_officer, no, yes, yes, no, no},
        PowerOver{"extend the time", may_extend_time, a_leader, no, yes, yes, no, no},
        PowerOver{"extend the time", may_extend_time, an_invigilator, no, yes, yes, no, no}),
    name_of);

// ---- Powers over one's own account.

struct Own {
  std::string name;
  bool (*may)(const Actor&, const Subject&);
  bool admin_may, officer_may, leader_may, invigilator_may;
};
void PrintTo(const Own& power, std::ostream* out) {
  *out << power.name;
}

class PowerOverOneself : public ::testing::TestWithParam<Own> {};

Subject self(const Actor& a) {
  return {a.account, a.role, a.centre_admin};
}

TEST_P(PowerOverOneself, is_as_in_the_table) {
  const auto& power = GetParam();
  EXPECT_FALSE(power.may(hub_operator, self(hub_operator))) << "Hub operator";
  EXPECT_EQ(power.may(centre_admin, self(centre_admin)), power.admin_may) << "Centre Admin";
  EXPECT_EQ(power.may(officer, self(officer)), power.officer_may) << "EO";
  EXPECT_EQ(power.may(leader, self(leader)), power.leader_may) << "SLT";
  EXPECT_EQ(power.may(invigilator, self(invigilator)), power.invigilator_may) << "INV";
}

INSTANTIATE_TEST_SUITE_P(RolesTable, PowerOverOneself,
                         ::testing::Values(Own{"edit_the_details", may_edit, yes, yes, no, no},
                                           Own{"change_the_role", may_change_role, no, no, no, no},
                                           Own{"change_the_email", may_change_email, no, no, no, no},
                                           Own{"delete_the_account", may_delete, no, no, no, no}),
                         [](const auto& row) { return row.param.name; });

// ---- Roles to hand out.

TEST(RolesToGive, are_the_three_of_a_centre_for_an_EO_and_a_Centre_Admin) {
  EXPECT_THAT(roles_to_give(officer),
              ElementsAre(Role::exams_officer, Role::senior_leader, Role::invigilator));
  EXPECT_THAT(roles_to_give(centre_admin),
              ElementsAre(Role::exams_officer, Role::senior_leader, Role::invigilator));
}

TEST(RolesToGive, are_none_for_those_who_manage_no_users) {
  EXPECT_THAT(roles_to_give(leader), IsEmpty());
  EXPECT_THAT(roles_to_give(invigilator), IsEmpty());
  EXPECT_THAT(roles_to_give(hub_operator), IsEmpty());
}

TEST(CentreOwnership, gives_nothing_to_a_role_that_cannot_hold_it) {
  const Actor impossible = actor(Role::invigilator, true);
  EXPECT_FALSE(may_read_audit(impossible));
  EXPECT_FALSE(may_delete(impossible, an_invigilator.subject));
  EXPECT_FALSE(may_edit(impossible, an_invigilator.subject));
}

TEST(HubOperatorAccount, is_beyond_everybody_in_a_centre) {
  const Subject operators{somebody_elses, Role::hub_operator};
  EXPECT_FALSE(may_edit(centre_admin, operators));
  EXPECT_FALSE(may_change_email(centre_admin, operators));
  EXPECT_FALSE(may_change_role(centre_admin, operators));
  EXPECT_FALSE(may_delete(centre_admin, operators));
}

}  // namespace
}  // namespace access
