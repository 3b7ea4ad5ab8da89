// A person's account in a centre, and the rules of its fields: no SQL, no HTTP, no clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "access/rules.h"
#include "base/instant.h"
#include "base/refusal.h"

namespace accounts {

struct Account {
  access::AccountId id;
  access::Role role;
  bool centre_admin = false;
  std::string first_name;
  std::string last_name;
  std::string email;
  bool must_change_password = false;
  base::Instant created_at;
  std::optional<base::Instant> last_signed_in_at;
  std::int64_t version = 1;  // goes up with every change: what an edit form carries

  std::string full_name() const { return first_name + " " + last_name; }
  access::Subject subject() const { return {id, role, centre_admin}; }
};

// The fields as somebody typed or uploaded them, white space at the ends already off (typed() below does it).
struct PersonFields {
  std::string first_name;
  std::string last_name;
  std::string email;
  std::string role;  // a code
};
PersonFields typed(std::string_view first_name, std::string_view last_name, std::string_view email,
                   std::string_view role);

inline constexpr std::size_t max_name_characters = 100;
inline constexpr std::size_t max_email_characters = 254;

// What is wrong, beside the fields first_name, last_name, email, role; empty when nothing is. `may_give` are
// the roles that the actor may hand out. Never alters what was typed. Uniqueness of the email is the store's
// to tell.
std::vector<base::FieldError> check(const PersonFields&, const std::vector<access::Role>& may_give);

// Under which an email is unique in the whole Hub.
std::string email_key(std::string_view email);

// What an account is sorted by (last name, then first) and found by (names and email), as the account table
// keeps them.
std::string sort_key(std::string_view first_name, std::string_view last_name);
std::string search_key(std::string_view first_name, std::string_view last_name, std::string_view email);

}  // namespace accounts
