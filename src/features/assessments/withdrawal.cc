#include "features/assessments/withdrawal.h"

#include <utility>

#include "features/assessments/assessment_store.h"
#include "features/audit/audit.h"
#include "features/audit/hub_actions.h"

namespace assessments {
namespace {

std::optional<Version> found(db::Connection& c, const access::Actor* by, std::string_view slug) {
  return by == nullptr || by->role == access::Role::hub_operator ? find_current(c, slug) : std::nullopt;
}

void record(db::Connection& c, const access::Actor* by, const audit::Action& action, const Version& version) {
  const audit::Event event{action,
                           {"assessment", std::to_underlying(version.id), version.title},
                           {{"Slug", "", version.slug}, {"Year", "", version.year}}};
  if (by != nullptr) {
    audit::record(c, *by, event);
  } else {
    audit::record_command(c, std::nullopt, event);
  }
}

}  // namespace

base::Result<void> withdraw(db::Connection& c, const access::Actor* by, std::string_view slug) {
  const auto version = found(c, by, slug);
  if (!version) return base::refuse(base::Refusal::not_found());
  if (version->withdrawn_at) return {};
  c.exec("UPDATE assessment_slug SET withdrawn_at = ? WHERE slug = ?", c.now(), slug);
  record(c, by, audit::action::assessment_withdrawn, *version);
  return {};
}

base::Result<void> restore(db::Connection& c, const access::Actor* by, std::string_view slug) {
  const auto version = found(c, by, slug);
  if (!version) return base::refuse(base::Refusal::not_found());
  if (!version->withdrawn_at) return {};
  c.exec("UPDATE assessment_slug SET withdrawn_at = NULL WHERE slug = ?", slug);
  record(c, by, audit::action::assessment_restored, *version);
  return {};
}

}  // namespace assessments
