#include <fmt/format.h>

#include <iostream>

#include "app/commands.h"
#include "features/accounts/founding.h"

namespace app {
namespace {

// The first line.
std::string read_password(std::istream& input) {
  constexpr std::size_t most_bytes = 4'096;
  std::string line;
  for (char c = 0; input.get(c) && c != '\n';) {
    if (line.size() == most_bytes) throw CommandFailed("The password on standard input is too long.");
    line += c;
  }
  if (line.ends_with('\r')) line.pop_back();
  if (line.empty()) {
    throw CommandFailed("Give the password on standard input: echo 'the password' | exams-hub ...");
  }
  return line;
}

accounts::Founder founder(const PersonSettings& person) {
  return {.email = person.email,
          .first_name = person.first_name,
          .last_name = person.last_name,
          .password = read_password(std::cin),
          .must_change_password = person.must_change};
}

// A refusal of the fields, as one sentence for each.
[[noreturn]] void fail(const base::Refusal& refusal) {
  std::string text = refusal.message;
  for (const auto& field : refusal.fields) text += (text.empty() ? "" : "\n") + field.message;
  throw CommandFailed(text);
}

}  // namespace

void add_operator(const Common& common, const PersonSettings& settings) {
  const auto database = open_migrated(common);
  if (const auto added = accounts::add_operator(*database, founder(settings)); !added) fail(added.error());
  if (!common.quiet) fmt::print("{} can sign in as a Hub operator.\n", settings.email);
}

void add_centre(const Common& common, const CentreSettings& settings) {
  const auto database = open_migrated(common);
  const auto added = accounts::add_centre(*database, settings.number, settings.name, founder(settings.admin));
  if (!added) fail(added.error());
  if (!common.quiet) {
    fmt::print("Centre {} {} is added. {} can sign in as its Centre Admin.\n", settings.number, settings.name,
               settings.admin.email);
  }
}

}  // namespace app
