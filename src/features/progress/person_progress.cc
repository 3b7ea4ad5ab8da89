#include "features/progress/person_progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "access/rules.h"
#include "features/audit/audit.h"

namespace progress {
namespace {

std::optional<accounts::Account> person_of(db::Connection& c, const access::Actor& actor,
                                           access::AccountId id) {
  return access::manages_users(actor) ? accounts::find(c, actor, id) : std::nullopt;
}

using ByKey = std::map<std::string, std::vector<attempts::PastAttempt>>;

SectionProgress section_progress(const attempts::SectionStanding& standing,
                                 std::vector<attempts::PastAttempt> of_section) {
  SectionProgress progress{.standing = standing, .attempts = {}};
  for (auto& attempt : of_section) {
    if (!attempt.handed_in_at) {
      progress.open_since = attempt.started_at;
    } else {
      progress.attempts.push_back(std::move(attempt));
    }
  }
  std::ranges::stable_partition(progress.attempts, [&](const attempts::PastAttempt& attempt) {
    return std::to_underlying(attempt.id) == progress.standing.passed_attempt;
  });
  return progress;
}

void add_sections(AssessmentProgress& progress, std::vector<attempts::PastAttempt> all) {
  ByKey by_key;
  for (auto& attempt : all) by_key[attempt.section_key].push_back(std::move(attempt));
  for (const auto& standing : progress.assessment.sections) {
    auto of_section = by_key.extract(standing.section->key);
    progress.sections.push_back(section_progress(standing, of_section.empty()
                                                               ? std::vector<attempts::PastAttempt>{}
                                                               : std::move(of_section.mapped())));
  }
  for (auto& [key, of_section] : by_key) {
    std::erase_if(of_section, [](const attempts::PastAttempt& attempt) { return !attempt.handed_in_at; });
    if (of_section.empty()) continue;
    auto title = of_section.front().section_title;
    progress.former.push_back({std::move(title), std::move(of_section)});
  }
}

}  // namespace

std::optional<PersonProgress> person_progress(db::Connection& c, const access::Actor& actor,
                                              access::AccountId id) {
  auto person = person_of(c, actor, id);
  if (!person) return std::nullopt;
  return PersonProgress{std::move(*person),
                        std::move(attempts::standings(c, actor, std::span(&id, 1)).front())};
}

std::optional<AssessmentProgress> assessment_progress(db::Connection& c, const access::Actor& actor,
                                                      access::AccountId id, const std::string& slug,
                                                      const std::string& year) {
  auto person = person_progress(c, actor, id);
  if (!person) return std::nullopt;
  const auto found =
      std::ranges::find_if(person->assessments, [&](const attempts::AssessmentStanding& standing) {
        return standing.slug == slug && (year.empty() || standing.year == year);
      });
  if (found == person->assessments.end()) return std::nullopt;
  AssessmentProgress progress{
      .person = std::move(person->person), .assessment = *found, .sections = {}, .former = {}};
  add_sections(progress, attempts::attempts_of(c, actor, id, found->slug, found->year));
  return progress;
}

std::optional<PersonAnswers> answers(db::Connection& c, const access::Actor& actor, access::AccountId id,
                                     attempts::AttemptId attempt) {
  auto person = person_of(c, actor, id);
  if (!person) return std::nullopt;
  auto found = attempts::handed_in(c, actor, id, attempt);
  if (!found) return std::nullopt;
  return PersonAnswers{std::move(*person), std::move(*found)};
}

void record_look(db::Connection& c, const access::Actor& actor, const PersonAnswers& looked_at) {
  const auto& handed_in = looked_at.handed_in;
  audit::record(
      c, actor,
      {audit::action::answers_viewed,
       {"account", std::to_underlying(looked_at.person.id), looked_at.person.full_name()},
       {{"Assessment", "", fmt::format("{} {}", handed_in.assessment.title, handed_in.attempt.year)},
        {"Section", "", handed_in.section.title},
        {"Handed in", "", base::british_date_time(handed_in.attempt.handed_in_at.value())}}});
}

}  // namespace progress
