#include "features/authoring/pages/assessment_words.h"

#include <fmt/format.h>

#include "features/assessments/assessment_yaml.h"
#include "web/dispatcher.h"

namespace authoring::pages {
namespace {

using Kind = assessments::Difference::Kind;

std::string_view kind_words(Kind kind) {
  switch (kind) {
    case Kind::added:
      return "Added";
    case Kind::removed:
      return "Removed";
    case Kind::changed:
      return "Changed";
  }
  return "";
}

}  // namespace

std::string audience_words(const std::vector<access::Role>& audience) {
  std::vector<std::string_view> codes;
  codes.reserve(audience.size());
  for (const auto role : audience) codes.push_back(access::code(role));
  return fmt::format("{}", fmt::join(codes, ", "));
}

std::string version_words(const assessments::Version& version) {
  return fmt::format("{}, version {}", version.year, version.version);
}

std::string address(const assessments::Version& version, std::string_view rest) {
  return fmt::format("/operator/assessments/{}/versions/{}{}", version.slug, std::to_underlying(version.id),
                     rest);
}

std::string assessment_address(std::string_view slug, std::string_view rest) {
  return fmt::format("/operator/assessments/{}{}", slug, rest);
}

std::string address(DraftId id, std::string_view rest) {
  return fmt::format("/operator/drafts/{}{}", std::to_underlying(id), rest);
}

Draft draft_of(db::Database& database, const web::Request& request) {
  return web::found(database.read(find_draft, request.actor(), DraftId{request.path_id("id")}));
}

void show_differences(html::View::Part part, std::span<const assessments::Difference> differences) {
  auto list = part.include("DIFFERENCES", "features/authoring/pages/differences.html");
  for (const auto& difference : differences) {
    auto row = list.add("DIFFERENCE");
    row.set("KIND", kind_words(difference.kind)).set("WORDS", difference.words);
    row.set("WHERE", difference.where.empty() ? "The assessment" : difference.where);
  }
}

web::Response yaml_file(const assessments::Assessment& assessment) {
  web::Response response;
  response.header("Content-Type", "application/yaml; charset=utf-8");
  response.header("Content-Disposition", web::attachment(assessment.slug + ".yaml"));
  response.body = assessments::to_yaml(assessment);
  return response;
}

}  // namespace authoring::pages
