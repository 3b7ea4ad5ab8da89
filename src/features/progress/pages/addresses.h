// The addresses of these pages, for links from one to another and from the User Summary.
#pragma once

#include <string>
#include <string_view>

#include "access/actor.h"
#include "features/attempts/attempt.h"

namespace progress::pages {

std::string person_address(access::AccountId);
// `year` empty: this year's.
std::string sections_address(access::AccountId, std::string_view slug, std::string_view year);
std::string answers_address(access::AccountId, attempts::AttemptId);

}  // namespace progress::pages
