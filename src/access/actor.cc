#include "access/actor.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/text.h"

inline namespace hub {
namespace access {
namespace {

struct RoleWords {
  Role role;
  std::string_view code;
  std::string_view title;
};

constexpr std::array all_roles{
    RoleWords{Role::exams_officer, "EO", "Exams officer / assistant"},
    RoleWords{Role::senior_leader, "SLT", "Senior leader"},
    RoleWords{Role::invigilator, "INV", "Invigilator"},
    RoleWords{Role::hub_operator, "OPERATOR", "Hub operator"},
};

const RoleWords& words(Role role) {
  return all_roles.at(static_cast<std::size_t>(role));
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::optional<Role> role_of(std::string_view code) {
  const auto found = std::ranges::find(all_roles, code, &RoleWords::code);
  return found == all_roles.end() ? std::nullopt : std::optional(found->role);
}

}  // namespace

std::string_view code(Role role) {
  return words(role).code;
}

std::string_view title(Role role, bool centre_admin) {
  return centre_admin ? "Centre Admin" : words(role).title;
}

std::optional<Role> centre_role_from(std::string_view typed) {
  std::string code = base::trimmed(typed);
  std::ranges::transform(code, code.begin(), upper);
  const auto role = role_of(code);
  return role == Role::hub_operator ? std::nullopt : role;
}

Role stored_role(std::string_view code) {
  if (const auto role = role_of(code)) return *role;
  throw std::logic_error("a role in the database that is none of the four");
}

}  // namespace access
}  // namespace hub
