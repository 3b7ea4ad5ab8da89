// What a draft still lacks before it can be published, each with a link to where it is filled.
#pragma once

#include <span>

#include "features/authoring/drafts.h"
#include "html/view.h"

namespace authoring::pages {

// {{>GAPS}}; nothing where there are none.
void show_gaps(html::View::Part, const Draft&, std::span<const assessments::Problem>);

// The id of the field on the editor's pages: "title", "q3_text", "q3_o2_text".
std::string field_id(const assessments::Place&);

}  // namespace authoring::pages
