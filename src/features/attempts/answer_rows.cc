#include "features/attempts/answer_rows.h"

#include "base/log.h"

namespace attempts {

void AnswerRows::add(AttemptId id, const Answers& changes, base::Instant at) {
  for (const auto& [question, chosen] : changes) rows_.push_back({id, question, stored(chosen), at});
}

void AnswerRows::write(db::Connection& c) const {
  if (rows_.empty()) return;
  c.exec_many(
      "INSERT INTO answer (attempt_id, question_id, chosen, saved_at) VALUES (?, ?, ?, ?)"
      " ON CONFLICT (attempt_id, question_id) DO UPDATE SET chosen = excluded.chosen, saved_at = "
      "excluded.saved_at",
      rows_);
}

void log_late(const Attempt& attempt) {
  base::log(base::LogLevel::info, "answer_too_late",
            {{"attempt", std::to_underlying(attempt.id)}, {"account", std::to_underlying(attempt.account)}});
}

}  // namespace attempts
