// Tick boxes of assessments, to and from a form: `hidden` repeated, and `seen`, what was hidden when the page
// was made.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "features/visibility/hidden.h"
#include "html/view.h"
#include "web/form.h"

namespace visibility::pages {

Slugs ticked(const web::Fields&);
std::optional<Slugs> seen(const web::Fields&);  // nothing where the form has no such field

std::string joined(const Slugs&);  // for `seen`

// One {{#ASSESSMENT}} for each; the first has the id that an error links to.
void show_choices(html::View::Part, std::span<const assessments::Version>, const Slugs& ticked);

}  // namespace visibility::pages
