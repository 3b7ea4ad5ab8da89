// How the pages write an assessment, its versions and what differs between two.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "db/database.h"
#include "features/assessments/assessment_store.h"
#include "features/assessments/differences.h"
#include "features/authoring/drafts.h"
#include "html/view.h"
#include "web/request.h"
#include "web/response.h"

namespace authoring::pages {

std::string audience_words(const std::vector<access::Role>&);  // "EO, INV"
std::string version_words(const assessments::Version&);        // "2026/27, version 2"
std::string address(const assessments::Version&, std::string_view rest = {});
std::string assessment_address(std::string_view slug, std::string_view rest = {});
std::string address(DraftId, std::string_view rest = {});

// The draft that an address names. Throws web::Refused not_found.
Draft draft_of(db::Database&, const web::Request&);

// {{>DIFFERENCES}}
void show_differences(html::View::Part, std::span<const assessments::Difference>);

// The YAML file, to keep or to edit.
web::Response yaml_file(const assessments::Assessment&);

}  // namespace authoring::pages
