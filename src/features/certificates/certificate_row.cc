#include "features/certificates/certificate_row.h"

namespace certificates {

Certificate certificate_from(const db::Row& row) {
  return {.id = row.id<CertificateId>(0),
          .code = row.text(1),
          .centre = row.id<access::CentreId>(2),
          .account = row.id<access::AccountId>(3),
          .slug = row.text(4),
          .year = row.text(5),
          .version = row.integer(6),
          .person_name = row.text(7),
          .title = row.text(8),
          .centre_name = row.text(9),
          .centre_number = row.text(10),
          .passed_at = row.instant(11),
          .valid_until = row.maybe_text(12).value_or(""),
          .issued_at = row.instant(13),
          .superseded_at = row.maybe_instant(14),
          .withdrawn_at = row.maybe_instant(15)};
}

void insert(db::Connection& c, Certificate& certificate) {
  const auto valid_until =
      certificate.valid_until.empty() ? std::nullopt : std::optional<std::string>(certificate.valid_until);
  const auto rows = c.exec(
      "INSERT INTO certificate (code, centre_id, account_id, slug, year, version, person_name, title, "
      "centre_name,"
      " centre_number, passed_at, valid_until, issued_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
      "RETURNING id",
      certificate.code, certificate.centre, certificate.account, certificate.slug, certificate.year,
      certificate.version, certificate.person_name, certificate.title, certificate.centre_name,
      certificate.centre_number, certificate.passed_at, valid_until, certificate.issued_at);
  certificate.id = rows.at(0).id<CertificateId>(0);
}

}  // namespace certificates
