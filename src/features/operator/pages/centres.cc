#include <algorithm>

#include "base/text.h"
#include "features/accounts/centre_people.h"
#include "features/operator/centre_progress.h"
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
                             Choice{Which::closed, "closed", "Closed"},
                             Choice{Which::due, "due", "May be erased"}};

struct Found {
  centres::DirectoryPage page;
  std::vector<accounts::CentrePeople> people;
  std::vector<Progress> progress;
  html::Paging paging;
  base::Instant now;
};

centres::DirectoryQuery query_of(const web::Fields& fields) {
  const auto chosen = std::ranges::find(choices, fields.get("state"), &Choice::value);
  return {.search = std::string(fields.get("q")),
          .which = chosen == choices.end() ? Which::all : chosen->which};
}

Found load(db::Connection& connection, const web::Request& request) {
  Found found;
  found.now = connection.now();
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
  found.progress = progress_of(connection, request.actor(), ids);
  return found;
}

void show_state(html::View::Part row, const centres::Entry& entry, base::Instant now) {
  if (!entry.closed()) return void(row.show("OPEN"));
  auto closed = row.add("CLOSED");
  closed.set("KEPT_UNTIL", entry.kept_until()).show(entry.due(now) ? "DUE" : "KEPT");
}

void show_progress(html::View::Part row, const Progress& progress) {
  if (progress.to_take == 0) return void(row.show("NOTHING_TO_TAKE"));
  auto part = row.add("PROGRESS");
  part.set("WORDS", progress_words(progress));
  part.set("PASSED", static_cast<std::int64_t>(progress.passed));
  part.set("TO_TAKE", static_cast<std::int64_t>(progress.to_take));
}

void show_row(html::View& view, const Found& found, std::size_t i) {
  const auto& entry = found.page.entries[i];
  const auto& people = found.people[i];
  auto row = view.add("CENTRE_ROW");
  row.set("HREF", address(entry.centre.id)).set("NAME", entry.centre.name).set("NUMBER", entry.centre.number);
  row.set("USERS", base::thousands(people.total())).set("ACTIVE", base::thousands(people.active));
  row.set("LAST_SIGNED_IN",
          people.last_signed_in_at ? base::british_date(*people.last_signed_in_at) : "Never");
  show_progress(row, found.progress[i]);
  show_state(row, entry, found.now);
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

struct None {
  std::string_view title;
  std::string_view text;
};

None none(const centres::DirectoryQuery& query) {
  if (!query.search.empty()) return {"No centre matches", "No such centre has this in its name or number."};
  switch (query.which) {
    case Which::all:
      return {"There is no centre yet", "Add the first one with its Centre Admin."};
    case Which::open:
      return {"No centre is open", "Every centre is closed, or there is none yet."};
    case Which::closed:
      return {"No centre is closed", "A centre is closed on its own page."};
    case Which::due:
      return {"No closed centre may be erased yet",
              "A closed centre stands here when the day until which its data are kept is over."};
  }
  return {};
}

void show_none(html::View& view, const centres::DirectoryQuery& query) {
  const bool filtered = !query.search.empty() || query.which != Which::all;
  const auto words = none(query);
  auto empty = view.include("EMPTY", "html/partials/empty.html");
  empty.set("TITLE", words.title).set("TEXT", words.text);
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
    view.root().show_if("ERASED", request.query.has("erased"));
    for (std::size_t i = 0; i < found.page.entries.size(); ++i) show_row(view, found, i);
    if (found.page.entries.empty()) {
      show_none(view, query_of(request.query));
    } else {
      view.show("TABLE");
    }
    html::show_paging(view.root(), found.paging, "/operator/centres", kept_filters(request.query), "centre",
                      "centres");
    return html::page(
        request,
        {.title = "Centres",
         .menu = "/operator/centres",
         .actions = {{.href = "/operator/centres/add", .label = "+ Add a centre", .primary = true},
                     {.href = "/operator/centres/upload", .label = "Upload centres", .icon = "upload"}}},
        std::move(view));
  };
}

}  // namespace hub_operator::pages
