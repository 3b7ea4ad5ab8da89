#include "documents/pdf_language.h"

#include <fmt/format.h>

#include <stdexcept>

namespace documents {
namespace {

std::size_t place_of(const std::string& pdf, std::string_view what) {
  const auto at = pdf.rfind(what);
  if (at == std::string::npos) throw std::logic_error(fmt::format("the PDF has no {}", what));
  return at + what.size();
}

}  // namespace

// The catalogue is the last object, so that only the address of the table after it moves.
std::string with_language(std::string end) {
  constexpr std::string_view added = "\n   /Lang (en-GB)\n   /ViewerPreferences << /DisplayDocTitle true >>";
  const auto catalogue = place_of(end, "/Type /Catalog");
  if (end.find(" obj\n", catalogue) != std::string::npos)
    throw std::logic_error("the PDF's catalogue is not last");
  const auto number = place_of(end, "startxref\n");
  const auto number_end = end.find('\n', number);
  const auto table = std::stoull(end.substr(number, number_end - number)) + added.size();
  end.replace(number, number_end - number, fmt::to_string(table));
  end.insert(catalogue, added);
  return end;
}

}  // namespace documents
