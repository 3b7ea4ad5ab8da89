#include "features/assessments/differences.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace assessments {
namespace {

using Kind = Difference::Kind;

std::string in_quotes(std::string_view text) {
  return fmt::format("“{}”", text);
}

template <class Items>
auto by_key(const Items& items, std::string_view key) {
  const auto found = std::ranges::find_if(items, [&](const auto& item) { return item.key == key; });
  return found == items.end() ? nullptr : &*found;
}

template <class Items>
bool same_order(const Items& older, const Items& newer) {
  std::vector<std::string_view> before, now;
  for (const auto& item : older) {
    if (by_key(newer, item.key) != nullptr) before.push_back(item.key);
  }
  for (const auto& item : newer) {
    if (by_key(older, item.key) != nullptr) now.push_back(item.key);
  }
  return before == now;
}

class Comparison {
 public:
  explicit Comparison(std::vector<Difference>& found) : found_(found) {}

  void in(std::string where) { where_ = std::move(where); }
  void say(Kind kind, std::string words) { found_.push_back({kind, where_, std::move(words)}); }

  void text(std::string_view name, std::string_view older, std::string_view newer) {
    if (older == newer) return;
    if (older.empty()) return say(Kind::added, fmt::format("{}: {}", name, in_quotes(newer)));
    if (newer.empty()) return say(Kind::removed, fmt::format("{}: {}", name, in_quotes(older)));
    say(Kind::changed, fmt::format("{}: {} is now {}", name, in_quotes(older), in_quotes(newer)));
  }

 private:
  std::vector<Difference>& found_;
  std::string where_;
};

std::string right_options(const Question& question) {
  std::vector<std::string> right;
  for (const auto& option : question.options) {
    if (option.correct) right.push_back(in_quotes(option.text));
  }
  return fmt::format("{}", fmt::join(right, ", "));
}

bool has_option(const Question& question, std::string_view text) {
  return std::ranges::find(question.options, text, &Option::text) != question.options.end();
}

void compare_options(Comparison& out, const std::string& name, const Question& older, const Question& newer) {
  for (const auto& option : newer.options) {
    if (!has_option(older, option.text))
      out.say(Kind::added, fmt::format("{}, option {}", name, in_quotes(option.text)));
  }
  for (const auto& option : older.options) {
    if (!has_option(newer, option.text))
      out.say(Kind::removed, fmt::format("{}, option {}", name, in_quotes(option.text)));
  }
  if (right_options(older) != right_options(newer)) {
    out.say(Kind::changed,
            fmt::format("{}, right: {} is now {}", name, right_options(older), right_options(newer)));
  } else if (older.options.size() == newer.options.size() &&
             std::ranges::all_of(older.options,
                                 [&](const Option& option) { return has_option(newer, option.text); }) &&
             !std::ranges::equal(older.options, newer.options, {}, &Option::text, &Option::text)) {
    out.say(Kind::changed, name + ", options in another order");
  }
}

void compare_question(Comparison& out, const Question& older, const Question& newer) {
  const auto name = "Question " + in_quotes(newer.text);
  out.text("Question", older.text, newer.text);
  if (older.choose_many != newer.choose_many) {
    out.say(Kind::changed, fmt::format("{}: people now choose {}", name, newer.choose_many ? "many" : "one"));
  }
  compare_options(out, name, older, newer);
  out.text(name + ", explanation", older.explanation, newer.explanation);
}

void compare_section(Comparison& out, const Section& older, const Section& newer) {
  out.in("Section " + in_quotes(newer.title));
  out.text("Title", older.title, newer.title);
  out.text("Time limit", duration_words(older.time_limit), duration_words(newer.time_limit));
  out.text("Pass mark", pass_mark_text(older.pass_mark), pass_mark_text(newer.pass_mark));
  if (newer.retake) out.say(Kind::changed, "Earlier passes stop counting: it must be taken again");
  out.text("Reading", older.reading, newer.reading);
  for (const auto& question : newer.questions) {
    if (const auto* before = by_key(older.questions, question.key)) {
      compare_question(out, *before, question);
    } else {
      out.say(Kind::added, "Question " + in_quotes(question.text));
    }
  }
  for (const auto& question : older.questions) {
    if (by_key(newer.questions, question.key) == nullptr)
      out.say(Kind::removed, "Question " + in_quotes(question.text));
  }
  if (!same_order(older.questions, newer.questions)) out.say(Kind::changed, "Questions in another order");
}

std::string audience_words(const Assessment& assessment) {
  std::vector<std::string_view> codes;
  codes.reserve(assessment.audience.size());
  for (const auto role : assessment.audience) codes.push_back(access::code(role));
  return fmt::format("{}", fmt::join(codes, ", "));
}

}  // namespace

std::vector<Difference> differences(const Assessment& older, const Assessment& newer) {
  std::vector<Difference> found;
  Comparison out(found);
  out.text("Title", older.title, newer.title);
  out.text("Year", older.year, newer.year);
  out.text("Audience", audience_words(older), audience_words(newer));
  out.text("Summary", older.summary, newer.summary);
  out.text("Valid until", older.valid_until, newer.valid_until);
  for (const auto& section : newer.sections) {
    if (const auto* before = by_key(older.sections, section.key)) {
      compare_section(out, *before, section);
    } else {
      out.in("");
      out.say(Kind::added, "Section " + in_quotes(section.title));
    }
  }
  out.in("");
  for (const auto& section : older.sections) {
    if (by_key(newer.sections, section.key) == nullptr)
      out.say(Kind::removed, "Section " + in_quotes(section.title));
  }
  if (!same_order(older.sections, newer.sections)) out.say(Kind::changed, "Sections in another order");
  return found;
}

}  // namespace assessments
