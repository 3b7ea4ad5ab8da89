#include "features/assessments/assessment.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "base/random.h"

namespace assessments {
namespace {

using std::chrono::seconds;

struct Clock {
  std::int64_t hours, minutes, seconds;
};

Clock split(seconds duration) {
  const auto all = duration.count();
  return {all / 3600, all / 60 % 60, all % 60};
}

std::string unit(std::int64_t n, std::string_view one) {
  return n == 0 ? "" : fmt::format("{} {}{} ", n, one, n == 1 ? "" : "s");
}

// Every field with its length before it, so that no two contents run together into the same bytes.
class Canonical {
 public:
  void add(std::string_view field) { bytes_ += fmt::format("{}:{}", field.size(), field); }
  void add(std::size_t n) { add(fmt::to_string(n)); }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

void add(Canonical& canonical, const Question& question) {
  canonical.add(question.key);
  canonical.add(question.text);
  canonical.add(question.choose_many ? "many" : "one");
  canonical.add(question.explanation);
  canonical.add(question.options.size());
  for (const auto& option : question.options) {
    canonical.add(option.text);
    canonical.add(option.correct ? "right" : "wrong");
  }
}

void add(Canonical& canonical, const Section& section) {
  canonical.add(section.key);
  canonical.add(section.title);
  canonical.add(section.time_limit ? fmt::to_string(section.time_limit->count()) : "");
  canonical.add(pass_mark_text(section.pass_mark));
  canonical.add(section.retake ? "retake" : "");
  canonical.add(section.reading);
  canonical.add(section.questions.size());
  for (const auto& question : section.questions) add(canonical, question);
}

}  // namespace

std::size_t Section::marks_needed() const {
  const auto value = static_cast<std::size_t>(pass_mark.value);
  return pass_mark.percent ? (questions.size() * value + 99) / 100 : value;
}

bool Assessment::is_for(access::Role role) const {
  return std::ranges::find(audience, role) != audience.end();
}

std::size_t Assessment::question_count() const {
  std::size_t count = 0;
  for (const auto& section : sections) count += section.questions.size();
  return count;
}

const Section* Assessment::find(std::string_view section_key) const {
  const auto found = std::ranges::find(sections, section_key, &Section::key);
  return found == sections.end() ? nullptr : &*found;
}

const Section& Assessment::at(SectionId id) const {
  const auto found = std::ranges::find(sections, id, &Section::id);
  if (found == sections.end()) throw std::logic_error("no section of this assessment");
  return *found;
}

std::string content_hash(const Assessment& assessment) {
  Canonical canonical;
  canonical.add(assessment.slug);
  canonical.add(assessment.title);
  canonical.add(assessment.year);
  canonical.add(assessment.audience.size());
  for (const auto role : assessment.audience) canonical.add(access::code(role));
  canonical.add(assessment.summary);
  canonical.add(assessment.valid_until);
  canonical.add(assessment.sections.size());
  for (const auto& section : assessment.sections) add(canonical, section);
  return base::sha256_hex(canonical.bytes());
}

std::string duration_words(std::optional<seconds> limit) {
  if (!limit) return "Untimed";
  const auto [h, m, s] = split(*limit);
  auto words = unit(h, "hour") + unit(m, "minute") + unit(s, "second");
  if (!words.empty()) words.pop_back();
  return words;
}

std::string pass_mark_text(const PassMark& mark) {
  return fmt::format("{}{}", mark.value, mark.percent ? "%" : "");
}

std::string time_limit_text(seconds limit) {
  const auto [h, m, s] = split(limit);
  const auto part = [](std::int64_t n, char letter) { return n == 0 ? "" : fmt::format("{}{}", n, letter); };
  return part(h, 'h') + part(m, 'm') + part(s, 's');
}

}  // namespace assessments
