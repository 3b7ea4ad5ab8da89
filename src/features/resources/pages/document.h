// One document in and out of the pages: the form's field for it, and its way to a browser.
#pragma once

#include <string>

#include "db/database.h"
#include "features/resources/resource_store.h"
#include "html/form.h"

namespace resources::pages {

html::Field file_field(std::string hint);
html::Field name_field(std::string value, std::string hint = {});
html::Field folder_field(std::string value, std::string hint = {});

// The document that a form brought, checked and cut up. Refuses bad_input "file": none, too large, not a
// document that may be published.
base::Result<File> sent_file(const web::Request&);

// An attachment with a safe type, read from the database piece by piece.
web::Response file_response(db::Database&, const Resource&, const Version&);

std::string kind_words(documents::DocumentKind);  // "PDF", "Word", "Excel"

}  // namespace resources::pages
