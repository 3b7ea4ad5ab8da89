// The stakeholder report as a file.
#pragma once

#include <string>

#include "features/operator/report_people.h"
#include "html/download.h"

namespace hub_operator::pages {

// As CSV the people of a named report, else the counts; as Excel all of it.
web::Response report_file(db::Database&, const access::Actor&, Report, html::Format);

std::string status_words(attempts::Status);  // "Passed"

}  // namespace hub_operator::pages
