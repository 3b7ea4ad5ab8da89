// An assessment's content, as an officer or the operator writes it: sections of questions with options. No
// SQL, no HTTP, no clock. Titles, keys and dates are plain text; summary, reading, question, option and
// explanation are Markdown (html/markdown.h). Every text is trimmed, with \n for its line ends.
//
// The ids, a section's position and its passes_since are those of a published version as the store loads it,
// 0 until then: they are no part of the content.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"

namespace assessments {

enum class AssessmentId : std::int64_t {};  // one published version
enum class SectionId : std::int64_t {};
enum class QuestionId : std::int64_t {};
enum class OptionId : std::int64_t {};

struct Option {
  OptionId id{};
  std::string text;
  bool correct = false;
};

struct Question {
  QuestionId id{};
  std::string key;  // stable within its section, from version to version
  std::string text;
  bool choose_many = false;  // right only when exactly the right options are chosen
  std::vector<Option> options;
  std::string explanation;  // shown after the section is passed; may be empty
};

// What must be right: a share of the questions, rounded up, or a number of them.
struct PassMark {
  int value = 100;
  bool percent = true;

  bool operator==(const PassMark&) const = default;
};

struct Section {
  SectionId id{};
  int position = 0;      // from 1: the N of /assessments/SLUG/sections/N
  int passes_since = 0;  // the version: see assessment_store.h
  std::string key;       // stable within the assessment
  std::string title;
  std::optional<std::chrono::seconds> time_limit;  // nothing: untimed
  PassMark pass_mark;
  bool retake = false;  // passes of earlier versions of the same year stop counting
  std::string reading;  // shown before the questions; may be empty
  std::vector<Question> questions;

  std::size_t marks_needed() const;  // of questions.size()
};

struct Assessment {
  std::string slug;  // the same for ever
  std::string title;
  std::string year;                    // "2026/27"
  std::vector<access::Role> audience;  // in the order of access::Role
  std::string summary;                 // may be empty
  std::string valid_until;             // "2027-08-31"; empty: no end
  std::vector<Section> sections;

  bool is_for(access::Role) const;
  std::size_t question_count() const;
  const Section* find(std::string_view section_key) const;  // null where there is none
  const Section& at(SectionId) const;                       // std::logic_error where there is none
};

// 64 hex digits that are equal exactly when the content is, whatever the layout of the file and whatever the
// ids. Kept in the database: how it is made never changes.
std::string content_hash(const Assessment&);

// "20 minutes", "1 hour 30 minutes", "Untimed"
std::string duration_words(std::optional<std::chrono::seconds>);
std::string pass_mark_text(const PassMark&);        // as the file says it: "80%", "15"
std::string time_limit_text(std::chrono::seconds);  // as the file says it: "20m", "1h30m"

}  // namespace assessments
