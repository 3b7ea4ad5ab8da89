#include "features/summary/attempt_reader.h"

#include <utility>

namespace summary {
namespace {

constexpr std::size_t at_once = 1'000;

}  // namespace

AttemptReader::AttemptReader(db::Database& database, access::Actor actor, const Board& board)
    : database_(database), actor_(std::move(actor)) {
  year_ = board.year;
  if (board.chosen) slug_ = board.assessments.front().slug;
  for (const auto& person : board.people)
    people_.emplace(std::to_underlying(person.account.id), &person.account);
}

std::vector<AttemptLine> AttemptReader::next() {
  while (more_) {
    auto lines = database_.read([&](db::Connection& c) {
      const auto records = attempts::attempts_after(c, actor_, slug_, last_, at_once);
      more_ = records.size() == at_once;
      if (!records.empty()) last_ = records.back();
      return lines_from(c, records);
    });
    if (!lines.empty()) return lines;
  }
  return {};
}

std::vector<AttemptLine> AttemptReader::lines_from(db::Connection& c,
                                                   const std::vector<attempts::AttemptRecord>& records) {
  std::vector<AttemptLine> lines;
  for (const auto& record : records) {
    const auto person = people_.find(std::to_underlying(record.account));
    if (person == people_.end() || (!year_.empty() && record.year != year_)) continue;
    const auto& version = version_of(c, record.section);
    const auto& section = version.content->at(record.section);
    lines.push_back({.person = person->second,
                     .assessment = version.title,
                     .section = section.title,
                     .questions = section.questions.size(),
                     .attempt = record});
  }
  return lines;
}

const assessments::Version& AttemptReader::version_of(db::Connection& c, assessments::SectionId id) {
  if (const auto known = versions_.find(id); known != versions_.end()) return known->second;
  const auto version = assessments::find_version(c, id).value();
  for (const auto& section : version.content->sections) versions_.emplace(section.id, version);
  return versions_.at(id);
}

}  // namespace summary
