#include "features/certificates/certificate_store.h"

#include <algorithm>
#include <map>

#include "access/rules.h"
#include "features/certificates/certificate.h"
#include "features/certificates/certificate_row.h"

namespace certificates {
namespace {

std::optional<Certificate> only(const db::Rows& rows) {
  return rows.empty() ? std::nullopt : std::optional(certificate_from(rows.front()));
}

}  // namespace

std::optional<Certificate> find(db::Connection& c, const access::Actor& actor, std::string_view typed) {
  return only(
      c.exec("SELECT " CERTIFICATE_COLUMNS
             " FROM certificate f WHERE f.code = ? AND f.centre_id = ? AND (f.account_id = ? OR 1 = ?)",
             code_from(typed), actor.centre, actor.account, access::manages_users(actor)));
}

std::optional<Certificate> latest(db::Connection& c, const access::Actor& actor,
                                  const Certificate& certificate) {
  return only(
      c.exec("SELECT " CERTIFICATE_COLUMNS
             " FROM certificate f WHERE f.centre_id = ? AND f.account_id = ? AND f.slug = ? AND f.year = ?"
             " AND f.superseded_at IS NULL",
             actor.centre, certificate.account, certificate.slug, certificate.year));
}

std::vector<Certificate> list(db::Connection& c, const access::Actor& actor,
                              std::span<const access::AccountId> accounts, std::string_view slug,
                              std::string_view year) {
  std::vector<Certificate> found;
  if (!access::manages_users(actor)) return found;
  std::map<access::AccountId, std::vector<Certificate>> by_account;
  for (const auto& row : c.exec(
           "SELECT " CERTIFICATE_COLUMNS
           " FROM certificate f WHERE f.centre_id = ? AND f.superseded_at IS NULL AND f.withdrawn_at IS NULL"
           " AND (f.year = ? OR (CAST(? AS TEXT) = '' AND f.year ="
           " (SELECT MAX(a.year) FROM assessment a WHERE a.slug = f.slug)))"
           " AND (CAST(? AS TEXT) = '' OR f.slug = ?) AND f.account_id IN (?) ORDER BY f.title, f.id",
           actor.centre, year, year, slug, slug, db::keys(accounts))) {
    auto certificate = certificate_from(row);
    by_account[certificate.account].push_back(std::move(certificate));
  }
  for (const auto account : accounts) {
    for (auto& certificate : by_account[account]) found.push_back(std::move(certificate));
    by_account.erase(account);
  }
  return found;
}

std::optional<Certificate> verify(db::Connection& c, std::string_view typed) {
  return only(c.exec("SELECT " CERTIFICATE_COLUMNS " FROM certificate f WHERE f.code = ?", code_from(typed)));
}

attempts::CertificateCodes CodesOfCertificates::codes(db::Connection& c, const access::Actor& actor,
                                                      access::AccountId account) {
  attempts::CertificateCodes codes;
  if (account != actor.account && !access::manages_users(actor)) return codes;
  const auto rows = c.exec(
      "SELECT slug, year, code FROM certificate WHERE centre_id = ? AND account_id = ? AND superseded_at IS "
      "NULL"
      " AND withdrawn_at IS NULL",
      actor.centre, account);
  for (const auto& row : rows) codes[{row.text(0), row.text(1)}] = row.text(2);
  return codes;
}

std::size_t count_of_centre(db::Connection& c, const access::Actor& actor, access::CentreId centre) {
  if (!access::runs_hub(actor)) return 0;
  const auto rows = c.exec("SELECT COUNT(*) FROM certificate WHERE centre_id = ?", centre);
  return static_cast<std::size_t>(rows.front().integer(0));
}

}  // namespace certificates
