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

html::Field hidden_field(std::string label, std::span<const assessments::Version> versions,
                         const Slugs& ticked) {
  html::Field field{.name = "hidden",
                    .label = std::move(label),
                    .kind = html::Field::Kind::ticks,
                    .values = {ticked.begin(), ticked.end()}};
  for (const auto& version : versions) {
    field.choices.push_back(
        {version.slug, version.title,
         fmt::format("{}, {}", version.year, base::counted(version.section_count, "section", "sections"))});
  }
  return field;
}

html::Field seen_field(const Slugs& hidden) {
  return {
      .name = "seen", .kind = html::Field::Kind::hidden, .value = fmt::format("{}", fmt::join(hidden, ","))};
}

}  // namespace visibility::pages
