// The stakeholder report as files.
#pragma once

#include <memory>
#include <string>

#include "documents/temporary_file.h"
#include "features/operator/report_people.h"
#include "web/response.h"

namespace hub_operator::pages {

// Throws base::Unavailable where the disk is full.
std::unique_ptr<documents::TemporaryFile> report_workbook(const Report&, PeopleReader&);

// Sent as it is made: the people of a named report, else the counts.
std::unique_ptr<web::BodyStream> report_csv(db::Database&, const access::Actor&, Report);

std::string status_words(attempts::Status);  // "Passed"

}  // namespace hub_operator::pages
