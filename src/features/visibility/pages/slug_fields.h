// Tick boxes of assessments, to and from a form: `hidden` repeated, and `seen`, what was hidden when the page
// was made.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "features/visibility/hidden.h"
#include "html/form.h"

namespace visibility::pages {

html::Field hidden_field(std::string label, std::span<const assessments::Version>, const Slugs& ticked);
html::Field seen_field(const Slugs& hidden);

Slugs ticked(const web::Fields&);
std::optional<Slugs> seen(const web::Fields&);  // nothing where the form has no such field

}  // namespace visibility::pages
