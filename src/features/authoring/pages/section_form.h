// One section with its questions and options in the editor: reading the form, and showing it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/refusal.h"
#include "features/assessments/assessment.h"
#include "html/view.h"
#include "web/form.h"

namespace authoring::pages {

struct SectionForm {
  assessments::Section section;
  std::string time_limit;  // as typed: "20m"; empty for untimed
  std::string pass_mark;   // as typed: "80%"
  std::vector<base::FieldError> errors{};
};

SectionForm form_of(const assessments::Section&);

// Over `before`, whose key stays. What cannot be read as a time or a mark is told in `errors`.
SectionForm typed_section(const assessments::Section& before, const web::Fields&);

void show_section_form(html::View&, const SectionForm&);

}  // namespace authoring::pages
