#include <fmt/format.h>

#include "base/text.h"
#include "features/audit/pages/detail_view.h"
#include "features/audit/pages/filters.h"
#include "features/audit/pages/pages.h"

namespace audit::pages {
namespace {

constexpr long no_id = 0;
constexpr long greatest_id = std::numeric_limits<long>::max();

Position position(const web::Fields& query) {
  if (const auto id = query.number("older_than", no_id, greatest_id); id != no_id)
    return {Position::Way::older_than, id};
  if (const auto id = query.number("newer_than", no_id, greatest_id); id != no_id)
    return {Position::Way::newer_than, id};
  return {};
}

void fill_centre(html::View::Part row, const Entry& entry) {
  auto part = row.add("AT_CENTRE");
  if (entry.centre_number.empty()) return void(part.show("HUB_ITSELF"));
  part.add("CENTRE").set("NUMBER", entry.centre_number).set("NAME", entry.centre_name);
}

void fill_rows(html::View& view, Whose whose, const std::vector<Entry>& entries) {
  view.show("TABLE").show_if("OF_HUB", whose == Whose::hub);
  for (const auto& entry : entries) {
    auto row = view.add("EVENT");
    row.set("WHEN", base::british_date_time(entry.at)).set("WHO", entry.actor_name);
    row.set("WHAT", words(entry.action)).set("SUBJECT", entry.subject.name);
    if (whose == Whose::hub) fill_centre(row, entry);
    show_details(row, "DETAILS", entry.details);
  }
}

void fill_links(html::View& view, Whose whose, const EntryPage& page, const html::List& list) {
  const auto link = [&](std::string_view section, std::string_view name, std::int64_t id) {
    view.add(section).set("HREF", list.with(name, fmt::to_string(id)));
  };
  if (page.newer) {
    view.add("NEWEST").set("HREF", list.address());
    link("NEWER", "newer_than", page.entries.front().id);
  }
  if (page.older) link("OLDER", "older_than", page.entries.back().id);
  view.set("COUNT", base::counted(page.entries.size(), "event", "events") +
                        (page.older || page.newer ? " on this page" : ""));
  for (const auto& [name, ending] : {std::pair("XLSX", ".xlsx"), {"CSV", ".csv"}}) {
    view.set(name, html::with_query(fmt::format("{}{}", address(whose), ending), list.kept(), "", ""));
  }
}

}  // namespace

web::Response AuditPages::list(const web::Request& request) {
  auto list = audit_list(request, whose_);
  const auto filter = filter_of(list);
  const auto page = database_.read([&](db::Connection& c) {
    return audit::list(c, request.actor(), whose_, filter, position(request.query));
  });
  html::View view("features/audit/pages/audit_list.html");
  list.show_filters(view.root(), "Show");
  if (page.entries.empty()) {
    html::show_empty(view.root(),
                     {"Nothing to show", "No event matches these filters. Take one away to see more."});
  } else {
    fill_rows(view, whose_, page.entries);
    fill_links(view, whose_, page, list);
  }
  return list.page({.title = "Audit", .menu = address(whose_)}, std::move(view));
}

}  // namespace audit::pages
