#include <fmt/format.h>

#include <iostream>

#include "app/commands.h"
#include "app/password_input.h"
#include "features/accounts/founding.h"

namespace app {
namespace {

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
