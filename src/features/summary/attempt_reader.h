// Every attempt of the people on a board, some hundred at a time, with the names that a person reads.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/database.h"
#include "features/attempts/every_attempt.h"
#include "features/summary/board.h"

namespace summary {

struct AttemptLine {
  const accounts::Account* person;  // of the board
  std::string assessment;
  std::string section;
  std::size_t questions;
  attempts::AttemptRecord attempt;
};

// The database and the board outlive it. Each next() reads the database once more, so that no snapshot is
// held long.
class AttemptReader {
 public:
  AttemptReader(db::Database&, access::Actor, const Board&);

  std::vector<AttemptLine> next();  // empty at the end

 private:
  std::vector<AttemptLine> lines_from(db::Connection&, const std::vector<attempts::AttemptRecord>&);
  const assessments::Version& version_of(db::Connection&, assessments::SectionId);

  db::Database& database_;
  access::Actor actor_;
  std::string slug_;
  std::string year_;  // empty: of every year
  std::unordered_map<std::int64_t, const accounts::Account*> people_;
  std::map<assessments::SectionId, assessments::Version> versions_;
  std::optional<attempts::AttemptRecord> last_;
  bool more_ = true;
};

}  // namespace summary
