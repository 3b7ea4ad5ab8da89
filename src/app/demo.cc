#include <fmt/format.h>

#include <cstdio>

#include "app/commands.h"
#include "app/demo_people.h"
#include "app/demo_progress.h"
#include "base/random.h"
#include "features/accounts/account_store.h"
#include "features/accounts/declaration.h"
#include "features/accounts/founding.h"
#include "features/accounts/password.h"
#include "features/assessments/assessment_import.h"
#include "features/assessments/demo_content.h"
#include "features/certificates/certificate_store.h"

namespace app {
namespace {

// Twelve letters and digits nobody confuses, in groups: drawn afresh for each database.
std::string demo_password() {
  std::string drawn;
  while (drawn.size() < 12) {
    for (const char c : base::random_token()) {
      constexpr std::string_view clear = "abcdefghjkmnpqrstuvwxyz23456789";
      if (clear.find(c) != std::string_view::npos && drawn.size() < 12) drawn += c;
    }
  }
  return fmt::format("{}-{}-{}", drawn.substr(0, 4), drawn.substr(4, 4), drawn.substr(8, 4));
}

template <class T>
T made(base::Result<T> result) {
  if (result) return std::move(*result);
  const auto& refusal = result.error();
  throw CommandFailed(refusal.fields.empty() ? refusal.message : refusal.fields.front().message);
}

void refuse_unless_empty(db::Database& database) {
  const auto accounts = database.read([](db::Connection& c) {
    return c.exec("SELECT id FROM account LIMIT 1").size() + c.exec("SELECT id FROM centre LIMIT 1").size();
  });
  if (accounts != 0) {
    throw CommandFailed(
        "The demo fills an empty database, and this one has users already. Nothing was changed.");
  }
}

access::Actor actor_of(db::Database& database, access::CentreId centre, const std::string& name) {
  return database.read([&](db::Connection& c) {
    const auto row = c.exec("SELECT id FROM account WHERE centre_id = ? AND centre_admin = 1", centre).at(0);
    return access::Actor{.account = row.id<access::AccountId>(0),
                         .centre = centre,
                         .role = access::Role::exams_officer,
                         .centre_admin = true,
                         .name = name,
                         .centre_name = {},
                         .centre_number = {}};
  });
}

void print_sign_ins(const std::string& password) {
  fmt::print("The demo's sign-ins, all with the password {}\n\n", password);
  const auto line = [](std::string_view role, std::string_view email) {
    fmt::print("  {:<14} {}\n", role, email);
  };
  line("Centre Admin", "admin@demo.example");
  line("EO", "olivia.officer@demo.example");
  line("SLT", "sam.leader@demo.example");
  line("INV", "ivy.invigilator@demo.example");
  line("Hub operator", "operator@demo.example");
  std::fflush(stdout);
}

}  // namespace

void fill_demo(const Common& common) {
  const auto database = open_migrated(common);
  refuse_unless_empty(*database);
  const auto password = demo_password();
  made(accounts::add_operator(*database, {"operator@demo.example", "Oliver", "Operator", password}));
  const auto centre = made(accounts::add_centre(*database, "99999", "Demonstration School",
                                                {"admin@demo.example", "Alex", "Admin", password}));

  const auto hash = accounts::hash_password(password);
  std::vector<accounts::NewAccount> people;
  for (const auto& person : demo_people()) {
    people.push_back(
        {.person = accounts::typed(person.first_name, person.last_name,
                                   fmt::format("{}@demo.example", person.email_name), person.role),
         .password_hash = hash,
         .must_change_password = false,
         .declaration_version = accounts::current_declaration().version});
  }
  const auto admin = actor_of(*database, centre, "Alex Admin");
  made(database->write([&](db::Connection& c) { return accounts::add_many(c, admin, people); }));
  if (!assessments::import_files(*database, assessments::demo_content(), nullptr)) {
    throw CommandFailed("The demo's assessments could not be imported.");
  }
  certificates::IssueAtPass certificates;
  attempts::AttemptStore attempts(certificates);
  take_demo_assessments(*database, admin, attempts);
  print_sign_ins(password);
}

}  // namespace app
