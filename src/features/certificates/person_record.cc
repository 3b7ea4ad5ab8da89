#include "features/certificates/person_record.h"

#include <algorithm>
#include <iterator>

#include "features/certificates/certificate_row.h"

namespace certificates {

std::vector<Certificate> certificates_of(db::Connection& c, const access::RecordScope& scope) {
  std::vector<Certificate> found;
  std::ranges::transform(
      c.exec("SELECT " CERTIFICATE_COLUMNS " FROM certificate f WHERE f.centre_id = ? AND f.account_id = ? "
             "ORDER BY f.issued_at DESC, f.id DESC",
             scope.centre, scope.person),
      std::back_inserter(found), certificate_from);
  return found;
}

}  // namespace certificates
