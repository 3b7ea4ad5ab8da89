// The filter of the reminders, to and from the address, and its form: the same for a centre and for the Hub's
// operator.
#pragma once

#include <string>
#include <string_view>

#include "features/reminders/reminders.h"
#include "html/list.h"
#include "html/view.h"

namespace reminders::pages {

ReminderFilter filter_of(const web::Fields& query);

// With what is wrong with its days.
html::List reminder_list(const web::Request&, std::string address);

// "ends within 30 days", "has ended": after a singular.
std::string ends_words(const ReminderFilter&);

// A reminder in words, for its page and its downloads.
std::string days_words(int days_left);      // "12 days", "Today", "3 days ago"
std::string renewal_words(const Renewal&);  // "Passed 2027/28", "Not published yet"

}  // namespace reminders::pages
