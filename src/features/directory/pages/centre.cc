#include <fmt/format.h>

#include "base/text.h"
#include "features/accounts/centre_admins.h"
#include "features/accounts/centre_people.h"
#include "features/directory/centre_progress.h"
#include "features/directory/pages/centre_of.h"
#include "features/directory/pages/pages.h"

namespace directory::pages {
namespace {

struct Look {
  std::vector<accounts::Account> admins;
  accounts::CentrePeople people;
  std::vector<ProgressLine> progress;
  base::Instant now;
};

Look look(db::Connection& connection, const access::Actor& actor, access::CentreId centre) {
  return {accounts::centre_admins(connection, actor, centre),
          accounts::people_of(connection, actor, {&centre, 1}).front(),
          progress_by_assessment(connection, actor, centre), connection.now()};
}

struct Notice {
  std::string_view mark;  // in the address, after what was done
  std::string_view words;
};
constexpr std::array notices{
    Notice{"saved", "The name is saved."},
    Notice{"closed", "The centre is closed. Nobody of it can sign in; everybody who was signed in is out."},
    Notice{"kept", "The day is saved."},
    Notice{"reopened",
           "The centre is open again. Its people can sign in again, each with their own password."},
    Notice{"appointed", "The Centre Admin is appointed."},
    Notice{"changed", "The Centre Admin's sign-in is changed. They were signed out everywhere."},
    Notice{"withdrawn", "They are an exams officer now, and no longer a Centre Admin."},
};

void show_notice(html::View& view, const web::Fields& query, const Look& found,
                 const std::string& public_url) {
  if (query.has("added") && !found.admins.empty()) {
    view.add("ADDED").set("URL", public_url).set("EMAIL", found.admins.front().email);
  }
  for (const auto& notice : notices) {
    if (query.has(notice.mark)) view.add("DONE").set("WORDS", notice.words);
  }
}

void show_state(html::View& view, const centres::Entry& entry, base::Instant now) {
  if (!entry.closed_at) return void(view.show("OPEN"));
  auto closed = view.add("CLOSED");
  closed.set("DATE", base::british_date(*entry.closed_at)).set("KEPT_UNTIL", entry.kept_until());
  closed.show(entry.due(now) ? "DUE" : "KEPT").set("KEEP", address(entry.centre.id, "/keep"));
  closed.set("REOPEN", address(entry.centre.id, "/reopen"));
}

void show_people(html::View& view, const accounts::CentrePeople& people) {
  const auto number = [](std::size_t n) { return base::thousands(n); };
  view.set("USERS", number(people.total())).set("EO", number(people.exams_officers));
  view.set("SLT", number(people.senior_leaders)).set("INV", number(people.invigilators));
  view.set("ACTIVE", number(people.active));
  view.set("LAST_SIGNED_IN",
           people.last_signed_in_at ? base::british_date_time(*people.last_signed_in_at) : "Nobody yet");
}

void show_progress(html::View& view, const std::vector<ProgressLine>& lines) {
  if (lines.empty()) return void(view.show("NO_PROGRESS"));
  auto part = view.add("PROGRESS");
  for (const auto& line : lines) {
    const auto& standing = line.standing;
    auto row = part.add("LINE");
    row.set("ASSESSMENT", line.assessment).set("YEAR", line.year).set("ROLE", access::code(standing.role));
    row.set("WORDS", progress_words({.passed = standing.passed, .to_take = standing.people}));
    row.set("PASSED", static_cast<std::int64_t>(standing.passed));
    row.set("PEOPLE", static_cast<std::int64_t>(standing.people));
    row.set("STARTED", base::thousands(standing.started))
        .set("NOT_STARTED", base::thousands(standing.not_started()));
  }
}

void show_admin(html::View& view, access::CentreId centre, const accounts::Account& admin, bool only_one) {
  auto row = view.add("ADMIN");
  row.set("NAME", admin.full_name()).set("EMAIL", admin.email);
  row.set("LAST_SIGNED_IN",
          admin.last_signed_in_at ? base::british_date_time(*admin.last_signed_in_at) : "Never");
  row.set("EDIT", address(centre, admin.id));
  if (only_one) {
    row.show("ONLY_ONE");
  } else {
    row.add("MAY_WITHDRAW")
        .set("HREF", address(centre, admin.id, "/withdraw"))
        .set("NAME", admin.full_name());
  }
}

std::vector<html::PageAction> actions(const centres::Entry& entry) {
  const auto id = entry.centre.id;
  std::vector<html::PageAction> all{
      {.href = address(id, "/admins/add"), .label = "Appoint a Centre Admin", .primary = true},
      {.href = address(id, "/edit"), .label = "Edit"},
      {.href = address(id, "/records/request"), .label = "Ask for a person's record"}};
  all.push_back(entry.closed() ? html::PageAction{.href = address(id, "/erase"), .label = "Erase"}
                               : html::PageAction{.href = address(id, "/close"), .label = "Close"});
  return all;
}

}  // namespace

web::Response CentrePages::show(const web::Request& request) {
  const auto entry = centre_of(database_, request);
  const auto found = database_.read(look, request.actor(), entry.centre.id);
  html::View view("features/directory/pages/centre.html");
  show_notice(view, request.query, found, public_url_);
  view.set("NUMBER", entry.centre.number).set("ADDED_AT", base::british_date(entry.created_at));
  show_state(view, entry, found.now);
  show_people(view, found.people);
  show_progress(view, found.progress);
  for (const auto& admin : found.admins) show_admin(view, entry.centre.id, admin, found.admins.size() == 1);
  return html::page(request,
                    {.title = entry.centre.name,
                     .menu = "/operator/centres",
                     .actions = actions(entry),
                     .back_href = "/operator/centres",
                     .back_label = "Centres"},
                    std::move(view));
}

}  // namespace directory::pages
