#include "features/accounts/account_store.h"
#include "features/audit/audit.h"

namespace accounts {
namespace {

// Two Centre Admins who delete each other at the same moment: the second is refused here.
bool last_centre_admin(db::Connection& connection, const access::Actor& actor, const Account& account) {
  if (!account.centre_admin) return false;
  return connection
      .exec(
          "SELECT id FROM account WHERE centre_id = ? AND role = 'EO' AND centre_admin = 1 AND id <> ? LIMIT "
          "1",
          actor.centre, account.id)
      .empty();
}

}  // namespace

base::Result<void> remove(db::Connection& connection, const access::Actor& actor, access::AccountId id,
                          DeletionListener* listener) {
  const auto account = find(connection, actor, id);
  if (!account) return base::refuse(base::Refusal::not_found());
  if (!access::may_delete(actor, account->subject())) {
    return base::refuse(base::Refusal::forbidden(actor.account == id
                                                     ? "You cannot delete your own account."
                                                     : "Only a Centre Admin can delete a user."));
  }
  if (last_centre_admin(connection, actor, *account)) {
    return base::refuse(
        base::Refusal::forbidden("This is the centre's last Centre Admin, who cannot be deleted."));
  }
  connection.exec("DELETE FROM account WHERE id = ? AND centre_id = ?", id, actor.centre);
  if (listener != nullptr) listener->deleted(connection, actor, *account);
  audit::record(connection, actor,
                {audit::action::account_deleted,
                 {"account", std::to_underlying(id), account->full_name()},
                 {{"Email", account->email, ""}, {"Role", std::string(access::code(account->role)), ""}}});
  return {};
}

}  // namespace accounts
