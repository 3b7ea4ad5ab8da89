#include "base/text.h"
#include "features/audit/pages/filter_form.h"
#include "features/audit/pages/pages.h"
#include "html/form_view.h"
#include "html/page.h"
#include "html/paging.h"

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

void fill_filters(html::View& view, const web::Fields& query, const FilterForm& form) {
  html::show_errors(view.root(), form.errors);
  for (const auto* name : {"person", "from", "to"}) html::keep_value(view.root(), name, query.get(name));
  for (const auto& choice : all_actions()) {
    view.add("ACTION_CHOICE")
        .set("CODE", choice.code)
        .set("WORDS", choice.words)
        .show_if("CHOSEN", choice.code == form.filter.action);
  }
}

void fill_detail(html::View::Part row, const Detail& detail, bool next) {
  auto part = row.add("DETAIL");
  part.show_if("NEXT", next);
  part.set("NAME", detail.name).set("BEFORE", detail.before).set("AFTER", detail.after);
  part.show(detail.before.empty() ? "PLAIN" : detail.after.empty() ? "REMOVED" : "CHANGED");
}

void fill_rows(html::View& view, const std::vector<Entry>& entries) {
  view.show("TABLE");
  for (const auto& entry : entries) {
    auto row = view.add("EVENT");
    row.set("WHEN", base::british_date_time(entry.at)).set("WHO", entry.actor_name);
    row.set("WHAT", words(entry.action)).set("SUBJECT", entry.subject.name);
    for (const auto& detail : entry.details) fill_detail(row, detail, &detail != &entry.details.front());
  }
}

void fill_links(html::View& view, const EntryPage& page, const web::Fields& filters) {
  const auto link = [&](std::string_view section, std::string_view name, std::int64_t id) {
    view.add(section).set("HREF", html::with_query("/audit", filters, name, fmt::to_string(id)));
  };
  if (page.newer) {
    view.add("NEWEST").set("HREF", html::with_query("/audit", filters, "older_than", ""));
    link("NEWER", "newer_than", page.entries.front().id);
  }
  if (page.older) link("OLDER", "older_than", page.entries.back().id);
  view.set("COUNT",
           base::counted(page.entries.size(), "event", "events") + (page.older || page.newer ? " on this page" : ""));
  view.set("XLSX", html::with_query("/audit.xlsx", filters, "older_than", ""));
  view.set("CSV", html::with_query("/audit.csv", filters, "older_than", ""));
}

}  // namespace

web::Handler audit_list(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto form = filter_form(request.query);
    const auto page = database.read(
        [&](db::Connection& c) { return list(c, request.actor(), form.filter, position(request.query)); });
    html::View view("features/audit/pages/audit_list.html");
    fill_filters(view, request.query, form);
    if (page.entries.empty()) {
      view.include("EMPTY", "html/partials/empty.html")
          .set("TITLE", "Nothing to show")
          .set("TEXT", "No event matches these filters. Take one away to see more.");
    } else {
      fill_rows(view, page.entries);
      fill_links(view, page, form.fields);
    }
    return html::page(request, {.title = "Audit", .menu = "/audit", .status = form.errors.empty() ? 200 : 422},
                      std::move(view));
  };
}

}  // namespace audit::pages
