#include "features/accounts/founding.h"

#include "access/rules.h"
#include "base/text.h"
#include "features/accounts/account.h"
#include "features/accounts/password.h"
#include "features/audit/audit.h"
#include "features/centres/centre_store.h"

namespace accounts {
namespace {

struct Ready {
  PersonFields person;
  std::string password_hash;
  bool must_change_password;
};

// Every problem of the person and the password; `centre_words` are what a password must not lean on besides.
std::vector<base::FieldError> problems(const PersonFields& person, const Founder& founder,
                                       std::vector<std::string> centre_words) {
  auto errors = check(person, {access::Role::exams_officer});
  auto own_words = std::move(centre_words);
  own_words.insert(own_words.end(), {person.first_name, person.last_name, person.email});
  if (auto problem = password_problem(founder.password, own_words)) {
    errors.push_back({"password", std::move(*problem)});
  }
  return errors;
}

PersonFields person_of(const Founder& founder) {
  return typed(founder.first_name, founder.last_name, founder.email,
               access::code(access::Role::exams_officer));
}

Ready ready(PersonFields person, const Founder& founder) {
  return {std::move(person), hash_password(founder.password), founder.must_change_password};
}

base::Result<access::AccountId> insert(db::Connection& connection, std::optional<access::CentreId> centre,
                                       const Ready& founder) {
  const auto& p = founder.person;
  const auto role = centre ? access::Role::exams_officer : access::Role::hub_operator;
  const auto rows = connection.exec(
      "INSERT INTO account (centre_id, role, centre_admin, first_name, last_name, email, email_key, "
      "sort_key, "
      "search_key, "
      "password_hash, must_change_password, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT (email_key) DO NOTHING RETURNING id",
      centre, access::code(role), centre.has_value(), p.first_name, p.last_name, p.email, email_key(p.email),
      sort_key(p.first_name, p.last_name), search_key(p.first_name, p.last_name, p.email),
      founder.password_hash, founder.must_change_password, connection.now());
  if (rows.empty()) {
    return base::refuse(
        base::Refusal::bad_input("email", "Somebody in the Hub already signs in with this email."));
  }
  return rows.front().id<access::AccountId>(0);
}

audit::Event founded(const audit::Action& action, access::AccountId id, const Ready& founder,
                     std::string_view role) {
  const auto& p = founder.person;
  return {action,
          {"account", std::to_underlying(id), p.first_name + " " + p.last_name},
          {{"Email", "", p.email}, {"Role", "", std::string(role)}}};
}

void record(db::Connection& connection, access::CentreId centre, const access::Actor* hub_operator,
            const audit::Event& event) {
  if (hub_operator != nullptr) {
    audit::record_in_centre(connection, centre, *hub_operator, event);
  } else {
    audit::record_command(connection, centre, event);
  }
}

base::Result<access::CentreId> insert_centre(db::Connection& connection, const std::string& number,
                                             const std::string& name, const Ready& admin,
                                             const access::Actor* hub_operator) {
  const auto centre = centres::add(connection, number, name);
  if (!centre) return centre;
  record(connection, *centre, hub_operator,
         {audit::action::centre_added, {"centre", std::to_underlying(*centre), name}});
  const auto id = insert(connection, *centre, admin);
  if (!id) return base::refuse(id.error());
  record(connection, *centre, hub_operator,
         founded(audit::action::account_added, *id, admin, "Centre Admin"));
  return centre;
}

}  // namespace

base::Result<access::AccountId> add_operator(db::Database& database, const Founder& founder) {
  auto person = person_of(founder);
  if (auto errors = problems(person, founder, {}); !errors.empty()) {
    return base::refuse(base::Refusal::bad_input(std::move(errors)));
  }
  const auto hub_operator = ready(std::move(person), founder);
  return database.write([&](db::Connection& c) -> base::Result<access::AccountId> {
    auto id = insert(c, std::nullopt, hub_operator);
    if (id) {
      audit::record_command(c, std::nullopt,
                            founded(audit::action::operator_added, *id, hub_operator, "Hub operator"));
    }
    return id;
  });
}

std::vector<base::FieldError> check_centre(const std::string& number, const std::string& typed_name,
                                           const Founder& centre_admin) {
  const auto name = base::trimmed(typed_name);
  auto errors = centres::check(number, name);
  std::ranges::copy(problems(person_of(centre_admin), centre_admin, {name, number}),
                    std::back_inserter(errors));
  return errors;
}

base::Result<access::CentreId> add_centre(db::Database& database, const std::string& number,
                                          const std::string& typed_name, const Founder& centre_admin,
                                          const access::Actor* hub_operator) {
  if (auto errors = check_centre(number, typed_name, centre_admin); !errors.empty()) {
    return base::refuse(base::Refusal::bad_input(std::move(errors)));
  }
  const auto admin = ready(person_of(centre_admin), centre_admin);
  return database.write([&](db::Connection& c) {
    return insert_centre(c, number, base::trimmed(typed_name), admin, hub_operator);
  });
}

base::Result<std::vector<access::CentreId>> add_centres(db::Connection& connection,
                                                        const access::Actor& hub_operator,
                                                        std::span<const NewCentre> centres) {
  if (!access::runs_hub(hub_operator)) return base::refuse(base::Refusal::forbidden({}));
  std::vector<access::CentreId> ids;
  for (const NewCentre& centre : centres) {
    const Ready admin{centre.centre_admin, centre.password_hash, true};
    const auto id = insert_centre(connection, centre.number, centre.name, admin, &hub_operator);
    if (!id) return base::refuse(base::Refusal::conflict(id.error().fields.at(0).message));
    ids.push_back(*id);
  }
  return ids;
}

bool is_still_operator(db::Connection& connection, const access::Actor& actor) {
  return !connection.exec("SELECT id FROM account WHERE id = ? AND role = 'OPERATOR'", actor.account).empty();
}

}  // namespace accounts
