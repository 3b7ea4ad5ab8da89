#include "features/authoring/editing.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "features/assessments/assessment_rules.h"

namespace authoring {
namespace {

constexpr std::size_t longest_made_key = 40;

// `key`, or key-2, key-3 ... where it is taken, in any letter case.
template <class Items>
std::string free_key(const Items& items, const std::string& key) {
  const auto taken = [&](const std::string& wanted) {
    return std::ranges::any_of(items, [&](const auto& item) { return base::folded(item.key) == wanted; });
  };
  if (!taken(key)) return key;
  for (std::size_t n = 2;; ++n) {
    if (auto numbered = fmt::format("{}-{}", key, n); !taken(numbered)) return numbered;
  }
}

}  // namespace

std::string key_from(std::string_view text, std::string_view otherwise) {
  std::string key;
  for (const char c : base::search_key(text)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      key += c;
    } else if (!key.empty() && key.back() != '-') {
      key += '-';
    }
    if (key.size() == longest_made_key) break;
  }
  while (key.ends_with('-')) key.pop_back();
  return key.empty() ? std::string(otherwise) : key;
}

void add_section(assessments::Assessment& assessment, std::string_view title) {
  if (assessment.sections.size() >= assessments::max_sections) return;
  assessments::Section section;
  section.title = base::trimmed(title);
  section.key = free_key(assessment.sections, key_from(title, "section"));
  add_question(section);
  assessment.sections.push_back(std::move(section));
}

void add_question(assessments::Section& section) {
  if (section.questions.size() >= assessments::max_questions) return;
  assessments::Question question;
  question.key = free_key(section.questions, fmt::format("question-{}", section.questions.size() + 1));
  question.options.resize(assessments::min_options);
  section.questions.push_back(std::move(question));
}

void add_option(assessments::Question& question) {
  if (question.options.size() < assessments::max_options) question.options.emplace_back();
}

assessments::Assessment as_next(assessments::Assessment published) {
  for (auto& section : published.sections) section.retake = false;
  return published;
}

}  // namespace authoring
