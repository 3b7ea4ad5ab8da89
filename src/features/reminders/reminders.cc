#include "features/reminders/reminders.h"

#include <algorithm>
#include <map>

#include "access/rules.h"
#include "base/day.h"
#include "base/number.h"
#include "base/text.h"
#include "features/assessments/assessment_store.h"

namespace reminders {
namespace {

struct Window {
  std::string from;
  std::string to;
};

Window window(const ReminderFilter& filter, const std::string& today) {
  if (filter.within_days) return {today, base::days_after(today, *filter.within_days)};
  return {"", base::days_after(today, -1)};
}

// Certificates f, in the window and by the filter.
db::Query& add_ending(db::Query& query, const ReminderFilter& filter, const std::string& today) {
  const auto [from, to] = window(filter, today);
  query.also(
      " AND f.superseded_at IS NULL AND f.withdrawn_at IS NULL AND f.valid_until >= ? AND f.valid_until <= ?",
      from, to);
  if (!filter.to_renew) return query;
  return query.also(
      " AND NOT EXISTS (SELECT 1 FROM certificate n WHERE n.account_id = f.account_id AND n.slug = f.slug"
      " AND n.year > f.year AND n.superseded_at IS NULL AND n.withdrawn_at IS NULL)");
}

Reminder reminder_from(const db::Row& row, const std::string& today) {
  Reminder found{.account = row.id<access::AccountId>(0),
                 .first_name = row.text(1),
                 .last_name = row.text(2),
                 .email = row.text(3),
                 .role = access::stored_role(row.text(4)),
                 .code = row.text(5),
                 .slug = row.text(6),
                 .title = row.text(7),
                 .year = row.text(8),
                 .last_day = row.text(9)};
  found.days_left = base::days_between(today, found.last_day);
  return found;
}

using Newest = std::map<std::string, std::string, std::less<>>;  // year of the newest version, by slug

Renewal renewal(const Reminder& reminder, const Newest& newest,
                const std::vector<attempts::AssessmentStanding>& own) {
  const auto later = newest.find(reminder.slug);
  if (later == newest.end() || later->second <= reminder.year) return {};
  Renewal found{.kind = Renewal::Kind::not_open, .year = later->second};
  for (const auto& standing : own) {
    if (standing.slug != reminder.slug || standing.year != later->second) continue;
    found.status = standing.status;
    if (standing.takeable || standing.status == attempts::Status::passed) found.kind = Renewal::Kind::open;
  }
  return found;
}

void add_renewals(db::Connection& c, const access::Actor& actor, std::vector<Reminder>& all) {
  std::vector<access::AccountId> people;
  people.reserve(all.size());
  for (const auto& reminder : all) people.push_back(reminder.account);
  std::ranges::sort(people);
  const auto rest = std::ranges::unique(people);
  people.erase(rest.begin(), rest.end());
  const auto standings = attempts::standings(c, actor, people);
  Newest newest;
  for (const auto& version : assessments::newest(c)) newest.emplace(version.slug, version.year);
  for (auto& reminder : all) {
    const auto at = std::ranges::lower_bound(people, reminder.account) - people.begin();
    reminder.renewal = renewal(reminder, newest, standings[static_cast<std::size_t>(at)]);
  }
}

std::optional<int> days_from(std::string_view typed) {
  const auto days = base::number_from<int>(typed);
  return days && *days >= 0 && *days <= most_reminder_days ? days : std::nullopt;
}

}  // namespace

std::optional<base::FieldError> days_problem(std::string_view ends, std::string_view days) {
  if (ends == "ended" || days.empty() || days_from(days)) return std::nullopt;
  return base::FieldError{
      "days", "Write a whole number of days, from 0 to " + base::thousands(most_reminder_days) + "."};
}

ReminderFilter reminder_filter_from(std::string_view ends, std::string_view days, std::string_view to_renew) {
  ReminderFilter filter{.to_renew = to_renew == "yes"};
  if (ends == "ended") {
    filter.within_days.reset();
    return filter;
  }
  if (const auto typed = days_from(days)) filter.within_days = typed;
  return filter;
}

std::string words(const ReminderFilter& filter) {
  if (!filter.within_days) return "Already over";
  return "Within " + base::counted(static_cast<std::size_t>(*filter.within_days), "day", "days");
}

std::vector<Reminder> of_centre(db::Connection& c, const access::Actor& actor, const ReminderFilter& filter,
                                const ReminderPart& part) {
  std::vector<Reminder> found;
  if (!access::manages_users(actor)) return found;
  const auto today = base::iso_date(c.now());
  db::Query query(
      "SELECT p.id, p.first_name, p.last_name, p.email, p.role, f.code, f.slug, f.title, f.year, "
      "f.valid_until"
      " FROM certificate f JOIN account p ON p.id = f.account_id WHERE f.centre_id = ?",
      actor.centre);
  add_ending(query, filter, today)
      .also(filter.within_days ? " ORDER BY f.valid_until" : " ORDER BY f.valid_until DESC")
      .also(", p.sort_key, p.id, f.title, f.id LIMIT ? OFFSET ?", part.limit, part.offset);
  for (const auto& row : c.exec(query)) found.push_back(reminder_from(row, today));
  if (!found.empty()) add_renewals(c, actor, found);
  return found;
}

std::size_t count(db::Connection& c, const access::Actor& actor, const ReminderFilter& filter) {
  if (!access::manages_users(actor)) return 0;
  db::Query query("SELECT COUNT(*) FROM certificate f WHERE f.centre_id = ?", actor.centre);
  return static_cast<std::size_t>(
      c.exec(add_ending(query, filter, base::iso_date(c.now()))).at(0).integer(0));
}

std::vector<CentreReminders> by_centre(db::Connection& c, const access::Actor& actor,
                                       const ReminderFilter& filter) {
  std::vector<CentreReminders> found;
  if (!access::runs_hub(actor)) return found;
  db::Query query(
      "SELECT e.id, e.number, e.name, COUNT(*), COUNT(DISTINCT f.account_id) FROM centre e"
      " JOIN certificate f ON f.centre_id = e.id WHERE e.closed_at IS NULL");
  add_ending(query, filter, base::iso_date(c.now()))
      .also(" GROUP BY e.id, e.number, e.name ORDER BY e.number");
  for (const auto& row : c.exec(query)) {
    found.push_back({.centre = row.id<access::CentreId>(0),
                     .number = row.text(1),
                     .name = row.text(2),
                     .certificates = static_cast<std::size_t>(row.integer(3)),
                     .people = static_cast<std::size_t>(row.integer(4))});
  }
  return found;
}

}  // namespace reminders
