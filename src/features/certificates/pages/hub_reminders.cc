#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "features/certificates/pages/pages.h"
#include "features/certificates/pages/reminder_filter.h"
#include "html/page.h"
#include "html/paging.h"

namespace certificates::pages {
namespace {

constexpr std::string_view address_of_page = "/operator/reminders";

void show_centres(html::View& view, const std::vector<CentreReminders>& all, const html::Paging& paging) {
  auto table = view.add("TABLE");
  std::size_t certificates = 0;
  for (const auto& centre : all) certificates += centre.certificates;
  const auto end = std::min(all.size(), paging.first_row() + paging.page_size);
  for (std::size_t i = paging.first_row(); i < end; ++i) {
    const auto& centre = all[i];
    auto row = table.add("CENTRE");
    row.set("HREF", fmt::format("/operator/centres/{}", std::to_underlying(centre.centre)));
    row.set("NUMBER", centre.number).set("NAME", centre.name);
    row.set("CERTIFICATES", base::thousands(centre.certificates))
        .set("PEOPLE", base::thousands(centre.people));
  }
  table.set("ALL_CENTRES", base::counted(all.size(), "centre", "centres"));
  table.set("ALL_CERTIFICATES", base::counted(certificates, "certificate", "certificates"));
}

void show_nothing(html::View& view, const ReminderFilter& filter) {
  auto empty = view.include("EMPTY", "html/partials/empty.html");
  empty.set("TITLE", "No centre to remind");
  empty.set("TEXT", fmt::format("No certificate of any open centre {}{}.", ends_words(filter),
                                filter.to_renew ? " and is not renewed yet" : ""));
}

}  // namespace

web::Handler hub_reminders(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto filter = filter_of(request.query);
    const auto all =
        database.read([&](db::Connection& c) { return reminders_by_centre(c, request.actor(), filter); });
    html::View view("features/certificates/pages/hub_reminders.html");
    const auto paging = html::paging_of(request.query, all.size());
    show_filter(view, request.query, address_of_page);
    if (all.empty()) {
      show_nothing(view, filter);
    } else {
      show_centres(view, all, paging);
    }
    html::show_paging(view.root(), paging, address_of_page, fields_of(filter), "centre", "centres");
    return html::page(request,
                      {.title = "Certificates that end",
                       .menu = "/operator/years",
                       .status = problem_of(request.query) ? 422 : 200,
                       .back_href = "/operator/years",
                       .back_label = "Academic years"},
                      std::move(view));
  };
}

}  // namespace certificates::pages
