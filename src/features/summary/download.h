// The full summary download: the board as a table, and every attempt of the people on it as another.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/database.h"
#include "documents/table.h"
#include "features/attempts/history.h"
#include "features/summary/board.h"

namespace summary {

// A cell says "Passed 23 November 2026", "Started 3/7" or "Not Started"; nothing where it is not for this
// person.
documents::Table board_table(std::shared_ptr<const Board>);

// The database outlives it.
documents::Table attempt_table(db::Database&, const access::Actor&, std::shared_ptr<const Board>);

// Every attempt of the people on a board, some hundred at a time, with the names that a person reads.
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
