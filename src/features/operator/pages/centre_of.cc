#include "features/operator/pages/centre_of.h"

#include <fmt/format.h>

#include "features/accounts/centre_admins.h"
#include "web/dispatcher.h"

namespace hub_operator::pages {

centres::Entry centre_of(db::Database& database, const web::Request& request) {
  const access::CentreId id{request.path_id("id")};
  return web::found(database.read([&](db::Connection& c) { return centres::find(c, request.actor(), id); }));
}

accounts::Account admin_of(db::Database& database, const web::Request& request, access::CentreId centre) {
  const access::AccountId id{request.path_id("account")};
  return web::found(database.read(
      [&](db::Connection& c) { return accounts::find_centre_admin(c, request.actor(), centre, id); }));
}

std::string address(access::CentreId centre, std::string_view rest) {
  return fmt::format("/operator/centres/{}{}", std::to_underlying(centre), rest);
}

std::string address(access::CentreId centre, access::AccountId account, std::string_view rest) {
  return fmt::format("{}/{}{}", address(centre, "/admins"), std::to_underlying(account), rest);
}

html::PageHead head(const centres::Entry& entry, std::string title, int status) {
  return {.title = std::move(title),
          .menu = "/operator/centres",
          .status = status,
          .width = "narrow",
          .back_href = address(entry.centre.id),
          .back_label = entry.centre.number + " " + entry.centre.name};
}

std::vector<std::string> own_words(const centres::Centre& centre, const accounts::PersonFields& person) {
  return {person.first_name, person.last_name, person.email, centre.name, centre.number};
}

}  // namespace hub_operator::pages
