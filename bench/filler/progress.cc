#include "progress.h"

#include <algorithm>

#include "papers.h"

namespace fill {
namespace {

using namespace std::chrono;

// How far somebody comes in one assessment: passes so many sections, and begins the one after those.
struct Course {
  std::size_t passes = 0;
  enum class Next { none, open, failed } next = Next::none;
};

// Of a hundred people so many begin an assessment, by its place in content/, and so many of these finish it.
constexpr unsigned begin_it[] = {46, 15, 18, 3, 12};
constexpr unsigned finish_it = 64;

Course course(const Version& version, Dice& dice) {
  const auto sections = version.content.sections.size();
  if (!dice.chance(begin_it[version.place % std::size(begin_it)])) return {};
  if (dice.chance(finish_it)) return {.passes = sections};
  constexpr Course::Next next[] = {Course::Next::open, Course::Next::open, Course::Next::failed,
                                   Course::Next::none, Course::Next::failed};
  return {.passes = dice.below(sections), .next = dice.one_of(next)};
}

// Everything of the year before, and of this year one begun, one finished, and one failed so far.
Course exemplary_course(const Version& version) {
  const auto sections = version.content.sections.size();
  if (!version.current || version.place == 1) return {.passes = sections};
  if (version.place == 0) return {.passes = 3, .next = Course::Next::open};
  if (version.place == 2) return {.passes = 1, .next = Course::Next::failed};
  return {};
}

std::string certificate_code(Dice& dice) {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string code(28, ' ');
  for (char& c : code) c = dice.one_of(alphabet);
  return code;
}

// One person at one assessment. Time goes on as they take it.
class Taking {
 public:
  Taking(Batch& batch, const Centre& centre, const Person& person, const Version& version, Dice& dice,
         std::int64_t& attempts)
      : batch_(batch), centre_(centre), person_(person), version_(version), dice_(dice), attempts_(attempts) {
    now_ = version.published_at + days{dice.below(version.current ? 70 : 250)} + minutes{dice.below(600)};
  }

  // When its last section was passed, if it was.
  std::optional<base::Instant> take(const Course& course) {
    const auto& sections = version_.content.sections;
    for (std::size_t i = 0; i < sections.size() && i <= course.passes; ++i) {
      const bool passes = i < course.passes;
      if (!passes && course.next == Course::Next::none) break;
      take_section(sections[i], passes, course.next);
    }
    return course.passes == sections.size() ? result_.passed_at : std::nullopt;
  }

  base::Instant now() const { return now_; }

 private:
  struct Result {
    base::Instant started_at{};
    std::size_t failed = 0;
    std::optional<std::int64_t> open{};
    std::optional<std::int64_t> passed{};
    std::optional<std::int64_t> passed_version{};
    std::optional<base::Instant> passed_at{};
  };

  void take_section(const assessments::Section& section, bool passes, Course::Next otherwise) {
    now_ += minutes{5 + dice_.below(40)};
    result_ = {.started_at = now_};
    const bool leaves_open =
        !passes && otherwise == Course::Next::open && version_.current && !section.time_limit;
    const auto failures = leaves_open ? 0
                          : passes    ? dice_.chance(18) + dice_.chance(4)
                                      : 1 + dice_.chance(20);
    for (auto left = failures; left > 0 && !result_.passed; --left)
      hand_in(section, some_wrong(section, dice_));
    if (passes && !result_.passed) hand_in(section, all_right(section));
    if (leaves_open) leave_open(section);
    batch_.section_result.add({person_.id, centre_.id, version_.content.slug, version_.content.year,
                               section.key, result_.started_at, result_.failed, result_.open, result_.passed,
                               result_.passed_version, result_.passed_at});
  }

  void leave_open(const assessments::Section& section) {
    result_.open = add_attempt(section, now_, std::nullopt, false, {});
    add_answers(first_few(section, dice_));
  }

  void hand_in(const assessments::Section& section, const attempts::Answers& answers) {
    const auto marked = attempts::mark(section, answers);
    const auto end = attempts::deadline(now_, section.time_limit, 0);
    const bool timed_out = end && !marked.passed && dice_.chance(30);
    const auto at = timed_out ? *end : now_ + seconds{20 * (section.questions.size() + 1)};
    const auto id = add_attempt(section, now_, at, timed_out, marked);
    add_answers(answers);
    now_ = at + minutes{2};
    if (marked.passed) {
      result_.passed = id;
      result_.passed_version = 1;
      result_.passed_at = at;
    } else {
      ++result_.failed;
    }
  }

  std::int64_t add_attempt(const assessments::Section& section, base::Instant start,
                           std::optional<base::Instant> handed_in_at, bool timed_out,
                           const attempts::Marked& marked) {
    batch_.attempt.add({++attempts_, centre_.id, person_.id, version_.content.slug, version_.content.year,
                        section.key, 1, section.id, static_cast<std::int64_t>(dice_.next() >> 1), start,
                        attempts::deadline(start, section.time_limit, 0), handed_in_at, timed_out,
                        handed_in_at ? db::Value(marked.mark) : db::Value(),
                        handed_in_at ? db::Value(marked.passed) : db::Value()});
    return attempts_;
  }

  void add_answers(const attempts::Answers& answers) {
    auto at = now_;
    for (const auto& [question, chosen] : answers) {
      at += seconds{20};
      batch_.answer.add({attempts_, question, attempts::stored(chosen), at});
    }
  }

  Batch& batch_;
  const Centre& centre_;
  const Person& person_;
  const Version& version_;
  Dice& dice_;
  std::int64_t& attempts_;
  base::Instant now_;
  Result result_;  // of the section begun last
};

}  // namespace

std::optional<base::Instant> Progress::add(Batch& batch, const Centre& centre, const Person& person,
                                           Dice dice) {
  std::optional<base::Instant> last;
  for (const auto& version : versions_) {
    if (!version.content.is_for(person.role) || (person.newcomer && !version.current)) continue;
    Taking taking(batch, centre, person, version, dice, attempts_);
    const auto before = attempts_;
    const auto passed = taking.take(person.exemplary ? exemplary_course(version) : course(version, dice));
    if (attempts_ > before) last = std::max(last, std::optional(taking.now()));
    if (passed) add_pass(batch, centre, person, version, *passed, dice);
  }
  return last;
}

// One certificate of a hundred was reissued a month later, and one of three hundred withdrawn.
void Progress::add_pass(Batch& batch, const Centre& centre, const Person& person, const Version& version,
                        base::Instant at, Dice& dice) {
  const auto& content = version.content;
  batch.assessment_pass.add({person.id, centre.id, content.slug, content.year, 1, at});
  const auto issue = [&](base::Instant issued_at, const db::Value& superseded_at,
                         const db::Value& withdrawn_at) {
    batch.certificate.add({++certificates_, certificate_code(dice), centre.id, person.id, content.slug,
                           content.year, 1, person.first_name + " " + person.last_name, content.title,
                           centre.name, centre.number, at,
                           content.valid_until.empty() ? db::Value() : db::Value(content.valid_until),
                           issued_at, superseded_at, withdrawn_at});
  };
  if (!version.current && dice.chance(1)) {
    issue(at, at + days{30}, nullptr);
    issue(at + days{30}, nullptr, nullptr);
  } else if (dice.below(300) == 0) {
    issue(at, nullptr, at + days{3});
  } else {
    issue(at, nullptr, nullptr);
  }
}

}  // namespace fill
