// A reminder in words, for its page and its downloads.
#pragma once

#include <string>

#include "features/certificates/reminders.h"

namespace certificates::pages {

std::string days_words(int days_left);      // "12 days", "Today", "3 days ago"
std::string renewal_words(const Renewal&);  // "Passed 2027/28", "Not published yet"

}  // namespace certificates::pages
