#include <algorithm>

#include "base/text.h"
#include "features/accounts/account_rows.h"
#include "features/accounts/account_store.h"

namespace accounts {
namespace {

db::Query matching(std::string_view select, const access::Actor& actor, const ListQuery& asked) {
  db::Query query(select);
  query.also(" FROM account WHERE centre_id = ?", actor.centre);
  if (asked.role) query.also(" AND role = ?", access::code(*asked.role));
  if (asked.centre_admins_only) query.also(" AND role = 'EO' AND centre_admin = 1");
  return query.search("search_key", asked.search);
}

// Each is the order of an index (migrations/0001_centres_and_accounts.sql), and ends in something unique.
std::string_view order_of(SortBy sort, bool descending) {
  switch (sort) {
    case SortBy::email:
      return descending ? " ORDER BY email_key DESC" : " ORDER BY email_key";
    case SortBy::role:
      return descending ? " ORDER BY role DESC, sort_key DESC, id DESC" : " ORDER BY role, sort_key, id";
    case SortBy::last_signed_in:
      return descending ? " ORDER BY COALESCE(last_signed_in_at, 0) DESC, id DESC"
                        : " ORDER BY COALESCE(last_signed_in_at, 0), id";
    case SortBy::name:
      break;
  }
  return descending ? " ORDER BY sort_key DESC, id DESC" : " ORDER BY sort_key, id";
}

}  // namespace

db::Query page_query(const access::Actor& actor, const ListQuery& asked) {
  return matching("SELECT " EXAMS_ACCOUNT_COLUMNS, actor, asked)
      .also(order_of(asked.sort, asked.descending))
      .also(" LIMIT ? OFFSET ?", asked.limit, asked.offset);
}

ListPage list(db::Connection& connection, const access::Actor& actor, const ListQuery& asked) {
  ListPage page;
  page.total =
      static_cast<std::size_t>(connection.exec(matching("SELECT COUNT(*)", actor, asked)).front().integer(0));
  if (asked.offset >= page.total) return page;
  for (const auto& row : connection.exec(page_query(actor, asked)))
    page.accounts.push_back(account_from(row));
  return page;
}

std::optional<Account> find(db::Connection& connection, const access::Actor& actor, access::AccountId id) {
  return find_in(connection, actor.centre, id);
}

std::optional<Account> find_in(db::Connection& connection, access::CentreId centre, access::AccountId id) {
  const auto rows = connection.exec(
      "SELECT " EXAMS_ACCOUNT_COLUMNS " FROM account WHERE id = ? AND centre_id = ?", id, centre);
  return rows.empty() ? std::nullopt : std::optional(account_from(rows.front()));
}

Account account_from(const db::Row& row) {
  return {.id = row.id<access::AccountId>(0),
          .role = access::stored_role(row.text(1)),
          .centre_admin = row.boolean(2),
          .first_name = row.text(3),
          .last_name = row.text(4),
          .email = row.text(5),
          .must_change_password = row.boolean(6),
          .created_at = row.instant(7),
          .last_signed_in_at = row.maybe_instant(8),
          .version = row.integer(9)};
}

std::optional<Origin> origin(db::Connection& connection, const access::Actor& actor, access::AccountId id) {
  return origin_in(connection, actor.centre, id);
}

std::optional<Origin> origin_in(db::Connection& connection, access::CentreId centre, access::AccountId id) {
  const auto rows = connection.exec(
      "SELECT a.created_at, a.declaration_version, d.first_name, d.last_name FROM account a "
      "LEFT JOIN account d ON d.id = a.declared_by AND d.centre_id = a.centre_id WHERE a.id = ? AND "
      "a.centre_id = ?",
      id, centre);
  if (rows.empty()) return std::nullopt;
  const auto& row = rows.front();
  Origin found{.created_at = row.instant(0), .declaration_version = std::nullopt, .declared_by = {}};
  if (const auto version = row.maybe_integer(1)) found.declaration_version = static_cast<int>(*version);
  if (!row.is_null(2)) found.declared_by = row.text(2) + " " + row.text(3);
  return found;
}

}  // namespace accounts
