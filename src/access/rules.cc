#include "access/rules.h"

inline namespace hub {
namespace access {
namespace {

bool officer(const Actor& actor) {
  return actor.role == Role::exams_officer;
}
bool admin(const Actor& actor) {
  return officer(actor) && actor.centre_admin;
}
bool own(const Actor& actor, const Subject& subject) {
  return actor.account == subject.account;
}

}  // namespace

bool runs_hub(const Actor& actor) {
  return actor.role == Role::hub_operator;
}

bool manages_users(const Actor& actor) {
  return officer(actor);
}

bool may_edit(const Actor& actor, const Subject& subject) {
  if (subject.role == Role::hub_operator) return false;
  return admin(actor) || (officer(actor) && !subject.centre_admin);
}

bool may_change_email(const Actor& actor, const Subject& subject) {
  if (own(actor, subject)) return false;
  if (actor.role == Role::hub_operator) return subject.centre_admin;
  return admin(actor) && may_edit(actor, subject);
}

bool may_change_role(const Actor& actor, const Subject& subject) {
  return may_edit(actor, subject) && !own(actor, subject) && !subject.centre_admin;
}

bool may_delete(const Actor& actor, const Subject& subject) {
  return admin(actor) && !own(actor, subject) && subject.role != Role::hub_operator;
}

bool may_choose_assessments(const Actor& actor, const Subject& subject) {
  return admin(actor) && subject.role == Role::invigilator;
}

bool may_extend_time(const Actor& actor, const Subject& subject) {
  return officer(actor) && subject.role != Role::hub_operator;
}

bool may_read_audit(const Actor& actor) {
  return admin(actor);
}

bool may_read_resources(const Actor& actor) {
  return officer(actor) || actor.role == Role::senior_leader;
}

std::vector<Role> roles_to_give(const Actor& actor) {
  if (!officer(actor)) return {};
  return {Role::exams_officer, Role::senior_leader, Role::invigilator};
}

}  // namespace access
}  // namespace hub
