#include "features/authoring/pages/typed_text.h"

#include "base/text.h"

namespace authoring::pages {

std::string typed_text(const web::Fields& fields, std::string_view name) {
  auto text = base::trimmed(fields.get(name));
  std::erase(text, '\r');
  return text;
}

}  // namespace authoring::pages
