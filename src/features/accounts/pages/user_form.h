// The form that adds and edits a user, with what was typed, what is wrong, and after a conflict what somebody
// else saved.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features/accounts/account_store.h"
#include "html/view.h"
#include "web/request.h"

namespace accounts::pages {

inline constexpr std::string_view user_form_template = "features/accounts/pages/user_form.html";

struct UserForm {
  const PersonFields& typed;
  std::span<const base::FieldError> errors;
  const Account* saved = nullptr;  // the account as it is; null where it is not there yet
  const Origin* origin = nullptr;  // its
  bool conflict = false;           // `typed` was for an older version of `saved`
  bool declared = false;           // the declaration was ticked
};

html::View user_form(const access::Actor&, const UserForm&, std::string_view support_email);

// What a password for this person must not lean on.
std::vector<std::string> own_words(const PersonFields&, const access::Actor&);

}  // namespace accounts::pages
