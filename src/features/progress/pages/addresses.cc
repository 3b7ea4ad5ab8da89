#include "features/progress/pages/addresses.h"

#include <fmt/format.h>

#include <utility>

#include "html/list.h"

namespace progress::pages {

std::string person_address(access::AccountId person) {
  return fmt::format("/users/{}/progress", std::to_underlying(person));
}

std::string sections_address(access::AccountId person, std::string_view slug, std::string_view year) {
  return html::with_query(fmt::format("{}/{}", person_address(person), slug), {}, "year", year);
}

std::string answers_address(access::AccountId person, attempts::AttemptId attempt) {
  return fmt::format("/users/{}/attempts/{}", std::to_underlying(person), std::to_underlying(attempt));
}

}  // namespace progress::pages
