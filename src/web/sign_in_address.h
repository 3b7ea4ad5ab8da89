// Where somebody who is not signed in is sent, and how they come back.
#pragma once

#include <string>

#include "web/request.h"

namespace web {

// /sign-in?next=... for the page asked for; for a part of a page (htmx), the page that it belongs to.
std::string sign_in_address(const Request&);

}  // namespace web
