// The fields of an assessment as a whole in the editor: slug, title, year, audience, summary, valid_until.
#pragma once

#include <span>

#include "base/refusal.h"
#include "features/assessments/assessment.h"
#include "html/view.h"
#include "web/form.h"

namespace authoring::pages {

// What was typed over what there was; the sections stay.
assessments::Assessment typed_over(assessments::Assessment, const web::Fields&);

// {{>ASSESSMENT_FIELDS}}
void show_assessment_fields(html::View::Part, const assessments::Assessment&,
                            std::span<const base::FieldError>);

}  // namespace authoring::pages
