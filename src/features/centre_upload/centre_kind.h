// The upload of centres by a Hub operator, each with its first Centre Admin: a centre is never without one.
#pragma once

#include <memory>

#include "features/accounts/founding.h"
#include "features/uploads/kind.h"

namespace centre_upload {

enum Column : std::size_t { number, name, first_name, last_name, email, password };  // the template's order

const uploads::Format& format();

std::unique_ptr<const uploads::Kind> centres_with_admins();

}  // namespace centre_upload
