#include "features/sign_in/own_password.h"

#include "features/accounts/password.h"
#include "features/audit/audit.h"
#include "features/sign_in/checked_guess.h"
#include "features/sign_in/session_store.h"
#include "features/sign_in/throttle.h"

namespace sign_in {
namespace {

std::vector<base::FieldError> problems(const PasswordChoice& choice, const Credentials& person) {
  std::vector<base::FieldError> errors;
  if (choice.current.empty()) errors.push_back({"current_password", "Enter the password that you use now."});
  if (choice.chosen.empty()) {
    errors.push_back({"new_password", "Enter a new password."});
  } else if (choice.chosen == choice.current) {
    errors.push_back({"new_password", "This is the password that you use now. Choose another one."});
  } else if (auto problem = accounts::password_problem(choice.chosen, person.own_words())) {
    errors.push_back({"new_password", std::move(*problem)});
  }
  if (choice.confirmed != choice.chosen) {
    errors.push_back({"confirm_password", "The two new passwords differ. Type the same one twice."});
  }
  return errors;
}

base::Result<Opened> change(db::Connection& connection, const Credentials& person, std::string_view new_hash,
                            std::string_view browser_name) {
  if (!set_own_password(connection, person, new_hash)) {
    return base::refuse(
        base::Refusal::conflict("Your password was changed meanwhile by somebody else. Sign in again."));
  }
  end_all(connection, person.actor.account);
  forget_guesses(connection, person.email_key);
  audit::record(connection, person.actor,
                {audit::action::password_changed,
                 {"account", std::to_underlying(person.actor.account), person.actor.name}});
  return Opened{open(connection, person.actor.account, browser_name, connection.now()), person.actor};
}

}  // namespace

base::Result<Opened> change_password(db::Database& database, const access::Actor& actor,
                                     const PasswordChoice& choice, std::string_view browser_name) {
  const auto person = database.read(find_own, actor);
  if (!person) return base::refuse(base::Refusal::not_found());
  if (auto errors = problems(choice, *person); !errors.empty()) {
    return base::refuse(base::Refusal::bad_input(std::move(errors)));
  }
  auto guessed = check_guess(database, person->email, choice.current);
  if (!guessed) return base::refuse(std::move(guessed.error()));
  if (!*guessed) {
    return base::refuse(base::Refusal::bad_input(
        "current_password", "This is not the password that you use now. Type it again."));
  }
  const auto new_hash = accounts::hash_password(choice.chosen);
  return database.write(change, **guessed, new_hash, browser_name);
}

}  // namespace sign_in
