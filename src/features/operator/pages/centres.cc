#include "features/accounts/centre_people.h"
#include "features/operator/pages/centre_of.h"
#include "features/operator/pages/pages.h"
#include "html/paging.h"

namespace hub_operator::pages {
namespace {

using centres::Which;

struct Choice {
  Which which;
  std::string_view value;
  std::string_view label;
};
constexpr std::array choices{Choice{Which::all, "", "Open and closed"}, Choice{Which::open, "open", "Open"},
                             Choice{Which::closed, "closed", "Closed"}};

struct Found {
  centres::DirectoryPage page;
  std::vector<accounts::CentrePeople> people;
  html::Paging paging;
};

centres::DirectoryQuery query_of(const web::Fields& fields) {
  const auto chosen = std::ranges::find(choices, fields.get("state"), &Choice::value);
  return {.search = std::string(fields.get("q")), .which = chosen == choices.end() ? Which::all : chosen->which};
}

Found load(db::Connection& connection, const web::Request& request) {
  Found found;
  auto query = query_of(request.query);
  found.paging.page = static_cast<std::size_t>(std::max(1L, request.query.number("page", 1)));
  query.limit = found.paging.page_size;
  query.offset = found.paging.first_row();
  found.page = centres::list(connection, request.actor(), query);
  found.paging.total = found.page.total;
  if (found.paging.page > found.paging.pages()) {
    found.paging.page = found.paging.pages();
    query.offset = found.paging.first_row();
    found.page = centres::list(connection, request.actor(), query);
  }
  std::vector<access::CentreId> ids;
  for (const auto& entry : found.page.entries) ids.push_back(entry.centre.id);
  found.people = accounts::people_of(connection, request.actor(), ids);
  return found;
}

void show_row(html::View& view, const centres::Entry& entry, const accounts::CentrePeople& people) {
  auto row = view.add("CENTRE_ROW");
  row.set("HREF", address(entry.centre.id)).set("NAME", entry.centre.name).set("NUMBER", entry.centre.number);
  row.set("USERS", static_cast<std::int64_t>(people.total())).set("ACTIVE", static_cast<std::int64_t>(people.active));
  row.set("LAST_SIGNED_IN", people.last_signed_in_at ? base::british_date(*people.last_signed_in_at) : "Never");
  row.show_if("OPEN", !entry.closed());
  if (entry.closed()) row.add("CLOSED").set("DATE", base::british_date(*entry.closed_at));
}

void show_filters(html::View& view, const web::Fields& fields) {
  view.set("Q", fields.get("q"));
  const auto which = query_of(fields).which;
  for (const auto& choice : choices) {
    view.add("STATE_OPTION")
        .set("VALUE", choice.value)
        .set("LABEL", choice.label)
        .show_if("SELECTED", choice.which == which);
  }
}

void show_none(html::View& view, bool filtered) {
  auto empty = view.include("EMPTY", "html/partials/empty.html");
  empty.set("TITLE", filtered ? "No centre matches" : "There is no centre yet");
  empty.set("TEXT",
            filtered ? "No centre has this in its name or number." : "Add the first one with its Centre Admin.");
  empty.add("ACTION")
      .set("HREF", filtered ? "/operator/centres" : "/operator/centres/add")
      .set("LABEL", filtered ? "Show all centres" : "Add a centre");
}

web::Fields kept_filters(const web::Fields& fields) {
  web::Fields kept;
  for (const auto* name : {"q", "state"}) kept.add(name, std::string(fields.get(name)));
  return kept;
}

}  // namespace

web::Handler centres(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto found = database.read([&](db::Connection& c) { return load(c, request); });
    html::View view("features/operator/pages/centres.html");
    show_filters(view, request.query);
    for (std::size_t i = 0; i < found.page.entries.size(); ++i) {
      show_row(view, found.page.entries[i], found.people[i]);
    }
    if (found.page.entries.empty()) {
      show_none(view, !request.query.get("q").empty() || !request.query.get("state").empty());
    } else {
      view.show("TABLE");
    }
    html::show_paging(view.root(), found.paging, "/operator/centres", kept_filters(request.query), "centre", "centres");
    return html::page(request,
                      {.title = "Centres",
                       .menu = "/operator/centres",
                       .actions = {{.href = "/operator/centres/add", .label = "+ Add a centre", .primary = true}}},
                      std::move(view));
  };
}

}  // namespace hub_operator::pages
