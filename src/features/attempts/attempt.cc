#include "features/attempts/attempt.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "base/number.h"

namespace attempts {
namespace {

// SplitMix64: the standard library's shuffle and distributions may differ from one version to the next.
class Sequence {
 public:
  explicit Sequence(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }

 private:
  std::uint64_t state_;
};

std::optional<std::int64_t> number(std::string_view text) {
  const auto n = base::number_from<std::int64_t>(text);
  return n && *n > 0 ? n : std::nullopt;
}

void in_order(Chosen& chosen) {
  std::ranges::sort(chosen);
  const auto [first, last] = std::ranges::unique(chosen);
  chosen.erase(first, last);
}

// The question that a field such as q12 names, if the field is of that kind.
std::optional<QuestionId> question_of(std::string_view field, std::string_view prefix) {
  if (!field.starts_with(prefix)) return std::nullopt;
  const auto id = number(field.substr(prefix.size()));
  return id ? std::optional(QuestionId{*id}) : std::nullopt;
}

const Question* find(const Section& section, QuestionId id) {
  const auto found = std::ranges::find(section.questions, id, &Question::id);
  return found == section.questions.end() ? nullptr : &*found;
}

bool can_be_chosen(const Question& question, const Chosen& chosen) {
  if (!question.choose_many && chosen.size() > 1) return false;
  return std::ranges::all_of(chosen, [&](OptionId id) {
    return std::ranges::find(question.options, id, &assessments::Option::id) != question.options.end();
  });
}

base::Refusal of_another_page() {
  return base::Refusal::conflict(
      "This page belongs to other questions than the ones you are answering now. Load it again; what was "
      "saved is "
      "still there.");
}

template <class Keep>
std::vector<std::size_t> positions(const Section& section, Keep keep) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < section.questions.size(); ++i) {
    if (keep(section.questions[i])) found.push_back(i + 1);
  }
  return found;
}

const Chosen& chosen_for(const Answers& answers, QuestionId id) {
  static const Chosen nothing;
  const auto found = answers.find(id);
  return found == answers.end() ? nothing : found->second;
}

}  // namespace

void order_options(Section& section, std::int64_t seed) {
  for (std::size_t q = 0; q < section.questions.size(); ++q) {
    auto& options = section.questions[q].options;
    Sequence sequence(static_cast<std::uint64_t>(seed) + q * 0x2545f4914f6cdd1d);
    for (std::size_t left = options.size(); left > 1; --left) {
      std::swap(options[left - 1], options[sequence.next() % left]);
    }
  }
}

bool is_right(const Question& question, const Chosen& chosen) {
  Chosen right;
  for (const auto& option : question.options) {
    if (option.correct) right.push_back(option.id);
  }
  std::ranges::sort(right);
  return right == chosen;
}

Marked mark(const Section& section, const Answers& answers) {
  const auto right = section.questions.size() - not_right(section, answers).size();
  return {.mark = right, .passed = right >= section.marks_needed()};
}

std::vector<std::size_t> unanswered(const Section& section, const Answers& answers) {
  return positions(section,
                   [&](const Question& question) { return chosen_for(answers, question.id).empty(); });
}

std::vector<std::size_t> not_right(const Section& section, const Answers& answers) {
  return positions(section, [&](const Question& question) {
    return !is_right(question, chosen_for(answers, question.id));
  });
}

std::optional<base::Instant> deadline(base::Instant start, std::optional<std::chrono::seconds> limit,
                                      int extra_percent) {
  if (!limit) return std::nullopt;
  return start + std::chrono::milliseconds(*limit) * (100 + extra_percent) / 100;
}

bool is_over(std::optional<base::Instant> deadline, base::Instant now) {
  return deadline && now >= *deadline;
}

std::string stored(const Chosen& chosen) {
  std::string text;
  for (const auto id : chosen) text += fmt::format("{}{}", text.empty() ? "" : ",", std::to_underlying(id));
  return text;
}

Chosen chosen_from(std::string_view stored) {
  Chosen chosen;
  while (!stored.empty()) {
    const auto comma = std::min(stored.find(','), stored.size());
    const auto id = number(stored.substr(0, comma));
    if (!id) throw std::logic_error("an answer in the database is no list of options");
    chosen.push_back(OptionId{*id});
    stored.remove_prefix(std::min(comma + 1, stored.size()));
  }
  in_order(chosen);
  return chosen;
}

base::Result<Answers> changes_in(const Section& section, const FormItems& form) {
  Answers sent;
  std::map<QuestionId, std::string_view> was;
  for (const auto& [field, value] : form) {
    if (const auto question = question_of(field, "was")) {
      was.emplace(*question, value);
      sent[*question];
    } else if (const auto answered = question_of(field, "q")) {
      const auto option = number(value);
      if (!option) return base::refuse(of_another_page());
      sent[*answered].push_back(OptionId{*option});
    }
  }
  Answers changes;
  for (auto& [id, chosen] : sent) {
    in_order(chosen);
    const auto* question = find(section, id);
    if (question == nullptr || !can_be_chosen(*question, chosen)) return base::refuse(of_another_page());
    const auto before = was.find(id);
    if (before == was.end() || before->second != stored(chosen)) changes.emplace(id, std::move(chosen));
  }
  return changes;
}

Answers merged(Answers saved, const Answers& changes) {
  for (const auto& [id, chosen] : changes) saved[id] = chosen;
  return saved;
}

}  // namespace attempts
