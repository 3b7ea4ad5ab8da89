#include "features/accounts/account_row.h"

namespace accounts {

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

}  // namespace accounts
