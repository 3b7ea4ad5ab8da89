#include "papers.h"

#include <iterator>

namespace fill {
namespace {

using attempts::Answers;
using attempts::Chosen;

Chosen right_options(const attempts::Question& question) {
  Chosen right;  // in ascending order, as the options are
  for (const auto& option : question.options) {
    if (option.correct) right.push_back(option.id);
  }
  return right;
}

Chosen wrong_options(const attempts::Question& question, Dice& dice) {
  const Chosen drawn{dice.one_of(question.options).id};
  if (!attempts::is_right(question, drawn)) return drawn;
  for (const auto& option : question.options) {
    if (!option.correct) return {option.id};
  }
  return {};
}

}  // namespace

Answers all_right(const assessments::Section& section) {
  Answers answers;
  for (const auto& question : section.questions) answers.emplace(question.id, right_options(question));
  return answers;
}

Answers some_wrong(const assessments::Section& section, Dice& dice) {
  auto answers = all_right(section);
  const auto certain = dice.below(section.questions.size());
  for (std::size_t i = 0; i < section.questions.size(); ++i) {
    const auto& question = section.questions[i];
    if (i == certain || dice.chance(20)) {
      answers[question.id] = wrong_options(question, dice);
    } else if (dice.chance(12)) {
      answers.erase(question.id);
    }
  }
  return answers;
}

Answers first_few(const assessments::Section& section, Dice& dice) {
  auto answers = all_right(section);
  for (auto to_come = 1 + dice.below(answers.size()); to_come > 0; --to_come)
    answers.erase(std::prev(answers.end()));
  return answers;
}

}  // namespace fill
