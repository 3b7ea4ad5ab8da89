// The stakeholder report as a file.
#pragma once

#include <string>

#include "features/report/stakeholder_report.h"
#include "html/download.h"

namespace report::pages {

// As CSV the people of a named report, else the counts; as Excel all of it.
web::Response report_file(db::Database&, const access::Actor&, Report, html::Format);

}  // namespace report::pages
