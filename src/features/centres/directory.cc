#include "features/centres/directory.h"

#include "access/rules.h"
#include "base/day.h"
#include "base/text.h"
#include "features/audit/audit.h"

namespace centres {
namespace {

db::Query matching(std::string_view select, const DirectoryQuery& asked, base::Instant now) {
  db::Query query(select);
  query.also(" FROM centre WHERE 1 = 1");
  if (asked.which == Which::open) query.also(" AND closed_at IS NULL");
  if (asked.which == Which::closed) query.also(" AND closed_at IS NOT NULL");
  if (asked.which == Which::due)
    query.also(" AND closed_at IS NOT NULL AND keep_until < ?", base::iso_date(now));
  return query.search("(number || ' ' || COALESCE(search_key, LOWER(name)))", asked.search);
}

#define EXAMS_CENTRE_COLUMNS "id, number, name, created_at, closed_at, keep_until"

Entry entry_from(const db::Row& row) {
  return {.centre = {row.id<access::CentreId>(0), row.text(1), row.text(2)},
          .created_at = row.instant(3),
          .closed_at = row.maybe_instant(4),
          .keep_until = row.maybe_text(5).value_or("")};
}

std::string day_words(std::string_view iso_date) {
  const auto day = base::day_from_iso(iso_date);
  return day ? base::british_date(day->start) : std::string(iso_date);
}

audit::Subject subject_of(const Entry& entry) {
  return {"centre", std::to_underlying(entry.centre.id), entry.centre.name};
}

std::optional<base::FieldError> problem_with(std::string_view keep_until, base::Instant now) {
  const auto day = base::day_from_iso(keep_until);
  if (!day) return base::FieldError{"keep_until", "Enter the day until which the centre's data are kept."};
  if (day->start <= now) return base::FieldError{"keep_until", "Choose a day in the future."};
  return std::nullopt;
}

}  // namespace

std::string Entry::kept_until() const {
  return day_words(keep_until);
}

bool Entry::due(base::Instant now) const {
  const auto day = base::day_from_iso(keep_until);
  return closed() && day && day->end <= now;
}

DirectoryPage list(db::Connection& connection, const access::Actor& actor, const DirectoryQuery& query) {
  DirectoryPage page;
  if (!access::runs_hub(actor)) return page;
  const auto now = connection.now();
  page.total =
      static_cast<std::size_t>(connection.exec(matching("SELECT COUNT(*)", query, now)).front().integer(0));
  for (const auto& row :
       connection.exec(matching("SELECT " EXAMS_CENTRE_COLUMNS, query, now)
                           .also(" ORDER BY number LIMIT ? OFFSET ?", query.limit, query.offset))) {
    page.entries.push_back(entry_from(row));
  }
  return page;
}

std::optional<Entry> find(db::Connection& connection, const access::Actor& actor, access::CentreId id) {
  if (!access::runs_hub(actor)) return std::nullopt;
  const auto rows = connection.exec("SELECT " EXAMS_CENTRE_COLUMNS " FROM centre WHERE id = ?", id);
  return rows.empty() ? std::nullopt : std::optional(entry_from(rows.front()));
}

base::Result<void> rename(db::Connection& connection, const access::Actor& actor, access::CentreId id,
                          std::string_view typed_name) {
  const auto entry = find(connection, actor, id);
  if (!entry) return base::refuse(base::Refusal::not_found());
  const auto name = base::trimmed(typed_name);
  if (auto errors = check(entry->centre.number, name); !errors.empty()) {
    return base::refuse(base::Refusal::bad_input(std::move(errors)));
  }
  if (name == entry->centre.name) return {};
  connection.exec("UPDATE centre SET name = ?, search_key = ? WHERE id = ?", name, base::search_key(name),
                  id);
  audit::record_in_centre(connection, id, actor,
                          {audit::action::centre_renamed,
                           {"centre", std::to_underlying(id), name},
                           {{"Name", entry->centre.name, name}}});
  return {};
}

base::Result<void> close(db::Connection& connection, const access::Actor& actor, access::CentreId id,
                         std::string_view keep_until, ClosingListener& listener) {
  const auto entry = find(connection, actor, id);
  if (!entry) return base::refuse(base::Refusal::not_found());
  if (entry->closed()) return {};
  const auto now = connection.now();
  if (auto problem = problem_with(keep_until, now))
    return base::refuse(base::Refusal::bad_input({std::move(*problem)}));
  connection.exec("UPDATE centre SET closed_at = ?, keep_until = ? WHERE id = ?", now, keep_until, id);
  listener.closed(connection, id);
  audit::record_in_centre(
      connection, id, actor,
      {audit::action::centre_closed, subject_of(*entry), {{"Data kept until", "", day_words(keep_until)}}});
  return {};
}

base::Result<void> keep_until(db::Connection& connection, const access::Actor& actor, access::CentreId id,
                              std::string_view day) {
  const auto entry = find(connection, actor, id);
  if (!entry) return base::refuse(base::Refusal::not_found());
  if (!entry->closed())
    return base::refuse(base::Refusal::conflict("This centre is open: its data are kept anyway."));
  if (auto problem = problem_with(day, connection.now())) {
    return base::refuse(base::Refusal::bad_input({std::move(*problem)}));
  }
  if (day == entry->keep_until) return {};
  connection.exec("UPDATE centre SET keep_until = ? WHERE id = ?", day, id);
  audit::record_in_centre(connection, id, actor,
                          {audit::action::centre_kept,
                           subject_of(*entry),
                           {{"Data kept until", entry->kept_until(), day_words(day)}}});
  return {};
}

base::Result<void> reopen(db::Connection& connection, const access::Actor& actor, access::CentreId id) {
  const auto entry = find(connection, actor, id);
  if (!entry) return base::refuse(base::Refusal::not_found());
  if (!entry->closed()) return {};
  connection.exec("UPDATE centre SET closed_at = NULL, keep_until = NULL WHERE id = ?", id);
  audit::record_in_centre(connection, id, actor, {audit::action::centre_reopened, subject_of(*entry)});
  return {};
}

}  // namespace centres
