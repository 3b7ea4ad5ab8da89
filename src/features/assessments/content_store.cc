// The part of assessment_store.h that reads whole contents.
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "features/assessments/assessment_store.h"
#include "features/assessments/stored_forms.h"

namespace assessments {
namespace {

#define SECTION_CONTENT "s.id, s.section_key, s.title, s.time_limit, s.pass_mark, s.retake, s.reading"
#define QUESTION_CONTENT "q.section_id, q.id, q.question_key, q.text, q.choose_many, q.explanation"
#define OPTION_CONTENT "o.question_id, o.id, o.text, o.correct"

Section section_from(const db::Row& row) {
  Section section;
  section.id = row.id<SectionId>(0);
  section.key = row.text(1);
  section.title = row.text(2);
  section.time_limit = time_limit_from(row.maybe_integer(3));
  section.pass_mark = stored_pass_mark(row.text(4));
  section.retake = row.boolean(5);
  section.reading = row.text(6);
  return section;
}

Question question_from(const db::Row& row) {
  Question question;
  question.id = row.id<QuestionId>(1);
  question.key = row.text(2);
  question.text = row.text(3);
  question.choose_many = row.boolean(4);
  question.explanation = row.text(5);
  return question;
}

// Puts questions into their sections and options into their questions; all come in order.
std::vector<Section> put_together(const db::Rows& sections, const db::Rows& questions,
                                  const db::Rows& options) {
  std::map<std::int64_t, std::vector<Option>> options_of;
  for (const auto& row : options) {
    options_of[row.integer(0)].push_back({row.id<OptionId>(1), row.text(2), row.boolean(3)});
  }
  std::map<SectionId, std::vector<Question>> questions_of;
  for (const auto& row : questions) {
    auto question = question_from(row);
    question.options = std::move(options_of[row.integer(1)]);
    questions_of[row.id<SectionId>(0)].push_back(std::move(question));
  }
  std::vector<Section> whole;
  for (const auto& row : sections) {
    whole.push_back(section_from(row));
    whole.back().questions = std::move(questions_of[whole.back().id]);
  }
  return whole;
}

}  // namespace

std::optional<Assessment> load(db::Connection& c, AssessmentId id) {
  auto version = find_version(c, id);
  if (!version) return std::nullopt;
  const auto sections =
      c.exec("SELECT " SECTION_CONTENT " FROM section s WHERE s.assessment_id = ? ORDER BY s.position", id);
  const auto questions = c.exec("SELECT " QUESTION_CONTENT
                                " FROM section s JOIN question q ON q.section_id = s.id"
                                " WHERE s.assessment_id = ? ORDER BY s.position, q.position",
                                id);
  const auto options = c.exec(
      "SELECT " OPTION_CONTENT
      " FROM section s JOIN question q ON q.section_id = s.id JOIN question_option o ON o.question_id = q.id"
      " WHERE s.assessment_id = ? ORDER BY s.position, q.position, o.position",
      id);
  return Assessment{.slug = std::move(version->slug),
                    .title = std::move(version->title),
                    .year = std::move(version->year),
                    .audience = std::move(version->audience),
                    .summary = std::move(version->summary),
                    .valid_until = std::move(version->valid_until),
                    .sections = put_together(sections, questions, options)};
}

std::optional<Section> load_section(db::Connection& c, SectionId id) {
  const auto sections = c.exec("SELECT " SECTION_CONTENT " FROM section s WHERE s.id = ?", id);
  if (sections.empty()) return std::nullopt;
  const auto questions =
      c.exec("SELECT " QUESTION_CONTENT " FROM question q WHERE q.section_id = ? ORDER BY q.position", id);
  const auto options = c.exec("SELECT " OPTION_CONTENT
                              " FROM question q JOIN question_option o ON o.question_id = q.id"
                              " WHERE q.section_id = ? ORDER BY q.position, o.position",
                              id);
  return std::move(put_together(sections, questions, options).front());
}

}  // namespace assessments
