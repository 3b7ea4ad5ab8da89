// The addresses where programs look for what every site may have (RFC 8615).
#pragma once

#include <string>

#include "web/route.h"

namespace app {

// /.well-known/security.txt (RFC 9116): whom to tell of a weakness. `public_url` stands for an empty email.
web::Handler security_txt(std::string support_email, std::string public_url);

// /.well-known/change-password: where a password manager sends people.
web::Handler change_password_page();

}  // namespace app
