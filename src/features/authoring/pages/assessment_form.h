// The fields of an assessment as a whole in the editor: title, slug, year, audience, summary, valid_until.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "features/assessments/assessment.h"
#include "html/form.h"

namespace authoring::pages {

std::vector<html::Field> assessment_fields(const assessments::Assessment&);

// What was typed over what there was; the sections stay.
assessments::Assessment typed_over(assessments::Assessment, const html::Form&);

// A text of several lines as somebody typed it: white space off at both ends, \n for its line ends.
std::string typed_text(std::string_view);

// What Enter presses, before the buttons that move and delete: saves.
html::Field enter_saves();

}  // namespace authoring::pages
