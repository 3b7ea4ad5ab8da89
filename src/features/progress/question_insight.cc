#include "features/progress/question_insight.h"

#include <algorithm>
#include <map>

#include "access/rules.h"

namespace progress {
namespace {

using assessments::OptionId;
using assessments::Question;
using assessments::QuestionId;
using assessments::Section;
using assessments::SectionId;
using assessments::Version;

bool same_option(const assessments::Option& a, const assessments::Option& b) {
  return a.text == b.text && a.correct == b.correct;
}

bool same_question(const Question& a, const Question& b) {
  return a.key == b.key && a.text == b.text && a.choose_many == b.choose_many &&
         std::ranges::equal(a.options, b.options, same_option);
}

// One question through the versions of the year.
class Tally {
 public:
  explicit Tally(const Question& newest) : newest_(newest), chosen_(newest.options.size()) {}

  bool is(const Question& question) const { return same_question(newest_, question); }

  void count_people(std::size_t people) { people_ += people; }
  void count_choice(const Question& as_asked, const attempts::FirstTries::Choice& choice) {
    if (attempts::is_right(as_asked, choice.chosen)) right_ += choice.people;
    for (std::size_t i = 0; i < as_asked.options.size(); ++i) {
      if (std::ranges::find(choice.chosen, as_asked.options[i].id) != choice.chosen.end())
        chosen_[i] += choice.people;
    }
  }

  QuestionInsight insight(std::size_t number) const {
    QuestionInsight insight{.number = number, .text = newest_.text, .people = people_, .right_first = right_};
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      const auto& option = newest_.options[i];
      const std::size_t most = insight.most_chosen_wrong ? insight.most_chosen_wrong->people : 0;
      if (!option.correct && chosen_[i] > most)
        insight.most_chosen_wrong = WrongOption{option.text, chosen_[i]};
    }
    return insight;
  }

 private:
  const Question& newest_;
  std::size_t people_ = 0;
  std::size_t right_ = 0;
  std::vector<std::size_t> chosen_;  // by whom each option was chosen
};

using Choices = std::multimap<QuestionId, const attempts::FirstTries::Choice*>;

void count_section(std::vector<Tally>& tallies, const Section& taken, std::size_t people,
                   const Choices& choices) {
  for (const auto& question : taken.questions) {
    const auto tally = std::ranges::find_if(tallies, [&](const Tally& each) { return each.is(question); });
    if (tally == tallies.end()) continue;
    tally->count_people(people);
    const auto [first, last] = choices.equal_range(question.id);
    for (auto choice = first; choice != last; ++choice) tally->count_choice(question, *choice->second);
  }
}

// Of the newest content. What was answered on an earlier version of it counts for a question that stands
// there word for word, with the same options.
std::vector<SectionInsight> section_insights(const std::vector<Version>& newest_first,
                                             const attempts::FirstTries& tries) {
  Choices choices;
  for (const auto& choice : tries.choices) choices.emplace(choice.question, &choice);
  std::vector<SectionInsight> insights;
  for (const auto& section : newest_first.front().content->sections) {
    std::vector<Tally> tallies(section.questions.begin(), section.questions.end());
    for (const auto& version : newest_first) {
      for (const auto& taken : version.content->sections) {
        const auto people = tries.people.find(taken.id);
        if (taken.key == section.key && people != tries.people.end()) {
          count_section(tallies, taken, people->second, choices);
        }
      }
    }
    SectionInsight insight{.position = insights.size() + 1, .title = section.title, .questions = {}};
    for (const auto& tally : tallies)
      insight.questions.push_back(tally.insight(insight.questions.size() + 1));
    insights.push_back(std::move(insight));
  }
  return insights;
}

}  // namespace

std::optional<AssessmentInsight> question_insight(db::Connection& c, const access::Actor& actor,
                                                  const std::string& slug) {
  if (!access::manages_users(actor)) return std::nullopt;
  auto versions = assessments::versions(c, slug);
  if (versions.empty()) return std::nullopt;
  std::erase_if(versions, [year = versions.front().year](const Version& each) { return each.year != year; });
  const auto tries = attempts::first_tries(c, actor, slug, versions.front().year);
  return AssessmentInsight{versions.front(), section_insights(versions, tries)};
}

}  // namespace progress
