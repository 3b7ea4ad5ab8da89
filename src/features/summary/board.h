// Everybody of a centre by all assessments that are current, or by those of one year: what the User Summary
// shows and its downloads hold. A handful of queries for every 250 people and one for each assessment; never
// counts attempts.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "features/accounts/account_store.h"
#include "features/assessments/assessment_store.h"
#include "features/summary/summary_query.h"

namespace summary {

struct Cell {
  bool shown = false;     // the person may take it now, or has started it
  bool takeable = false;  // counts for this person: they may take it now, or began it in the chosen year
  attempts::Status status = attempts::Status::not_started;
  std::uint32_t sections_passed = 0;
  std::optional<base::Instant> passed_at{};
};

struct Person {
  accounts::Account account;
  attempts::Status overall =
      attempts::Status::not_started;  // over all that they may take now: see summary_query.h
  std::size_t passed = 0;             // of those
  std::size_t takeable = 0;
  std::vector<Cell> cells;  // one for each of the board's assessments
};

// How many the filter lets through whatever its status, and how they stand.
struct Totals {
  std::size_t people = 0;
  std::size_t passed = 0;
  std::size_t started = 0;
  std::size_t not_started = 0;

  bool operator==(const Totals&) const = default;
};

struct Board {
  std::vector<assessments::Version> assessments;  // the columns: all, or the chosen one
  std::vector<assessments::Version> choices;      // that could be chosen
  std::vector<std::string> years;                 // that could be chosen, the newest first
  bool chosen = false;                            // the filter names one of them
  std::string year;                               // the filter's; empty: what is current
  std::vector<Person> people;                     // by name
  Totals totals;
};

// Empty unless the actor manages users. What is not among the choices or years counts as not chosen.
Board load_board(db::Connection&, const access::Actor&, const Filter&);

}  // namespace summary
