#include "features/assessments/kept_versions.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "features/assessments/assessment_rules.h"

namespace assessments {
namespace {

std::vector<access::Role> audience_from(std::string_view stored) {
  std::vector<access::Role> audience;
  while (!stored.empty()) {
    const auto comma = std::min(stored.find(','), stored.size());
    audience.push_back(access::stored_role(stored.substr(0, comma)));
    stored.remove_prefix(std::min(comma + 1, stored.size()));
  }
  return audience;
}

PassMark stored_pass_mark(std::string_view stored) {
  const auto mark = pass_mark_from(stored);
  if (!mark) throw std::logic_error(fmt::format("the database holds the pass mark \"{}\"", stored));
  return *mark;
}

Version version_from(const db::Row& row, std::vector<Section> sections) {
  Version version{.id = row.id<AssessmentId>(0),
                  .slug = row.text(1),
                  .year = row.text(2),
                  .version = static_cast<int>(row.integer(3)),
                  .title = row.text(4),
                  .summary = row.text(5),
                  .audience = audience_from(row.text(6)),
                  .valid_until = row.maybe_text(7).value_or(""),
                  .published_at = row.instant(8),
                  .section_count = sections.size(),
                  .question_count = 0,
                  .withdrawn_at = {},
                  .content = {}};
  Assessment content{.slug = version.slug,
                     .title = version.title,
                     .year = version.year,
                     .audience = version.audience,
                     .summary = version.summary,
                     .valid_until = version.valid_until,
                     .sections = std::move(sections)};
  version.question_count = content.question_count();
  version.content = std::make_shared<const Assessment>(std::move(content));
  return version;
}

Section section_from(const db::Row& row) {
  Section section;
  section.id = row.id<SectionId>(1);
  section.key = row.text(2);
  section.title = row.text(3);
  if (const auto limit = row.maybe_integer(4)) section.time_limit = std::chrono::seconds{*limit};
  section.pass_mark = stored_pass_mark(row.text(5));
  section.retake = row.boolean(6);
  section.reading = row.text(7);
  section.passes_since = static_cast<int>(row.integer(8));
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

// By the id of what they belong to, in their order.
std::map<AssessmentId, std::vector<Section>> read_sections(db::Connection& c, const db::Keys& ids) {
  std::map<QuestionId, std::vector<Option>> options;
  for (const auto& row : c.exec(
           "SELECT o.question_id, o.id, o.text, o.correct FROM section s JOIN question q ON q.section_id = "
           "s.id"
           " JOIN question_option o ON o.question_id = q.id WHERE s.assessment_id IN (?) ORDER BY o.position",
           ids)) {
    options[row.id<QuestionId>(0)].push_back({row.id<OptionId>(1), row.text(2), row.boolean(3)});
  }
  std::map<SectionId, std::vector<Question>> questions;
  for (const auto& row :
       c.exec("SELECT q.section_id, q.id, q.question_key, q.text, q.choose_many, q.explanation FROM section s"
              " JOIN question q ON q.section_id = s.id WHERE s.assessment_id IN (?) ORDER BY q.position",
              ids)) {
    auto question = question_from(row);
    question.options = std::move(options[question.id]);
    questions[row.id<SectionId>(0)].push_back(std::move(question));
  }
  std::map<AssessmentId, std::vector<Section>> sections;
  for (const auto& row :
       c.exec("SELECT s.assessment_id, s.id, s.section_key, s.title, s.time_limit, s.pass_mark, s.retake, "
              "s.reading,"
              " s.passes_since FROM section s WHERE s.assessment_id IN (?) ORDER BY s.position",
              ids)) {
    auto section = section_from(row);
    section.questions = std::move(questions[section.id]);
    auto& of_version = sections[row.id<AssessmentId>(0)];
    of_version.push_back(std::move(section));
    of_version.back().position = static_cast<int>(of_version.size());
  }
  return sections;
}

std::map<AssessmentId, KeptVersions::Shared> read_versions(db::Connection& c, const db::Keys& ids) {
  auto sections = read_sections(c, ids);
  std::map<AssessmentId, KeptVersions::Shared> versions;
  for (const auto& row : c.exec("SELECT a.id, a.slug, a.year, a.version, a.title, a.summary, a.audience, "
                                "a.valid_until, a.published_at"
                                " FROM assessment a WHERE a.id IN (?)",
                                ids)) {
    auto version = version_from(row, std::move(sections[row.id<AssessmentId>(0)]));
    const auto id = version.id;
    versions.emplace(id, std::make_shared<const Version>(std::move(version)));
  }
  return versions;
}

std::size_t bytes_of(const Assessment& content) {
  std::size_t bytes = sizeof(Version) + content.summary.size();
  for (const auto& section : content.sections) {
    bytes += sizeof section + section.reading.size();
    for (const auto& question : section.questions) {
      bytes += sizeof question + question.text.size() + question.explanation.size();
      for (const auto& option : question.options) bytes += sizeof option + option.text.size();
    }
  }
  return bytes;
}

}  // namespace

std::vector<KeptVersions::Shared> KeptVersions::get(db::Connection& c, std::span<const VersionKey> keys) {
  auto found = kept(keys);
  std::vector<db::Value> missing;
  for (const auto& key : keys) {
    if (!found.contains(key)) missing.emplace_back(key.id);
  }
  const auto read = missing.empty() ? std::map<AssessmentId, Shared>{} : read_versions(c, db::Keys(missing));
  std::vector<Shared> versions;
  for (const auto& key : keys) {
    if (const auto known = found.find(key); known != found.end()) {
      versions.push_back(known->second);
    } else {
      versions.push_back(read.at(key.id));
      keep(key, versions.back());
    }
  }
  return versions;
}

std::map<VersionKey, KeptVersions::Shared> KeptVersions::kept(std::span<const VersionKey> keys) {
  std::map<VersionKey, Shared> found;
  const std::lock_guard lock(mutex_);
  for (const auto& key : keys) {
    if (const auto known = kept_.find(key); known != kept_.end()) found.insert(*known);
  }
  return found;
}

// Where there is no room all are forgotten: that is rare, and what is in use comes back with its next reader.
void KeptVersions::keep(const VersionKey& key, Shared version) {
  const auto bytes = bytes_of(*version->content);
  const std::lock_guard lock(mutex_);
  if (bytes_ + bytes > most_bytes_) {
    kept_.clear();
    bytes_ = 0;
  }
  if (bytes <= most_bytes_ && kept_.emplace(key, std::move(version)).second) bytes_ += bytes;
}

}  // namespace assessments
