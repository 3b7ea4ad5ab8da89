#include "features/directory/erasure.h"

#include "base/text.h"
#include "features/accounts/account_store.h"
#include "features/accounts/centre_people.h"
#include "features/attempts/attempt_store.h"
#include "features/audit/audit.h"
#include "features/centres/centre_store.h"
#include "features/certificates/certificate_store.h"
#include "features/uploads/upload_store.h"
#include "features/visibility/access_default.h"

namespace directory {
namespace {

// The centre's row goes last: what is left of the centre then stops it.
void erase_all(db::Connection& connection, access::CentreId centre) {
  uploads::erase_centre(connection, centre);
  visibility::erase_centre(connection, centre);
  accounts::erase_centre(connection, centre);
  centres::erase_centre(connection, centre);
}

void keep_in_audit(db::Connection& connection, const access::Actor& actor, const ToErase& erased,
                   std::string_view reason) {
  const auto& entry = erased.entry;
  std::vector<audit::Detail> details{{"Data to be kept until", "", entry.kept_until()},
                                     {"People erased", "", base::thousands(erased.people)},
                                     {"Attempts erased", "", base::thousands(erased.attempts)},
                                     {"Certificates erased", "", base::thousands(erased.certificates)}};
  if (erased.early) details.push_back({"Why before that day", "", base::trimmed(reason)});
  audit::record(
      connection, actor,
      {audit::action::centre_erased,
       {"centre", std::to_underlying(entry.centre.id), entry.centre.number + " " + entry.centre.name},
       std::move(details)});
}

}  // namespace

std::optional<ToErase> find_to_erase(db::Connection& connection, const access::Actor& actor,
                                     access::CentreId id) {
  auto entry = centres::find(connection, actor, id);
  if (!entry) return std::nullopt;
  const bool early = !entry->due(connection.now());
  return ToErase{.entry = std::move(*entry),
                 .people = accounts::people_of(connection, actor, {&id, 1}).front().total(),
                 .attempts = attempts::count_of_centre(connection, actor, id),
                 .certificates = certificates::count_of_centre(connection, actor, id),
                 .early = early};
}

std::optional<base::FieldError> problem_with(const ToErase& centre, std::string_view reason) {
  if (!centre.early) return std::nullopt;
  return audit::reason_problem("reason", base::trimmed(reason), "Say why they are erased before that day.");
}

base::Result<void> erase_centre(db::Connection& connection, const access::Actor& actor, access::CentreId id,
                                std::string_view reason) {
  const auto centre = find_to_erase(connection, actor, id);
  if (!centre) return base::refuse(base::Refusal::not_found());
  if (!centre->entry.closed())
    return base::refuse(base::Refusal::conflict("This centre is open. Close it first."));
  if (auto problem = problem_with(*centre, reason)) {
    return base::refuse(base::Refusal::bad_input({std::move(*problem)}));
  }
  erase_all(connection, id);
  keep_in_audit(connection, actor, *centre, reason);
  return {};
}

}  // namespace directory
