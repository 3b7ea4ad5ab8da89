#include "check.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <tuple>

#include "features/assessments/assessment_import.h"
#include "features/assessments/demo_content.h"
#include "features/attempts/attempt_store.h"
#include "features/attempts/standing.h"

namespace fill {
namespace {

using Key = std::tuple<std::string, std::string, std::string>;  // slug, year, section
using Certificate = std::pair<base::Instant, std::string>;      // passed at, person

// A row of section_result.
struct SectionResult {
  std::int64_t failed_attempts = 0;
  std::optional<std::int64_t> open_attempt{};
  std::optional<std::int64_t> passed_attempt{};
  std::optional<std::int64_t> passed_version{};
  std::optional<base::Instant> passed_at{};

  bool operator==(const SectionResult&) const = default;
};

class Checker {
 public:
  explicit Checker(db::Connection& c) : c_(c) {}

  void person(access::AccountId id) {
    const auto row = c_.exec("SELECT centre_id, first_name, last_name FROM account WHERE id = ?", id).at(0);
    const access::Actor officer{.account = id,
                                .centre = row.id<access::CentreId>(0),
                                .role = access::Role::exams_officer,
                                .name = row.text(1) + " " + row.text(2),
                                .centre_name = {},
                                .centre_number = {}};
    if (results_of_attempts(officer) != kept_results(id)) wrong(id, "the results of its sections");
    passes(officer);
  }

  void whole_hub() {
    for (const auto& version : assessments::newest_of_each_year(c_)) {
      if (!attempts::complete_without_pass(c_, version).empty())
        problems_.push_back("somebody has passed all sections of " + version.slug + ", and no pass is kept");
    }
  }

  std::vector<std::string> problems() { return std::move(problems_); }

 private:
  std::map<Key, SectionResult> kept_results(access::AccountId id) {
    std::map<Key, SectionResult> kept;
    for (const auto& row :
         c_.exec("SELECT slug, year, section_key, failed_attempts, open_attempt, passed_attempt, "
                 "passed_version, passed_at FROM section_result WHERE account_id = ?",
                 id)) {
      kept[{row.text(0), row.text(1), row.text(2)}] = {row.integer(3), row.maybe_integer(4),
                                                       row.maybe_integer(5), row.maybe_integer(6),
                                                       row.maybe_instant(7)};
    }
    return kept;
  }

  std::map<Key, SectionResult> results_of_attempts(const access::Actor& actor) {
    std::map<Key, SectionResult> made;
    for (const auto& row : c_.exec("SELECT id, slug, year, section_key, handed_in_at FROM attempt"
                                   " WHERE account_id = ? ORDER BY id",
                                   actor.account)) {
      auto& result = made[{row.text(1), row.text(2), row.text(3)}];
      const auto paper = attempts::load(c_, actor, row.id<attempts::AttemptId>(0)).value();
      const auto marked = attempts::mark(paper.section, paper.answers);
      if (!paper.handed_in()) {
        result.open_attempt = row.integer(0);
      } else if (marked != attempts::Marked{paper.attempt.mark, paper.attempt.passed}) {
        wrong(actor.account, fmt::format("the mark of attempt {}", row.integer(0)));
      } else if (marked.passed) {
        result.passed_attempt = row.integer(0);
        result.passed_version = paper.attempt.version;
        result.passed_at = paper.attempt.handed_in_at;
      } else {
        ++result.failed_attempts;
      }
    }
    return made;
  }

  // What somebody has passed has a pass and one certificate, and nothing else has.
  void passes(const access::Actor& actor) {
    std::map<std::pair<std::string, std::string>, base::Instant> passed, kept, certified;
    const auto standings = attempts::standings(c_, actor, std::span(&actor.account, 1));
    for (const auto& standing : standings.front()) {
      if (standing.status == attempts::Status::passed)
        passed.emplace(std::pair(standing.slug, standing.year), standing.passed_at.value());
    }
    for (const auto& row :
         c_.exec("SELECT slug, year, passed_at FROM assessment_pass WHERE account_id = ?", actor.account)) {
      kept.emplace(std::pair(row.text(0), row.text(1)), row.instant(2));
    }
    for (const auto& row : c_.exec("SELECT slug, year, passed_at FROM certificate WHERE account_id = ?"
                                   " AND person_name = ? AND superseded_at IS NULL",
                                   actor.account, actor.name)) {
      certified.emplace(std::pair(row.text(0), row.text(1)), row.instant(2));
    }
    if (passed != kept) wrong(actor.account, "what is passed");
    if (passed != certified) wrong(actor.account, "the certificates");
  }

  void wrong(access::AccountId id, const std::string& what) {
    problems_.push_back(fmt::format("account {}: {}", std::to_underlying(id), what));
  }

  db::Connection& c_;
  std::vector<std::string> problems_;
};

// The current assessments are the very content that the program publishes: importing it changes nothing.
void check_content(db::Database& database, std::vector<std::string>& problems) {
  const auto imported = assessments::import_files(database, assessments::demo_content(), nullptr);
  if (!imported) problems.push_back("content/ cannot be imported");
  for (const auto& publication : imported.value_or(std::vector<assessments::Publication>{})) {
    if (publication.outcome != assessments::Publication::Outcome::unchanged)
      problems.push_back(publication.words());
  }
}

}  // namespace

std::vector<std::string> disagreements(db::Database& database, std::size_t sample) {
  auto problems = database.read([&](db::Connection& c) {
    Checker checker(c);
    checker.whole_hub();
    const auto last = c.exec("SELECT MAX(id) FROM account").at(0).integer(0);
    const auto step = std::max<std::int64_t>(1, last / static_cast<std::int64_t>(sample));
    for (std::int64_t id = 2; id <= last; id += step) checker.person(access::AccountId{id});
    return checker.problems();
  });
  check_content(database, problems);
  return problems;
}

}  // namespace fill
