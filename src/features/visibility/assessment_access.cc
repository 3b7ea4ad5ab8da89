#include "features/visibility/assessment_access.h"

#include "features/visibility/may_take.h"

namespace visibility {
namespace {

std::vector<Hidden> with_slugs(access::AccountId account, const Slugs& slugs) {
  std::vector<Hidden> all;
  for (const auto& slug : slugs) all.emplace_back(account, slug);
  return all;
}

}  // namespace

base::Result<PersonAccess> person_access(db::Connection& c, const access::Actor& actor,
                                         access::AccountId id) {
  auto person = accounts::find(c, actor, id);
  if (!person) return base::refuse(base::Refusal::not_found());
  if (!access::may_choose_assessments(actor, person->subject())) {
    return base::refuse(base::Refusal::forbidden(
        actor.centre_admin ? "Assessments can only be hidden from invigilators."
                           : "Only a Centre Admin can choose which assessments an invigilator sees."));
  }
  auto assessments = for_invigilators(c);
  auto hidden = viewers(c, actor, {&id, 1}).front().value().hidden;
  hidden = common(hidden, slugs_of(assessments));
  return PersonAccess{std::move(*person), std::move(assessments), std::move(hidden)};
}

base::Result<bool> set_hidden(db::Connection& c, const access::Actor& actor, access::AccountId id,
                              const Slugs& hidden, const std::optional<Slugs>& seen) {
  const auto now = person_access(c, actor, id);
  if (!now) return base::refuse(now.error());
  if (seen && *seen != now->hidden) {
    return base::refuse(base::Refusal::conflict("Someone else changed this while you had the page open."));
  }
  if (auto possible = can_be_hidden(now->assessments, hidden); !possible)
    return base::refuse(possible.error());
  const auto details = changes(now->assessments, now->hidden, hidden);
  if (details.empty()) return false;
  hide(c, actor, with_slugs(id, without(hidden, now->hidden)));
  unhide(c, actor, with_slugs(id, without(now->hidden, hidden)));
  audit::record(
      c, actor,
      {audit::action::access_changed, {"account", std::to_underlying(id), now->person.full_name()}, details});
  return true;
}

}  // namespace visibility
