#include "features/user_upload/user_kind.h"

#include <fmt/format.h>

#include "access/rules.h"
#include "base/text.h"
#include "features/accounts/declaration.h"
#include "features/accounts/password.h"

namespace user_upload {
namespace {

using uploads::Row;
using uploads::Taken;
using uploads::Values;

class Users : public uploads::Kind {
 public:
  explicit Users(accounts::AccountListener* listener) : listener_(listener) {}

  const uploads::Format& format() const override { return user_upload::format(); }
  std::optional<int> declaration_version() const override { return accounts::current_declaration().version; }

  std::vector<base::FieldError> judge(const access::Actor& actor, const Values& values,
                                      const std::string& typed_password) const override {
    const auto person = person_of(values);
    auto errors = accounts::check(person, access::roles_to_give(actor));
    const std::string own_words[] = {person.first_name, person.last_name, person.email, actor.centre_name,
                                     actor.centre_number};
    if (auto problem = accounts::password_problem(typed_password, own_words))
      errors.push_back({"password", std::move(*problem)});
    return errors;
  }

  std::vector<Taken> taken(db::Connection& connection, const access::Actor& actor,
                           std::span<const Row> rows) const override {
    std::vector<std::string> keys;
    for (const Row& row : rows) keys.push_back(accounts::email_key(row.values[email]));
    const auto owners = accounts::email_owners(connection, actor, keys);
    std::vector<Taken> all;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (auto found = taken_email(i, rows[i], owners[i])) all.push_back(std::move(*found));
    }
    return all;
  }

  bool may_add(db::Connection& connection, const access::Actor& actor) const override {
    const auto uploader = accounts::find(connection, actor, actor.account);
    return uploader && uploader->role == access::Role::exams_officer;
  }

  base::Result<std::vector<std::int64_t>> add(db::Connection& connection, const access::Actor& actor,
                                              const uploads::Confirmed& confirmed) const override {
    std::vector<accounts::NewAccount> people;
    people.reserve(confirmed.rows.size());
    for (std::size_t i = 0; i < confirmed.rows.size(); ++i) {
      people.push_back({.person = person_of(confirmed.rows[i].row.values),
                        .password_hash = confirmed.hashes[i],
                        .declaration_version = confirmed.declaration_version.value()});
    }
    auto ids = accounts::add_many(connection, actor, people, listener_);
    if (!ids) return base::refuse(std::move(ids.error()));
    return {};
  }

 private:
  accounts::AccountListener* const listener_;
};

}  // namespace

std::unique_ptr<const uploads::Kind> users(accounts::AccountListener* listener) {
  return std::make_unique<Users>(listener);
}

accounts::PersonFields person_of(const Values& values) {
  return accounts::typed(values[first_name], values[last_name], values[email], values[role]);
}

std::optional<Taken> taken_email(std::size_t at, const Row& row, const accounts::EmailOwner& owner) {
  using Where = accounts::EmailOwner::Where;
  switch (owner.where) {
    case Where::nobody:
      return {};
    case Where::this_centre:
      return Taken{at, email,
                   fmt::format("{} is already a user of your centre with this email. Delete row {}, or edit "
                               "the existing user.",
                               owner.name, base::thousands(row.number)),
                   owner.name + " is now a user of your centre with this email."};
    case Where::elsewhere:
      return Taken{at, email,
                   "This email is already registered with the Hub. Use another email for this person, or "
                   "delete the row.",
                   "This email is now registered with the Hub."};
  }
  return {};
}

}  // namespace user_upload
