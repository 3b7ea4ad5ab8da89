#include "features/accounts/account.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace accounts {
namespace {

using Problem = std::optional<std::string>;

// Turns the writing direction of what follows: a name could show as another one.
bool turns_direction(std::string_view text) {
  constexpr std::array marks{"\u202A", "\u202B", "\u202C", "\u202D", "\u202E",
                             "\u2066", "\u2067", "\u2068", "\u2069"};
  return std::ranges::any_of(marks, [&](std::string_view mark) { return text.find(mark) != text.npos; });
}

bool on_one_line(std::string_view text) {
  return base::valid_utf8(text) && text.find_first_of("\t\r\n") == text.npos && !turns_direction(text);
}

Problem name_problem(std::string_view name, std::string_view which) {
  if (name.empty()) return fmt::format("Enter a {} name.", which);
  if (!on_one_line(name)) {
    return fmt::format("The {} name holds a line break or a hidden character. Type it again by hand.", which);
  }
  if (const auto length = base::characters(name); length > max_name_characters) {
    return fmt::format("Use at most {} characters for the {} name; this has {}.", max_name_characters, which,
                       length);
  }
  return std::nullopt;
}

bool has_unicode_space(std::string_view text) {
  constexpr std::array spaces{"\u00A0", "\u1680", "\u2028", "\u2029", "\u202F",
                              "\u205F", "\u3000", "\u200B", "\uFEFF"};
  return std::ranges::any_of(spaces, [&](std::string_view space) { return text.find(space) != text.npos; });
}

bool is_domain(std::string_view domain) {
  const auto last_dot = domain.rfind('.');
  return last_dot != domain.npos && last_dot + 2 < domain.size() && domain.front() != '.' &&
         domain.find("..") == domain.npos;
}

bool is_email(std::string_view email) {
  const auto at = email.find('@');
  return at != email.npos && at > 0 && email.find('@', at + 1) == email.npos &&
         email.find_first_of(" ,;:<>()[]\"\\") == email.npos && !has_unicode_space(email) &&
         is_domain(email.substr(at + 1));
}

Problem email_problem(std::string_view email) {
  if (email.empty()) return "Enter an email address.";
  if (!on_one_line(email))
    return "The email holds a line break or a hidden character. Type it again by hand.";
  if (const auto length = base::characters(email); length > max_email_characters) {
    return fmt::format("Use at most {} characters for the email; this has {}.", max_email_characters, length);
  }
  if (!is_email(email)) {
    return fmt::format("\u201C{}\u201D is not an email address. It needs the form name@school.example.",
                       email);
  }
  return std::nullopt;
}

Problem role_problem(std::string_view typed, const std::vector<access::Role>& may_give) {
  if (base::trimmed(typed).empty()) return "Choose a role: EO, SLT or INV.";
  const auto role = access::centre_role_from(typed);
  if (!role) {
    const bool showable = on_one_line(typed) && base::characters(typed) <= max_name_characters;
    if (!showable) return "This is not a role. Use EO, SLT or INV.";
    return fmt::format("\u201C{}\u201D is not a role. Use EO, SLT or INV.", typed);
  }
  if (std::ranges::find(may_give, *role) == may_give.end()) {
    return fmt::format("You cannot give the role {}.", access::code(*role));
  }
  return std::nullopt;
}

}  // namespace

PersonFields typed(std::string_view first_name, std::string_view last_name, std::string_view email,
                   std::string_view role) {
  return {base::trimmed(first_name), base::trimmed(last_name), base::trimmed(email), base::trimmed(role)};
}

std::vector<base::FieldError> check(const PersonFields& person, const std::vector<access::Role>& may_give) {
  std::vector<base::FieldError> errors;
  const auto note = [&](const char* field, Problem problem) {
    if (problem) errors.push_back({field, std::move(*problem)});
  };
  note("first_name", name_problem(person.first_name, "first"));
  note("last_name", name_problem(person.last_name, "last"));
  note("email", email_problem(person.email));
  note("role", role_problem(person.role, may_give));
  return errors;
}

std::string email_key(std::string_view email) {
  return base::folded(email);
}

std::string sort_key(std::string_view first_name, std::string_view last_name) {
  return base::collation_key(fmt::format("{}, {}", last_name, first_name));
}

std::string search_key(std::string_view first_name, std::string_view last_name, std::string_view email) {
  return base::search_key(fmt::format("{} {} {}", first_name, last_name, email));
}

}  // namespace accounts
