#include "features/assessments/assessment_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"

namespace assessments {
namespace {

bool is_key(std::string_view text) {
  const auto letter_or_digit = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  return !text.empty() && text.size() <= max_key_characters && letter_or_digit(text.front()) &&
         letter_or_digit(text.back()) &&
         std::ranges::all_of(text, [&](char c) { return c == '-' || letter_or_digit(c); });
}

enum class Lines { one, any };

class Checker {
 public:
  explicit Checker(std::vector<Problem>& problems) : problems_(problems) {}

  void say(Place place, std::string message) { problems_.push_back({std::move(place), std::move(message)}); }

  void require_text(const Place& place, std::string_view text, std::size_t longest, Lines lines) {
    if (text.empty()) return say(place, fmt::format("The {} is empty. Write one.", named(place)));
    check_length(place, text, longest);
    if (lines == Lines::one && text.find('\n') != std::string_view::npos) {
      say(place, fmt::format("The {} has several lines. Write it on one.", named(place)));
    }
  }

  void check_length(const Place& place, std::string_view text, std::size_t longest) {
    const auto length = base::characters(text);
    if (length > longest) {
      say(place, fmt::format("The {} has {} characters. Shorten it to {} at most.", named(place),
                             base::thousands(length), base::thousands(longest)));
    }
  }

  void require_key(const Place& place, std::string_view key) {
    if (key.empty()) return say(place, fmt::format("The {} is empty. Write one.", named(place)));
    if (is_key(key)) return;
    say(place,
        fmt::format(
            "The {} \"{}\" can't be used. Use only letters a to z, digits and hyphens between them, {} "
            "characters at most.",
            named(place), key.substr(0, max_key_characters + 1), max_key_characters));
  }

  void require_count(const Place& place, std::size_t n, std::size_t most, std::string_view one,
                     std::string_view many) {
    if (n == 0) say(place, fmt::format("There are no {}. Add at least one {}.", many, one));
    if (n > most) say(place, fmt::format("There are {} {}. Keep to {} at most.", n, many, most));
  }

 private:
  static std::string named(const Place& place) {
    if (place.option >= 0) return "option's " + place.field;
    if (place.question >= 0) return place.field == "explanation" ? place.field : "question's " + place.field;
    if (place.section >= 0) return place.field == "reading" ? place.field : "section's " + place.field;
    return place.field;
  }

