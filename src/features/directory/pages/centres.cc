#include "base/text.h"
#include "features/accounts/centre_people.h"
#include "features/directory/centre_progress.h"
#include "features/directory/pages/centre_of.h"
#include "features/directory/pages/pages.h"
#include "html/list.h"

namespace directory::pages {
namespace {

using centres::Which;

html::List list_of(const web::Request& request) {
  return {request,
          "/operator/centres",
          {{.name = "q",
            .label = "Search",
            .kind = html::Field::Kind::search,
            .hint = "Name or number",
            .width = "wide",
            .most = 200},
           {.name = "state",
            .label = "State",
            .kind = html::Field::Kind::drop_down,
            .choices = {
                {"", "Open and closed"}, {"open", "Open"}, {"closed", "Closed"}, {"due", "May be erased"}}}}};
}

Which which(std::string_view state) {
  return state == "open"     ? Which::open
         : state == "closed" ? Which::closed
         : state == "due"    ? Which::due
                             : Which::all;
}

struct Found {
  centres::DirectoryPage page;
  std::vector<accounts::CentrePeople> people;
  std::vector<Progress> progress;
  base::Instant now;
};

Found load(db::Connection& connection, const web::Request& request, html::List& list) {
  centres::DirectoryQuery query{
      .search = list.get("q"), .which = which(list.get("state")), .limit = html::List::page_size};
  Found found{.page = list.load([&](std::size_t first_row) {
                query.offset = first_row;
                return centres::list(connection, request.actor(), query);
              }),
              .people = {},
              .progress = {},
              .now = connection.now()};
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

html::Empty none(const html::List& list) {
  const auto all = [&](std::string title, std::string text) {
    return html::Empty{std::move(title), std::move(text), list.place(), "Show all centres"};
  };
  if (!list.get("q").empty())
    return all("No centre matches", "No such centre has this in its name or number.");
  switch (which(list.get("state"))) {
    case Which::open:
      return all("No centre is open", "Every centre is closed, or there is none yet.");
    case Which::closed:
      return all("No centre is closed", "A centre is closed on its own page.");
    case Which::due:
      return all("No closed centre may be erased yet",
                 "A closed centre stands here when the day until which its data are kept is over.");
    case Which::all:
      break;
  }
  return {"There is no centre yet", "Add the first one with its Centre Admin.", "/operator/centres/add",
          "Add a centre"};
}

}  // namespace

web::Response CentrePages::list(const web::Request& request) {
  auto list = list_of(request);
  const auto found = database_.read(load, request, list);
  html::View view("features/directory/pages/centres.html");
  view.root().show_if("ERASED", request.query.has("erased"));
  for (std::size_t i = 0; i < found.page.entries.size(); ++i) show_row(view, found, i);
  list.show(view.root(), {.one = "centre", .many = "centres", .empty = none(list), .button = "Search"});
  return list.page(
      {.title = "Centres",
       .menu = "/operator/centres",
       .actions = {{.href = "/operator/centres/add", .label = "+ Add a centre", .primary = true},
                   {.href = "/operator/centres/upload", .label = "Upload centres", .icon = "upload"}}},
      std::move(view));
}

}  // namespace directory::pages
