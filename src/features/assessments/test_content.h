// A small assessment for the tests of this folder and of the features that build on it.
#pragma once

#include <string>
#include <utility>

#include "features/assessments/assessment.h"

namespace test {

inline assessments::Question question(std::string key) {
  return {.id = {},
          .key = key,
          .text = "What about " + key + "?",
          .choose_many = false,
          .options = {{{}, "The right one", true}, {{}, "A wrong one", false}},
          .explanation = "Because of " + key + "."};
}

inline assessments::Section section(std::string key) {
  assessments::Section section;
  section.key = key;
  section.title = "About " + key;
  section.reading = "Read *this*.\n\nThen that.";
  section.questions = {question("one"), question("two"), question("three")};
  return section;
}

inline assessments::Assessment assessment(std::string slug = "exam-room-essentials") {
  return {.slug = std::move(slug),
          .title = "Exam room essentials",
          .year = "2026/27",
          .audience = {access::Role::exams_officer, access::Role::invigilator},
          .summary = "What to know before the first exam.",
          .valid_until = "2027-08-31",
          .sections = {section("before"), section("during")}};
}

}  // namespace test