  std::vector<Problem>& problems_;
};

// Keys are compared without their case: an address or a spreadsheet would not tell them apart.
bool is_new(std::set<std::string>& seen, std::string_view text) {
  return seen.insert(base::folded(text)).second;
}

Place at(Place place, std::string field) {
  place.field = std::move(field);
  return place;
}

void check_right_options(Checker& checker, const Place& place, const Question& question) {
  const auto right = std::ranges::count_if(question.options, &Option::correct);
  if (right == 0)
    checker.say(place, fmt::format("Question \"{}\" has no right option. Mark the right one as correct.",
                                   question.key));
  if (right > 1 && !question.choose_many) {
    checker.say(
        place,
        fmt::format(
            "Question \"{}\" has {} right options but lets people choose one. Keep one right option or let "
            "them choose many.",
            question.key, right));
  }
}

void check_options(Checker& checker, const Place& place, const Question& question) {
  if (question.options.size() < min_options) {
    checker.say(at(place, "options"),
                fmt::format("Question \"{}\" has {}. Give it at least {}.", question.key,
                            base::counted(question.options.size(), "option", "options"), min_options));
  } else {
    check_right_options(checker, place, question);
  }
  if (question.options.size() > max_options) {
    checker.say(at(place, "options"), fmt::format("Question \"{}\" has {} options. Keep to {} at most.",
                                                  question.key, question.options.size(), max_options));
  }
  std::set<std::string> seen;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    Place option = place;
    option.option = static_cast<int>(i);
    option.field = "text";
    const auto& text = question.options[i].text;
    checker.require_text(option, text, max_option_characters, Lines::one);
    if (!text.empty() && !is_new(seen, text)) {
      checker.say(option, fmt::format("Question \"{}\" has this option twice. Remove one or change its text.",
                                      question.key));
    }
  }
}

void check_question(Checker& checker, const Place& place, const Question& question,
                    std::set<std::string>& keys) {
  checker.require_key(at(place, "key"), question.key);
  if (!question.key.empty() && !is_new(keys, question.key)) {
    checker.say(
        at(place, "key"),
        fmt::format("Two questions of this section have the key \"{}\". Give each its own.", question.key));
  }
  checker.require_text(at(place, "text"), question.text, max_question_characters, Lines::any);
  checker.check_length(at(place, "explanation"), question.explanation, max_explanation_characters);
  check_options(checker, place, question);
}

void check_pass_mark(Checker& checker, const Place& place, const Section& section) {
  const auto& mark = section.pass_mark;
  if (mark.value < 1)
    return checker.say(place, "The pass mark is 0. Write at least 1, or a share such as 80%.");
  if (mark.percent && mark.value > 100) {
    return checker.say(place, fmt::format("The pass mark {}% is over 100%. Write 100% at most.", mark.value));
  }
  if (!mark.percent && !section.questions.empty() &&
      static_cast<std::size_t>(mark.value) > section.questions.size()) {
    checker.say(
        place,
        fmt::format("The pass mark {} is over the section's {}. Lower it, or write a share such as 100%.",
                    mark.value, base::counted(section.questions.size(), "question", "questions")));
  }
}

void check_time_limit(Checker& checker, const Place& place, const Section& section) {
  if (!section.time_limit) return;
  if (section.time_limit->count() < 1)
    checker.say(place, "The time limit is 0. Leave it out if the section is untimed.");
  if (*section.time_limit > max_time_limit) {
    checker.say(place, fmt::format("The time limit is over {}. Shorten it.", duration_words(max_time_limit)));
  }
}

void check_section(Checker& checker, const Place& place, const Section& section,
                   std::set<std::string>& keys) {
  checker.require_key(at(place, "key"), section.key);
  if (!section.key.empty() && !is_new(keys, section.key)) {
    checker.say(at(place, "key"),
                fmt::format("Two sections have the key \"{}\". Give each its own.", section.key));
  }
  checker.require_text(at(place, "title"), section.title, max_title_characters, Lines::one);
  check_time_limit(checker, at(place, "time_limit"), section);
  check_pass_mark(checker, at(place, "pass_mark"), section);
  checker.check_length(at(place, "reading"), section.reading, max_reading_characters);
  checker.require_count(at(place, "questions"), section.questions.size(), max_questions, "question",
                        "questions");
  std::set<std::string> question_keys;
  for (std::size_t i = 0; i < section.questions.size(); ++i) {
    Place question = place;
    question.question = static_cast<int>(i);
    check_question(checker, question, section.questions[i], question_keys);
  }
}

void check_audience(Checker& checker, const Assessment& assessment) {
  const Place place{.field = "audience"};
  if (assessment.audience.empty())
    checker.say(place, "The audience is empty. Write who takes this: EO, SLT, INV.");
  if (assessment.is_for(access::Role::hub_operator))
    checker.say(place, "The audience can only be of EO, SLT and INV.");
}

void check_dates(Checker& checker, const Assessment& assessment) {
  const bool good_year = is_academic_year(assessment.year);
  if (!good_year) {
    checker.say({.field = "year"}, fmt::format("The year \"{}\" isn't an academic year. Write it as 2026/27.",
                                               assessment.year.substr(0, 32)));
  }
  if (assessment.valid_until.empty()) return;
  if (!is_date(assessment.valid_until)) {
    return checker.say({.field = "valid_until"},
                       fmt::format("\"{}\" isn't a date. Write year, month and day, as 2027-08-31.",
                                   assessment.valid_until.substr(0, 32)));
  }
  if (good_year && assessment.valid_until < assessment.year.substr(0, 4) + "-09-01") {
    checker.say(
        {.field = "valid_until"},
        fmt::format("The date {} is before the academic year {} begins. Write a later one, or leave it out.",
                    assessment.valid_until, assessment.year));
  }
}

}  // namespace

std::vector<Problem> check(const Assessment& assessment) {
  std::vector<Problem> problems;
  Checker checker(problems);
  checker.require_key({.field = "slug"}, assessment.slug);
  checker.require_text({.field = "title"}, assessment.title, max_title_characters, Lines::one);
  check_dates(checker, assessment);
  check_audience(checker, assessment);
  checker.check_length({.field = "summary"}, assessment.summary, max_summary_characters);
  checker.require_count({.field = "sections"}, assessment.sections.size(), max_sections, "section",
                        "sections");
  std::set<std::string> keys;
  for (std::size_t i = 0; i < assessment.sections.size(); ++i) {
    check_section(checker, {.section = static_cast<int>(i)}, assessment.sections[i], keys);
  }
  return problems;
}

}  // namespace assessments
