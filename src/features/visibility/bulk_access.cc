#include "features/visibility/bulk_access.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>

#include "base/random.h"
#include "features/visibility/access_default.h"
#include "features/visibility/may_take.h"

namespace visibility {
namespace {

struct Person {
  accounts::Account account;
  Slugs changing;
};

struct Plan {
  std::vector<assessments::Version> assessments;
  std::vector<Person> people;
};

std::vector<accounts::Account> found_by(db::Connection& c, const access::Actor& actor,
                                        const std::string& search) {
  return accounts::list(c, actor,
                        {.search = search,
                         .role = access::Role::invigilator,
                         .limit = static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())})
      .accounts;
}

// Whoever is not an invigilator of this centre any more is left out.
std::vector<accounts::Account> found(db::Connection& c, const access::Actor& actor,
                                     const BulkChoice& choice) {
  if (choice.everyone) return found_by(c, actor, choice.search);
  auto chosen = choice.chosen;
  std::ranges::sort(chosen);
  const auto [first, last] = std::ranges::unique(chosen);
  chosen.erase(first, last);
  std::vector<accounts::Account> all;
  for (const auto id : chosen) {
    auto account = accounts::find(c, actor, id);
    if (account && account->role == access::Role::invigilator) all.push_back(std::move(*account));
  }
  std::ranges::sort(all, {},
                    [](const accounts::Account& a) { return accounts::sort_key(a.first_name, a.last_name); });
  return all;
}

base::Result<Plan> plan_of(db::Connection& c, const access::Actor& actor, const BulkChoice& choice) {
  auto allowed = default_access(c, actor);
  if (!allowed) return base::refuse(std::move(allowed.error()));
  std::vector<base::FieldError> errors;
  auto accounts = found(c, actor, choice);
  if (accounts.empty()) errors.push_back({"invigilator", "Choose at least one invigilator."});
  if (choice.slugs.empty()) {
    errors.push_back({"hidden", "Tick at least one assessment."});
  } else if (const auto possible = can_be_hidden(allowed->assessments, choice.slugs); !possible) {
    std::ranges::copy(possible.error().fields, std::back_inserter(errors));
  }
  if (!errors.empty()) return base::refuse(base::Refusal::bad_input(std::move(errors)));

  std::vector<access::AccountId> ids;
  for (const auto& account : accounts) ids.push_back(account.id);
  const auto seen = viewers(c, actor, ids);
  Plan plan{std::move(allowed->assessments), {}};
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    const auto& hidden = seen[i].value().hidden;
    auto changing = choice.hide ? without(choice.slugs, hidden) : common(choice.slugs, hidden);
    plan.people.push_back({std::move(accounts[i]), std::move(changing)});
  }
  return plan;
}

std::vector<std::string> titles_of(const Plan& plan, const Slugs& slugs) {
  std::vector<std::string> titles;
  for (const auto& version : plan.assessments) {
    if (slugs.contains(version.slug)) titles.push_back(version.title);
  }
  return titles;
}

BulkChange change_of(const Plan& plan, const BulkChoice& choice) {
  BulkChange change{
      .people = plan.people.size(), .changing = {}, .titles = titles_of(plan, choice.slugs), .digest = {}};
  std::string all = choice.hide ? "hide" : "unhide";
  for (const auto& person : plan.people) {
    if (person.changing.empty()) continue;
    change.changing.push_back(
        {person.account.id, person.account.full_name(), titles_of(plan, person.changing)});
    all += fmt::format("\n{} {}", std::to_underlying(person.account.id), fmt::join(person.changing, " "));
  }
  change.digest = base::sha256_hex(all);
  return change;
}

void make(db::Connection& c, const access::Actor& actor, const Plan& plan, bool to_hide) {
  std::vector<Hidden> rows;
  std::vector<audit::Event> events;
  for (const auto& person : plan.people) {
    if (person.changing.empty()) continue;
    for (const auto& slug : person.changing) rows.emplace_back(person.account.id, slug);
    const Slugs none;
    events.push_back({audit::action::access_changed,
                      {"account", std::to_underlying(person.account.id), person.account.full_name()},
                      to_hide ? changes(plan.assessments, none, person.changing)
                              : changes(plan.assessments, person.changing, none)});
  }
  to_hide ? hide(c, actor, rows) : unhide(c, actor, rows);
  audit::record_many(c, actor, events);
}

}  // namespace

base::Result<BulkChange> look_at(db::Connection& c, const access::Actor& actor, const BulkChoice& choice) {
  const auto plan = plan_of(c, actor, choice);
  if (!plan) return base::refuse(plan.error());
  return change_of(*plan, choice);
}

base::Result<BulkChange> apply(db::Connection& c, const access::Actor& actor, const BulkChoice& choice,
                               std::string_view digest) {
  const auto plan = plan_of(c, actor, choice);
  if (!plan) return base::refuse(plan.error());
  auto change = change_of(*plan, choice);
  if (change.digest != digest) {
    return base::refuse(base::Refusal::conflict("Something changed since you looked."));
  }
  make(c, actor, *plan, choice.hide);
  return change;
}

}  // namespace visibility
