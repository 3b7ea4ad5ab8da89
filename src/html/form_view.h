// A form shown again: what was typed is kept, and each refused field has its message beside it and a line in
// the summary on top that takes the focus and links to it. For a field `first_name` the template has
//
//   <div class="mb-3 {{FIRST_NAME_CLASS}}"> <label for="first_name"> ... <input id="first_name"
//   name="first_name"
//     value="{{FIRST_NAME}}" aria-describedby="first_name-hint first_name-error">
//   {{#FIRST_NAME_ERROR}}<div class="field-error"
//   id="first_name-error">{{MESSAGE}}</div>{{/FIRST_NAME_ERROR}}
//
// and, above the form, {{>ERROR_SUMMARY}}.
#pragma once

#include <span>
#include <string_view>

#include "base/refusal.h"
#include "html/view.h"

namespace html {

// Sets NAME_ERROR sections, NAME_CLASS ("has-error") and the ERROR_SUMMARY include; nothing when `errors` is
// empty. A field name of "" is about the form as a whole: only in the summary.
void show_errors(View::Part, std::span<const base::FieldError> errors);

// Sets NAME to the value typed.
void keep_value(View::Part, std::string_view field, std::string_view value);

}  // namespace html
