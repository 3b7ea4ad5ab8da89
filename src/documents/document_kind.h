// What a document is by its bytes, whatever it is called. Any thread; keeps nothing.
#pragma once

#include <string>
#include <string_view>

#include "base/refusal.h"

namespace documents {

enum class DocumentKind { pdf, docx, xlsx };

// Refuses (bad_input "file") anything else, with a sentence that says what to do: also what was not saved
// completely, is protected with a password, or holds macros.
base::Result<DocumentKind> document_kind(std::string_view bytes);

std::string_view extension(DocumentKind);            // "pdf"
std::string_view content_type(DocumentKind);         // "application/pdf"
DocumentKind kind_from_extension(std::string_view);  // throws std::logic_error for any other

}  // namespace documents
