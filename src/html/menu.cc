#include "html/menu.h"

#include "web/route.h"

namespace html {
namespace {

// An entry is here once its route is in app/routes.cc. `.icon = "..."` is where the build learns which icons
// to take.
constexpr MenuEntry entries[] = {
    {.href = "/", .label = "Home", .icon = "home", .who = web::signed_in},
    {.href = "/assessments", .label = "Assessments", .icon = "clipboard-check", .who = web::centre_people},
    {.href = "/users", .label = "User Management", .icon = "users", .who = web::user_managers},
    {.href = "/summary", .label = "User Summary", .icon = "table", .who = web::user_managers},
    {.href = "/audit", .label = "Audit", .icon = "history", .who = web::centre_admins},
    {.href = "/operator/centres",
     .label = "Centres",
     .icon = "building-community",
     .who = web::hub_operators},
    {.href = "/resources", .label = "Resources", .icon = "books", .who = web::resource_readers},
    {.href = "/operator/assessments",
     .label = "Assessments",
     .icon = "clipboard-check",
     .who = web::hub_operators},
    {.href = "/operator/years",
     .label = "Academic years",
     .icon = "calendar-event",
     .who = web::hub_operators},
    {.href = "/operator/resources", .label = "Resources", .icon = "books", .who = web::hub_operators},
    {.href = "/operator/report",
     .label = "Stakeholder report",
     .icon = "report-analytics",
     .who = web::hub_operators},
    {.href = "/operator/audit", .label = "Audit", .icon = "history", .who = web::hub_operators},
    {.href = "/help", .label = "Help", .icon = "help-circle", .who = web::signed_in},
};

unsigned who(const access::Actor& actor) {
  switch (actor.role) {
    case access::Role::exams_officer:
      return actor.centre_admin ? web::centre_admins : web::exams_officers;
    case access::Role::senior_leader:
      return web::senior_leaders;
    case access::Role::invigilator:
      return web::invigilators;
    case access::Role::hub_operator:
      return web::hub_operators;
  }
  return 0;
}

}  // namespace

std::vector<MenuEntry> menu_for(const access::Actor& actor) {
  std::vector<MenuEntry> mine;
  std::ranges::copy_if(entries, std::back_inserter(mine),
                       [&](const MenuEntry& entry) { return entry.who & who(actor); });
  return mine;
}

}  // namespace html
