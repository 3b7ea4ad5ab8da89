// How the table holds a certificate: for the store's own files.
#pragma once

#include "db/connection.h"
#include "features/certificates/certificate.h"

namespace certificates {

#define CERTIFICATE_COLUMNS                                                                      \
  "f.id, f.code, f.centre_id, f.account_id, f.slug, f.year, f.version, f.person_name, f.title, " \
  "f.centre_name, f.centre_number, f.passed_at, f.valid_until, f.issued_at, f.superseded_at, f.withdrawn_at"

Certificate certificate_from(const db::Row&);

// Gives it its id.
void insert(db::Connection&, Certificate&);

}  // namespace certificates
