// The stakeholder report as files.
#pragma once

#include <string>

#include "features/operator/stakeholder_report.h"

namespace hub_operator::pages {

std::string report_workbook(const Report&);  // throws base::Unavailable where the disk is full
std::string report_csv(const Report&);       // the people of a named report, else the counts
std::string status_words(attempts::Status);  // "Passed"

}  // namespace hub_operator::pages
