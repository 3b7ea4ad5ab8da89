// The part of attempt_store.h that saves: the same few queries for one person as for all who are saving at
// the moment.
#include <map>
#include <memory>
#include <optional>

#include "features/attempts/answer_rows.h"
#include "features/attempts/attempt_row.h"
#include "features/visibility/may_take.h"

namespace attempts {
namespace {

using access::AccountId;
using access::CentreId;

std::map<AttemptId, Attempt> attempts_of(db::Connection& c, std::span<const Saving> savings) {
  constexpr std::size_t at_once = 64;
  static const std::string many = [] {
    std::string sql = "SELECT " ATTEMPT_COLUMNS " FROM attempt t WHERE t.id IN (?";
    for (std::size_t i = 1; i < at_once; ++i) sql += ", ?";
    return sql + ")";
  }();
  std::map<AttemptId, Attempt> found;
  for (std::size_t start = 0; start < savings.size(); start += at_once) {
    std::vector<db::Value> ids;
    for (std::size_t i = start; i < start + at_once; ++i) {
      ids.emplace_back(savings[std::min(i, savings.size() - 1)].attempt);  // filled up with the last one
    }
    for (const auto& row : c.exec_values(many, ids)) found.emplace(row.id<AttemptId>(0), attempt_from(row));
  }
  return found;
}

// What the people of one transaction share, read once.
class Shared {
 public:
  Shared(db::Connection& c, SectionCache& cache, std::span<const Saving> savings) : c_(c), cache_(cache) {
    std::map<CentreId, std::vector<const access::Actor*>> by_centre;
    for (const auto& saving : savings) by_centre[saving.actor->centre].push_back(saving.actor);
    for (const auto& [centre, actors] : by_centre) read_viewers(actors);
  }

  Reach reach_of(const access::Actor& actor, const Attempt& attempt) {
    const auto& version = current(attempt.slug);
    const auto viewer = viewers_.find(actor.account);
    const bool sees =
        version && viewer != viewers_.end() && viewer->second.sees(*version) && version->is_for(actor.role);
    return reach(c_, attempt, version, sees);
  }

  const Section& section(const Attempt& attempt) {
    auto found = sections_.find(attempt.section);
    if (found == sections_.end()) found = sections_.emplace(attempt.section, load(attempt)).first;
    return *found->second;
  }

  base::Instant now() {
    if (!now_) now_ = c_.now();
    return *now_;
  }

 private:
  std::shared_ptr<const Section> load(const Attempt& attempt) {
    const auto& version = current(attempt.slug);
    if (version && version->year == attempt.year && version->version == attempt.version) {
      return cache_.get(c_, *version, attempt.section);
    }
    return std::make_shared<const Section>(section_of(c_, attempt));
  }

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
  SectionCache& cache_;
  std::map<AccountId, visibility::Viewer> viewers_;
  std::map<std::string, std::optional<assessments::Version>> current_;
  std::map<assessments::SectionId, std::shared_ptr<const Section>> sections_;
  std::optional<base::Instant> now_;
};

}  // namespace

std::vector<base::Result<Outcome>> AttemptStore::save_all(db::Connection& c,
                                                          std::span<const Saving> savings) {
  const auto attempts = attempts_of(c, savings);
  Shared shared(c, sections_, savings);
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

}  // namespace attempts
