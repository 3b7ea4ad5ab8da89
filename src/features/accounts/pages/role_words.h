// A role as lists and forms of User Management write it: "Invigilator (INV)".
#pragma once

#include <string>

#include "access/actor.h"

namespace accounts::pages {

std::string role_words(access::Role);

}  // namespace accounts::pages
