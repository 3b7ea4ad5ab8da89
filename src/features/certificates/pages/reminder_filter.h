// The filter of the reminders, to and from the address, and its form: the same for a centre and for the Hub's
// operator.
#pragma once

#include <string>
#include <string_view>

#include "features/certificates/reminders.h"
#include "html/list.h"
#include "html/view.h"

namespace certificates::pages {

ReminderFilter filter_of(const web::Fields& query);

// With what is wrong with its days.
html::List reminder_list(const web::Request&, std::string address);

// "ends within 30 days", "has ended": after a singular.
std::string ends_words(const ReminderFilter&);

}  // namespace certificates::pages
