#include "features/centre_upload/pages/added_centres.h"

#include <fmt/format.h>

#include <algorithm>

#include "features/accounts/centre_contacts.h"
#include "html/paging.h"

namespace centre_upload::pages {
namespace {

constexpr std::size_t centres_a_page = 50;

std::vector<access::CentreId> ids_on(const html::Paging& paging, const std::vector<std::int64_t>& added) {
  std::vector<access::CentreId> ids;
  const std::size_t end = std::min(added.size(), paging.first_row() + paging.page_size);
  for (std::size_t i = paging.first_row(); i < end; ++i) ids.push_back(access::CentreId{added[i]});
  return ids;
}

}  // namespace

void show_added_centres(html::View::Part list, db::Database& database, const web::Request& request,
                        const uploads::Upload& upload) {
  const auto& added = upload.report.added;
  html::Paging paging{.page_size = centres_a_page, .total = added.size()};
  paging.page =
      std::min(static_cast<std::size_t>(std::max(1L, request.query.number("page", 1))), paging.pages());
  const auto ids = ids_on(paging, added);
  for (const auto& contact :
       database.read([&](db::Connection& c) { return accounts::centre_contacts(c, request.actor(), ids); })) {
    list.add("CENTRE")
        .set("HREF", fmt::format("/operator/centres/{}", std::to_underlying(contact.centre.id)))
        .set("NAME", contact.centre.name)
        .set("NUMBER", contact.centre.number)
        .set("ADMIN", contact.name)
        .set("EMAIL", contact.email);
  }
  const auto path = fmt::format("/operator/centres/uploads/{}", std::to_underlying(upload.id));
  html::show_paging(list, paging, path, request.query, "centre", "centres");
}

}  // namespace centre_upload::pages
