// What an assessment must be before it is published: pure rules, the same for a file and for the editor. Each
// problem names the place, so that a file's reader can add the line and the editor can show it beside the
// field.
#pragma once

#include <chrono>
#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/assessments/assessment.h"

namespace assessments {

inline constexpr std::size_t max_key_characters = 60;  // slugs and keys
inline constexpr std::size_t max_title_characters = 150;
inline constexpr std::size_t max_summary_characters = 1'000;
inline constexpr std::size_t max_reading_characters = 20'000;
inline constexpr std::size_t max_question_characters = 2'000;
inline constexpr std::size_t max_option_characters = 500;
inline constexpr std::size_t max_explanation_characters = 2'000;
inline constexpr std::size_t max_sections = 50;
inline constexpr std::size_t max_questions = 100;  // of a section
inline constexpr std::size_t min_options = 2;
inline constexpr std::size_t max_options = 10;
inline constexpr std::chrono::seconds max_time_limit = std::chrono::hours{8};

// Where something stands: counted from 0, -1 for none. `field` is named as in the file, empty for the thing
// as a whole.
struct Place {
  int section = -1;
  int question = -1;
  int option = -1;
  std::string field{};

  auto operator<=>(const Place&) const = default;
};

struct Problem {
  Place place;
  std::string message;  // one or two sentences: what is wrong and what to do
};

std::vector<Problem> check(const Assessment&);

// From what people write; nothing for anything else. Bounds are check()'s to tell.
std::optional<std::chrono::seconds> time_limit_from(std::string_view);  // 20m, 1h, 1h30m, 90s
std::optional<PassMark> pass_mark_from(std::string_view);               // 80%, 15
bool is_academic_year(std::string_view);                                // 2026/27
bool is_date(std::string_view);                                         // 2027-08-31

}  // namespace assessments
