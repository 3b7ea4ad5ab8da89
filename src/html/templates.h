// The templates compiled into the binary, parsed once. Inside html only: ctemplate is seen by view.cc and
// templates.cc.
#pragma once

#include <ctemplate/template_cache.h>
#include <ctemplate/template_enums.h>

#include <span>
#include <string>
#include <string_view>

#include "base/embedded.h"

namespace html {

// Lines of nothing but markers go; other white space stays, for it may stand between words.
inline constexpr ctemplate::Strip template_strip = ctemplate::STRIP_BLANK_LINES;

// Parsed into `cache`; throws std::logic_error naming the first that does not parse or does not begin with
// AUTOESCAPE.
void parse_templates(std::span<const embedded::File>, ctemplate::TemplateCache& cache);

// All embedded templates, frozen: any thread, no lock. Parsed at the first call.
const ctemplate::TemplateCache& templates();

// The name again; throws std::logic_error where there is no such template.
std::string require_template(std::string_view name);

}  // namespace html
