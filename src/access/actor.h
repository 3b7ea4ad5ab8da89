// Who is asking. Made only by the sign-in (or a test); stores take it, so that loading is authorising.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// unistd.h has a function ::access, so the namespace stands in an inline one; it is written access::Actor all
// the same.
inline namespace hub {
namespace access {

enum class AccountId : std::int64_t {};
enum class CentreId : std::int64_t {};

enum class Role { exams_officer, senior_leader, invigilator, hub_operator };

// The code kept in the database and typed in a spreadsheet: EO, SLT, INV, OPERATOR.
std::string_view code(Role);
// What people read: "Exams officer / assistant", "Senior leader", "Invigilator", "Hub operator"; "Centre
// Admin".
std::string_view title(Role, bool centre_admin = false);
// From a code in any letter case, white space around it allowed; nothing for anything else. OPERATOR is not
// for people to type and gives nothing.
std::optional<Role> centre_role_from(std::string_view typed);
// From what the database holds; throws std::logic_error for anything but the four codes.
Role stored_role(std::string_view code);

struct Actor {
  AccountId account;
  CentreId centre;  // CentreId{0} for a Hub operator, which matches no row
  Role role;
  bool centre_admin = false;  // an exams officer who owns the centre's accounts
  std::string name;           // first and last, for the page and the audit
  std::string centre_name;    // empty for an operator
  std::string centre_number;
};

// One person's record, opened to a Hub operator by a named request (features/records/record_request.h),
// which alone makes this, and tests. Stores take it as they take an Actor: what they load is this person's,
// of this centre.
struct RecordScope {
  CentreId centre;
  AccountId person;
};

}  // namespace access
}  // namespace hub
