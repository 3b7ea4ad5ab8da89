// The filter of the reminders, to and from the address, and its form: the same for a centre and for the Hub's
// operator.
#pragma once

#include <string>
#include <string_view>

#include "features/certificates/reminders.h"
#include "html/view.h"
#include "web/form.h"

namespace certificates::pages {

ReminderFilter filter_of(const web::Fields& query);
std::optional<base::FieldError> problem_of(const web::Fields& query);
web::Fields fields_of(const ReminderFilter&);

// {{>FILTER}}, sent to `address`, with what was typed and what is wrong with it.
void show_filter(html::View&, const web::Fields& query, std::string_view address);

// "ends within 30 days", "has ended": after a singular.
std::string ends_words(const ReminderFilter&);

}  // namespace certificates::pages
