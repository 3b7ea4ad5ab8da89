#include "features/accounts/account.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/characters.h"
#include "base/text.h"

namespace accounts {
namespace {

using Problem = std::optional<std::string>;

using Text = std::u32string_view;

Problem name_problem(std::string_view name, std::string_view which) {
  if (name.empty()) return fmt::format("Enter a {}.", which);
  if (const auto length = base::characters(name); length > max_name_characters) {
    return fmt::format("Use at most {} characters for the {}; this has {}.", max_name_characters, which,
                       length);
  }
  if (auto problem = base::line_problem(name, which)) return problem;
  if (name.find('?') == name.npos) return std::nullopt;
  return fmt::format(
      "\u201C{}\u201D lost letters when it was saved: \u201C?\u201D stands in their place. Type the {} "
      "again; save "
      "a spreadsheet as .xlsx, or as CSV UTF-8.",
      name, which);
}

// Of those before the @; ASCII ones are those of RFC 5321, but for ? in place of a lost letter.
bool may_be_local(char32_t c) {
  return base::is_letter(c) || c == '.' || std::u32string_view(U"!#$%&'*+/=^_`{|}~-").find(c) != Text::npos;
}

bool may_be_in_domain(char32_t c) {
  return base::is_letter(c) || c == '.' || c == '-';
}

std::vector<Text> between_dots(Text text) {
  std::vector<Text> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('.', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

bool is_label(Text label) {
  constexpr std::size_t longest = 63;
  return !label.empty() && label.size() <= longest && label.front() != '-' && label.back() != '-';
}

bool is_domain(Text domain) {
  const auto labels = between_dots(domain);
  const Text top = labels.back();
  const auto digit = [](char32_t c) { return c >= '0' && c <= '9'; };
  return labels.size() > 1 && std::ranges::all_of(labels, is_label) && top.size() > 1 &&
         (top.starts_with(U"xn--") || std::ranges::none_of(top, digit));
}

bool is_quotation_mark(char32_t c) {
  return c == '\'' || c == '`';
}

// A Cyrillic а among Latin letters: whoever types the address as it looks types another one.
const char32_t* foreign_letter(Text part) {
  if (std::ranges::none_of(part, base::is_latin)) return nullptr;
  const auto* found = std::ranges::find_if(part, base::looks_latin);
  return found == part.end() ? nullptr : found;
}

Problem email_holds(char32_t odd) {
  return fmt::format("The email holds {}, which no address has. Type it again by hand.", base::shown(odd));
}

Problem email_problem(std::string_view email) {
  if (email.empty()) return "Enter an email address.";
  if (const auto length = base::characters(email); length > max_email_characters) {
    return fmt::format("Use at most {} characters for the email; this has {}.", max_email_characters, length);
  }
  const auto all = base::decoded(email);
  const Problem wrong_form =
      fmt::format("\u201C{}\u201D is not an email address. It needs the form name@school.example.", email);
  const auto at = all.find(U'@');
  const Text local = Text(all).substr(0, at);
  const Text domain = at == all.npos ? Text() : Text(all).substr(at + 1);
  // What a keyboard types stands for itself in the sentence that quotes the whole of it.
  const auto odd = [](char32_t c) { return !may_be_local(c) && c != '@' && (c < ' ' || c >= 0x7F); };
  if (const auto found = std::ranges::find_if(all, odd); found != all.end()) return email_holds(*found);
  if (at == all.npos || domain.find(U'@') != domain.npos) return wrong_form;
  if (!local.empty() && (is_quotation_mark(local.front()) || is_quotation_mark(local.back())))
    return fmt::format("The email {} is in quotation marks. Leave them out.", email);
  if (!std::ranges::all_of(local, may_be_local) || std::ranges::any_of(between_dots(local), &Text::empty))
    return wrong_form;
  if (const auto found = std::ranges::find_if_not(domain, may_be_in_domain); found != domain.end())
    return fmt::format(
        "\u201C{}\u201D is not an email address: it cannot hold {} behind the @. It needs the form "
        "name@school.example.",
        email, base::shown(*found));
  if (!is_domain(domain)) return wrong_form;
  for (const Text whole : {local, domain}) {
    for (const Text part : between_dots(whole)) {
      if (const auto* found = foreign_letter(part)) return email_holds(*found);
    }
  }
  return std::nullopt;
}

Problem role_problem(std::string_view typed, const std::vector<access::Role>& may_give) {
  if (base::trimmed(typed).empty()) return "Choose a role: EO, SLT or INV.";
  const auto role = access::centre_role_from(typed);
  if (!role) {
    const bool showable =
        !base::line_problem(typed, "role") && base::characters(typed) <= max_name_characters;
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
  note("first_name", name_problem(person.first_name, "first name"));
  note("last_name", name_problem(person.last_name, "last name"));
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
