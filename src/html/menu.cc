#include "html/menu.h"

#include "web/route.h"

namespace html {
namespace {

// A place is here once its route is in app/routes.cc. `.icon = "..."` is where the build learns which icons
// to take.
constexpr Place places[] = {
    {.href = "/", .label = "Home", .icon = "home", .who = web::signed_in},
    {.href = "/assessments",
     .label = "Assessments",
     .icon = "clipboard-check",
     .who = web::centre_people,
     .about = "Take your assessments, continue where you stopped, and get your certificates."},
    {.href = "/users",
     .label = "User Management",
     .icon = "users",
     .who = web::user_managers,
     .about = "See who has an account in your centre, edit their details and passwords."},
    {.href = "/users/add",
     .label = "Add a user",
     .icon = "user-plus",
     .who = web::user_managers,
     .about = "Create one account and tell the person their login details.",
     .in_menu = false},
    {.href = "/users/upload",
     .label = "Upload users",
     .icon = "file-spreadsheet",
     .who = web::user_managers,
     .about = "Create many accounts at once from a spreadsheet.",
     .in_menu = false},
    {.href = "/summary",
     .label = "User Summary",
     .icon = "table",
     .who = web::user_managers,
     .about = "See how everyone is doing, and download the summary and the certificates."},
    {.href = "/audit",
     .label = "Audit",
     .icon = "history",
     .who = web::centre_admins,
     .about = "Who did what in your centre, and when."},
    {.href = "/operator/centres",
     .label = "Centres",
     .icon = "building-community",
     .who = web::hub_operators,
     .about = "See how the centres use the Hub, add one, appoint and change Centre Admins."},
    {.href = "/resources",
     .label = "Resources",
     .icon = "books",
     .who = web::resource_readers,
     .about = "Download the documents that the Hub publishes for your centre."},
    {.href = "/operator/assessments",
     .label = "Assessments",
     .icon = "clipboard-check",
     .who = web::hub_operators,
     .about = "Upload, preview and publish assessments, and see what changed from version to version."},
    {.href = "/operator/years",
     .label = "Academic years",
     .icon = "calendar-event",
     .who = web::hub_operators,
     .about = "See which assessments are current, and begin the next year's."},
    {.href = "/operator/resources",
     .label = "Resources",
     .icon = "books",
     .who = web::hub_operators,
     .about = "Publish documents for the centres, bring new versions, withdraw old ones."},
    {.href = "/operator/report",
     .label = "Stakeholder report",
     .icon = "report-analytics",
     .who = web::hub_operators,
     .about = "How many people of each centre passed the assessments of a year, without names unless they "
              "are needed."},
    {.href = "/operator/audit",
     .label = "Audit",
     .icon = "history",
     .who = web::hub_operators,
     .about = "Who published what, and what operators did in which centre."},
    {.href = "/account/password",
     .label = "Change your password",
     .icon = "key",
     .who = web::signed_in,
     .about = "Choose another password that only you know.",
     .in_menu = false},
    {.href = "/account/sessions",
     .label = "Where you are signed in",
     .icon = "devices",
     .who = web::signed_in,
     .about = "See your open sessions and end those that you do not need.",
     .in_menu = false},
    {.href = "/help",
     .label = "Help",
     .icon = "help-circle",
     .who = web::signed_in,
     .about = "How to do things here, and whom to ask."},
};

}  // namespace

std::vector<Place> places_for(const access::Actor& actor) {
  std::vector<Place> mine;
  std::ranges::copy_if(places, std::back_inserter(mine),
                       [who = web::who_is(actor)](const Place& place) { return place.who & who; });
  return mine;
}

}  // namespace html
