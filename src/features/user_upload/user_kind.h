// The upload of users by a centre's exams officer: first name, last name, email, password, role.
#pragma once

#include <memory>
#include <optional>

#include "features/accounts/account_listener.h"
#include "features/accounts/account_store.h"
#include "features/uploads/kind.h"

namespace user_upload {

enum Column : std::size_t { first_name, last_name, email, password, role };  // the template's order

const uploads::Format& format();

// The listener, which outlives it, hears which role each added account got.
std::unique_ptr<const uploads::Kind> users(accounts::AccountListener* = nullptr);

accounts::PersonFields person_of(const uploads::Values&);

// What to tell of the row that is at `at` where its email is somebody's.
std::optional<uploads::Taken> taken_email(std::size_t at, const uploads::Row&, const accounts::EmailOwner&);

}  // namespace user_upload
