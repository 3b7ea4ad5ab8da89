#include <fmt/format.h>

#include "base/text.h"
#include "features/audit/pages/detail_view.h"
#include "features/audit/pages/filter_form.h"
#include "features/audit/pages/pages.h"
#include "html/form_view.h"
#include "html/page.h"
#include "html/paging.h"

namespace audit::pages {
namespace {

std::string address(Whose whose, std::string_view ending = {}) {
  return fmt::format("{}/audit{}", whose == Whose::hub ? "/operator" : "", ending);
}

constexpr long no_id = 0;
constexpr long greatest_id = std::numeric_limits<long>::max();

Position position(const web::Fields& query) {
  if (const auto id = query.number("older_than", no_id, greatest_id); id != no_id)
    return {Position::Way::older_than, id};
  if (const auto id = query.number("newer_than", no_id, greatest_id); id != no_id)
    return {Position::Way::newer_than, id};
  return {};
}

void fill_filters(html::View& view, Whose whose, const web::Fields& query, const FilterForm& form) {
  view.set("ADDRESS", address(whose));
  html::show_errors(view.root(), form.errors);
  for (const auto* name : {"person", "from", "to"}) html::keep_value(view.root(), name, query.get(name));
  for (const auto& choice : actions_in(whose)) {
    view.add("ACTION_CHOICE")
        .set("CODE", choice.code)
        .set("WORDS", choice.words)
        .show_if("CHOSEN", choice.code == form.filter.action);
  }
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

void fill_links(html::View& view, Whose whose, const EntryPage& page, const web::Fields& filters) {
  const auto link = [&](std::string_view section, std::string_view name, std::int64_t id) {
    view.add(section).set("HREF", html::with_query(address(whose), filters, name, fmt::to_string(id)));
  };
  if (page.newer) {
    view.add("NEWEST").set("HREF", html::with_query(address(whose), filters, "older_than", ""));
    link("NEWER", "newer_than", page.entries.front().id);
  }
  if (page.older) link("OLDER", "older_than", page.entries.back().id);
  view.set("COUNT", base::counted(page.entries.size(), "event", "events") +
                        (page.older || page.newer ? " on this page" : ""));
  view.set("XLSX", html::with_query(address(whose, ".xlsx"), filters, "older_than", ""));
  view.set("CSV", html::with_query(address(whose, ".csv"), filters, "older_than", ""));
}

}  // namespace

web::Handler audit_list(db::Database& database, Whose whose) {
  return [&database, whose](const web::Request& request) {
    const auto form = filter_form(request.query);
    const auto page = database.read([&](db::Connection& c) {
      return list(c, request.actor(), whose, form.filter, position(request.query));
    });
    html::View view("features/audit/pages/audit_list.html");
    fill_filters(view, whose, request.query, form);
    if (page.entries.empty()) {
      view.include("EMPTY", "html/partials/empty.html")
          .set("TITLE", "Nothing to show")
          .set("TEXT", "No event matches these filters. Take one away to see more.");
    } else {
      fill_rows(view, whose, page.entries);
      fill_links(view, whose, page, form.fields);
    }
    const auto menu = address(whose);
    return html::page(request, {.title = "Audit", .menu = menu, .status = form.errors.empty() ? 200 : 422},
                      std::move(view));
  };
}

}  // namespace audit::pages
