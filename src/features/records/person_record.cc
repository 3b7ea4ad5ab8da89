#include "features/records/person_record.h"

#include <algorithm>

#include "features/sign_in/person_record.h"

namespace records {
namespace {

// The element that is like this one, or a new one at the end.
template <class T, class Like>
T& found_or_added(std::vector<T>& all, Like like, T added) {
  const auto found = std::ranges::find_if(all, like);
  return found == all.end() ? all.emplace_back(std::move(added)) : *found;
}

std::vector<RecordedAssessment> grouped(std::vector<attempts::RecordedAttempt> tries,
                                        const attempts::Passes& passes) {
  std::vector<RecordedAssessment> assessments;
  for (auto& attempt : tries) {
    const auto slug = attempt.attempt.slug;
    const auto key = attempt.attempt.section_key;
    const auto of_assessment = [&](const RecordedAssessment& one) {
      const auto& first = one.sections.front().tries.front().attempt;
      return first.slug == slug && first.year == attempt.attempt.year;
    };
    auto& assessment =
        found_or_added(assessments, of_assessment, {.title = {}, .year = attempt.attempt.year});
    assessment.title = attempt.assessment;
    if (const auto passed = passes.find({slug, assessment.year}); passed != passes.end()) {
      assessment.passed_at = passed->second;
    }
    const auto of_section = [&](const RecordedSection& one) {
      return one.tries.front().attempt.section_key == key;
    };
    auto& section = found_or_added(assessment.sections, of_section, {.title = {}, .tries = {}});
    section.title = attempt.section;
    section.tries.push_back(std::move(attempt));
  }
  return assessments;
}

}  // namespace

std::optional<PersonRecord> load_record(db::Connection& c, const access::Actor& actor,
                                        const RecordRequest& request) {
  if (!request.scope) return std::nullopt;
  const auto& scope = *request.scope;
  auto centre = centres::find(c, actor, scope.centre);
  auto person = accounts::find(c, scope);
  auto origin = accounts::origin(c, scope);
  if (!centre || !person || !origin) return std::nullopt;
  return PersonRecord{.centre = std::move(*centre),
                      .person = std::move(*person),
                      .origin = std::move(*origin),
                      .access = visibility::access_of(c, scope),
                      .open_sessions = sign_in::open_sessions(c, scope),
                      .assessments = grouped(attempts::attempts_of(c, scope), attempts::passes_of(c, scope)),
                      .certificates = certificates::certificates_of(c, scope),
                      .read_at = c.now()};
}

audit::EntryPage events_about(db::Connection& c, const access::RecordScope& scope,
                              const audit::Position& position, std::size_t limit) {
  std::vector<std::int64_t> ids;
  for (const auto& certificate : certificates::certificates_of(c, scope)) {
    ids.push_back(std::to_underlying(certificate.id));
  }
  return audit::list(c, scope, ids, position, limit);
}

}  // namespace records
