#include "features/visibility/pages/slug_fields.h"

#include <fmt/format.h>

#include "base/text.h"

namespace visibility::pages {

Slugs ticked(const web::Fields& fields) {
  Slugs slugs;
  for (const auto slug : fields.all("hidden")) slugs.emplace(slug);
  return slugs;
}

std::optional<Slugs> seen(const web::Fields& fields) {
  if (!fields.has("seen")) return std::nullopt;
  Slugs slugs;
  auto rest = fields.get("seen");
  while (!rest.empty()) {
    const auto end = std::min(rest.find(','), rest.size());
    if (end > 0) slugs.emplace(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return slugs;
}

std::string joined(const Slugs& slugs) {
  return fmt::format("{}", fmt::join(slugs, ","));
}

void show_choices(html::View::Part part, std::span<const assessments::Version> versions,
                  const Slugs& ticked) {
  for (const auto& version : versions) {
    auto choice = part.add("ASSESSMENT");
    choice.set("SLUG", version.slug).set("TITLE", version.title);
    choice.set("ABOUT", fmt::format("{}, {}", version.year,
                                    base::counted(version.section_count, "section", "sections")));
    choice.show_if("FIRST", &version == &versions.front());
    choice.show_if("TICKED", ticked.contains(version.slug));
  }
}

}  // namespace visibility::pages
