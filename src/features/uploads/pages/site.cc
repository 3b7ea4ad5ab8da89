#include "features/uploads/pages/site.h"

namespace uploads::pages {

std::string form_address(const Site& site) {
  return std::string(site.home) + "/upload";
}

std::string address(const Site& site, UploadId id) {
  return std::string(site.home) + "/uploads/" + std::to_string(std::to_underlying(id));
}

std::string none_first(const Format& format) {
  std::string words(format.none);
  if (words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

}  // namespace uploads::pages
