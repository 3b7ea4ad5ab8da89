#include "catalogue.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <stdexcept>

#include "base/text.h"
#include "features/assessments/academic_year.h"
#include "features/assessments/demo_content.h"

namespace fill {
namespace {

using namespace std::chrono;

std::string year_before(const std::string& academic_year) {
  const int year = std::stoi(academic_year.substr(0, 4)) - 1;
  return fmt::format("{}/{:02}", year, (year + 1) % 100);
}

base::Instant first_of_september(const std::string& academic_year) {
  return sys_days{year{std::stoi(academic_year.substr(0, 4))} / September / 1} + 9h;
}

class Numbers {
 public:
  void give(assessments::Assessment& content) {
    for (auto& section : content.sections) {
      section.id = assessments::SectionId{++section_};
      for (auto& question : section.questions) {
        question.id = assessments::QuestionId{++question_};
        for (auto& option : question.options) option.id = assessments::OptionId{++option_};
      }
    }
  }

 private:
  std::int64_t section_ = 0;
  std::int64_t question_ = 0;
  std::int64_t option_ = 0;
};

std::string audience_of(const assessments::Assessment& content) {
  std::vector<std::string_view> codes;
  for (const auto role : content.audience) codes.push_back(access::code(role));
  return fmt::format("{}", fmt::join(codes, ","));
}

void add_sections(Batch& batch, const Version& version) {
  for (std::size_t s = 0; s < version.content.sections.size(); ++s) {
    const auto& section = version.content.sections[s];
    batch.section.add({section.id, version.id, s + 1, section.key, section.title,
                       section.time_limit ? std::optional(section.time_limit->count()) : std::nullopt,
                       assessments::pass_mark_text(section.pass_mark), section.marks_needed(), section.retake,
                       1, section.reading, section.questions.size()});
    for (std::size_t q = 0; q < section.questions.size(); ++q) {
      const auto& question = section.questions[q];
      batch.question.add({question.id, section.id, q + 1, question.key, question.text, question.choose_many,
                          question.explanation, question.options.size()});
      for (std::size_t o = 0; o < question.options.size(); ++o) {
        const auto& option = question.options[o];
        batch.question_option.add({option.id, question.id, o + 1, option.text, option.correct});
      }
    }
  }
}

}  // namespace

std::vector<Version> catalogue() {
  const auto files = assessments::read_files(assessments::demo_content());
  if (!files) throw std::runtime_error(files.error().front().words());
  std::vector<Version> all;
  Numbers numbers;
  for (const bool current : {false, true}) {
    for (std::size_t i = 0; i < files->size(); ++i) {
      auto content = (*files)[i].assessment;
      if (!current) content = assessments::for_year(content, year_before(content.year));
      numbers.give(content);
      const auto published_at = first_of_september(content.year);
      all.push_back({assessments::AssessmentId{static_cast<std::int64_t>(all.size() + 1)}, i,
                     std::move(content), current, published_at});
    }
  }
  return all;
}

void add(Batch& batch, const std::vector<Version>& versions) {
  for (const auto& version : versions) {
    const auto& content = version.content;
    const auto valid_until = content.valid_until.empty() ? std::nullopt : std::optional(content.valid_until);
    if (!version.current)
      batch.assessment_slug.add({version.place + 1, content.slug, base::folded(content.slug)});
    batch.assessment.add({version.id, content.slug, content.year, 1, content.title, content.summary,
                          audience_of(content), valid_until, assessments::content_hash(content),
                          version.published_at, content.sections.size(), content.question_count()});
    add_sections(batch, version);
  }
}

}  // namespace fill
