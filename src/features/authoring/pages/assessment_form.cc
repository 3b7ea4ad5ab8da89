#include "features/authoring/pages/assessment_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace authoring::pages {
namespace {

using Kind = html::Field::Kind;

constexpr std::array roles{access::Role::exams_officer, access::Role::senior_leader,
                           access::Role::invigilator};

html::Field audience_field(const assessments::Assessment& assessment) {
  html::Field field{.name = "audience", .label = "Who takes it", .kind = Kind::ticks, .required = true};
  for (const auto role : roles) {
    const std::string code(access::code(role));
    field.choices.push_back({code, fmt::format("{} ({})", access::title(role), code)});
    if (assessment.is_for(role)) field.values.push_back(code);
  }
  return field;
}

}  // namespace

std::vector<html::Field> assessment_fields(const assessments::Assessment& assessment) {
  return {
      {.name = "title",
       .label = "Title",
       .hint = "As it should read on certificates.",
       .required = true,
       .most = 300,
       .value = assessment.title},
      {.name = "slug",
       .label = "Slug",
       .kind = Kind::literal,
       .hint = "Its name in addresses: letters, digits and hyphens. The same through all years; that of a "
               "published assessment makes this its next version.",
       .width = "half",
       .required = true,
       .most = 120,
       .value = assessment.slug},
      {.name = "year",
       .label = "Academic year",
       .hint = "Such as 2026/27.",
       .width = "short",
       .required = true,
       .most = 20,
       .value = assessment.year},
      audience_field(assessment),
      {.name = "summary",
       .label = "Summary",
       .kind = Kind::area,
       .hint = "One or two sentences for those who take it.",
       .most = 2'000,
       .value = assessment.summary},
      {.name = "valid_until",
       .label = "Certificates are valid until",
       .kind = Kind::date,
       .hint = "Leave it empty for no end.",
       .width = "short",
       .value = assessment.valid_until}};
}

assessments::Assessment typed_over(assessments::Assessment assessment, const html::Form& form) {
  assessment.slug = form.get("slug");
  assessment.title = form.get("title");
  assessment.year = form.get("year");
  assessment.summary = typed_text(form.get("summary"));
  assessment.valid_until = form.get("valid_until");
  assessment.audience.clear();
  const auto ticked = form.all("audience");
  for (const auto role : roles) {
    if (std::ranges::find(ticked, access::code(role)) != ticked.end()) assessment.audience.push_back(role);
  }
  return assessment;
}

std::string typed_text(std::string_view typed) {
  auto text = base::trimmed(typed);
  std::erase(text, '\r');
  return text;
}

html::Field enter_saves() {
  return {.name = "do", .kind = Kind::view, .view = "features/authoring/pages/enter_saves.html"};
}

}  // namespace authoring::pages
