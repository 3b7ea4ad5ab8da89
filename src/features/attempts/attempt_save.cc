// The part of attempt_store.h that takes answers: to be saved, the same few queries for one person as for all
// who are saving at the moment, and to be handed in.
#include <map>
#include <optional>

#include "base/log.h"
#include "features/attempts/attempt_rows.h"
#include "features/visibility/may_take.h"

namespace attempts {
namespace {

using access::AccountId;
using access::CentreId;

std::map<AttemptId, Attempt> attempts_of(db::Connection& c, std::span<const Saving> savings) {
  const auto ids = db::keys(savings | std::views::transform(&Saving::attempt));
  std::map<AttemptId, Attempt> found;
  for (const auto& row : c.exec("SELECT " ATTEMPT_COLUMNS " FROM attempt t WHERE t.id IN (?)", ids)) {
    found.emplace(row.id<AttemptId>(0), attempt_from(row));
  }
  return found;
}

// Answers on their way into the table.
class AnswerRows {
 public:
  void add(AttemptId id, const Answers& changes, base::Instant at) {
    for (const auto& [question, chosen] : changes) rows_.push_back({id, question, stored(chosen), at});
  }

  // In one round trip, in the order in which they were added.
  void write(db::Connection& c) const {
    if (rows_.empty()) return;
    c.exec_many(
        "INSERT INTO answer (attempt_id, question_id, chosen, saved_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (attempt_id, question_id) DO UPDATE SET chosen = excluded.chosen, saved_at = "
        "excluded.saved_at",
        rows_);
  }

 private:
  std::vector<std::vector<db::Value>> rows_;
};

void log_late(const Attempt& attempt) {
  base::log(base::LogLevel::info, "answer_too_late",
            {{"attempt", std::to_underlying(attempt.id)}, {"account", std::to_underlying(attempt.account)}});
}

// What was sent that is not saved.
bool differs(const Answers& saved, const Answers& changes) {
  return merged(saved, changes) != saved;
}

// What the people of one transaction share, read once.
class Shared {
 public:
  Shared(db::Connection& c, std::span<const Saving> savings, base::Instant now) : c_(c), now_(now) {
    std::map<CentreId, std::vector<const access::Actor*>> by_centre;
    for (const auto& saving : savings) by_centre[saving.actor->centre].push_back(saving.actor);
    for (const auto& [centre, actors] : by_centre) read_viewers(actors);
  }

  Reach reach_of(const access::Actor& actor, const Attempt& attempt) {
    const auto& version = current(attempt.slug);
    const auto viewer = viewers_.find(actor.account);
    const bool sees =
        version && viewer != viewers_.end() && viewer->second.sees(*version) && version->is_for(actor.role);
    return reach(attempt, version, sees);
  }

  const Section& section(const Attempt& attempt) {
    const auto& now = current(attempt.slug);
    if (now && now->year == attempt.year && now->version == attempt.version)
      return now->content->at(attempt.section);
    auto found = earlier_.find(attempt.section);
    if (found == earlier_.end()) found = earlier_.emplace(attempt.section, version_of(c_, attempt)).first;
    return found->second.content->at(attempt.section);
  }

  base::Instant now() const { return now_; }

 private:
  void read_viewers(const std::vector<const access::Actor*>& actors) {
    std::vector<AccountId> accounts;
    for (const auto* actor : actors) accounts.push_back(actor->account);
    auto viewers = visibility::viewers(c_, *actors.front(), accounts);
    for (std::size_t i = 0; i < accounts.size(); ++i) {
      if (viewers[i]) viewers_.insert_or_assign(accounts[i], std::move(*viewers[i]));
    }
  }

  const std::optional<assessments::Version>& current(const std::string& slug) {
    auto found = current_.find(slug);
    if (found == current_.end()) found = current_.emplace(slug, assessments::find_current(c_, slug)).first;
    return found->second;
  }

  db::Connection& c_;
  std::map<AccountId, visibility::Viewer> viewers_;
  std::map<std::string, std::optional<assessments::Version>> current_;
  std::map<assessments::SectionId, assessments::Version> earlier_;  // taken on older versions
  base::Instant now_;
};

}  // namespace

std::vector<base::Result<Outcome>> AttemptStore::save_all(db::Connection& c,
                                                          std::span<const Saving> savings) {
  const auto attempts = attempts_of(c, savings);
  Shared shared(c, savings, now(c));
  AnswerRows rows;
  const auto judge = [&](const Saving& saving) -> base::Result<Outcome> {
    const auto found = attempts.find(saving.attempt);
    if (found == attempts.end()) return base::refuse(base::Refusal::not_found());
    const auto& attempt = found->second;
    if (attempt.account != saving.actor->account || attempt.centre != saving.actor->centre) {
      return base::refuse(base::Refusal::not_found());
    }
    if (attempt.handed_in_at)
      return Outcome{Outcome::Kind::already, *attempt.handed_in_at, true, Reach::within};
    if (const auto at = shared.reach_of(*saving.actor, attempt); at != Reach::within) {
      return Outcome{Outcome::Kind::closed, {}, true, at};
    }
    const auto changes = changes_in(shared.section(attempt), *saving.form);
    if (!changes) return base::refuse(changes.error());
    if (is_over(attempt.deadline_at, shared.now())) {
      log_late(attempt);
      close_at_deadline(c, attempt);
      return Outcome{Outcome::Kind::too_late, *attempt.deadline_at, true, Reach::within};
    }
    rows.add(attempt.id, *changes, shared.now());
    return Outcome{Outcome::Kind::done, shared.now(), !changes->empty(), Reach::within, attempt.deadline_at};
  };
  std::vector<base::Result<Outcome>> outcomes;
  for (const auto& saving : savings) outcomes.push_back(judge(saving));
  rows.write(c);
  return outcomes;
}

base::Result<Outcome> AttemptStore::save(db::Connection& c, const access::Actor& actor, AttemptId id,
                                         const FormItems& form) {
  const Saving one{&actor, id, &form};
  return std::move(save_all(c, std::span(&one, 1)).front());
}

base::Result<Outcome> AttemptStore::hand_in(db::Connection& c, const access::Actor& actor, AttemptId id,
                                            const FormItems& form) {
  const auto attempt = find(c, actor, id);
  if (!attempt) return base::refuse(base::Refusal::not_found());
  const auto version = version_of(c, *attempt);
  const auto& section = version.content->at(attempt->section);
  const auto saved = saved_answers(c, id);
  const auto changes = changes_in(section, form);
  if (attempt->handed_in_at) {
    const bool late = changes && differs(saved, *changes);
    if (late && attempt->timed_out) log_late(*attempt);
    return Outcome{Outcome::Kind::already, *attempt->handed_in_at, late, Reach::within};
  }
  if (const auto now_is = reach(c, actor, *attempt); now_is != Reach::within) {
    return Outcome{Outcome::Kind::closed, {}, true, now_is};
  }
  if (!changes) return base::refuse(changes.error());
  const auto at = now(c);
  if (is_over(attempt->deadline_at, at)) {
    const bool late = differs(saved, *changes);
    if (late) log_late(*attempt);
    close_at_deadline(c, *attempt);
    return Outcome{Outcome::Kind::too_late, *attempt->deadline_at, late, Reach::within};
  }
  AnswerRows rows;
  rows.add(id, *changes, at);
  rows.write(c);
  close(c, *attempt, section, merged(saved, *changes), at, false);
  return Outcome{Outcome::Kind::done, at, !changes->empty(), Reach::within};
}

}  // namespace attempts
