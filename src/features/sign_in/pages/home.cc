#include "access/rules.h"
#include "features/sign_in/pages/pages.h"
#include "html/page.h"

namespace sign_in::pages {
namespace {

using Allowed = bool (*)(const access::Actor&);

bool everyone(const access::Actor&) {
  return true;
}

bool runs_the_hub(const access::Actor& actor) {
  return actor.role == access::Role::hub_operator;
}

bool takes_assessments(const access::Actor& actor) {
  return actor.role != access::Role::hub_operator;
}

struct Tile {
  std::string_view href;
  std::string_view icon;
  std::string_view title;
  std::string_view text;
  Allowed allowed;
};

// What a person can do next, most wanted first. `.icon = "..."` is where the build learns which icons to
// take.
constexpr Tile tiles[] = {
    {.href = "/assessments",
     .icon = "clipboard-check",
     .title = "Assessments",
     .text = "Take your assessments, continue where you stopped, and get your certificates.",
     .allowed = takes_assessments},
    {.href = "/users",
     .icon = "users",
     .title = "User Management",
     .text = "See who has an account in your centre, edit their details and passwords.",
     .allowed = access::manages_users},
    {.href = "/users/add",
     .icon = "user-plus",
     .title = "Add a user",
     .text = "Create one account and tell the person their login details.",
     .allowed = access::manages_users},
    {.href = "/users/upload",
     .icon = "file-spreadsheet",
     .title = "Upload users",
     .text = "Create many accounts at once from a spreadsheet.",
     .allowed = access::manages_users},
    {.href = "/summary",
     .icon = "table",
     .title = "User Summary",
     .text = "See how everyone is doing, and download the summary and the certificates.",
     .allowed = access::manages_users},
    {.href = "/resources",
     .icon = "books",
     .title = "Resources",
     .text = "Download the documents that the Hub publishes for your centre.",
     .allowed = access::may_read_resources},
    {.href = "/audit",
     .icon = "history",
     .title = "Audit",
     .text = "Who did what in your centre, and when.",
     .allowed = access::may_read_audit},
    {.href = "/operator/centres",
     .icon = "building-community",
     .title = "Centres",
     .text = "See how the centres use the Hub, add one, appoint and change Centre Admins.",
     .allowed = runs_the_hub},
    {.href = "/operator/assessments",
     .icon = "clipboard-check",
     .title = "Assessments",
     .text = "Upload, preview and publish assessments, and see what changed from version to version.",
     .allowed = runs_the_hub},
    {.href = "/operator/resources",
     .icon = "books",
     .title = "Resources",
     .text = "Publish documents for the centres, bring new versions, withdraw old ones.",
     .allowed = runs_the_hub},
    {.href = "/operator/report",
     .icon = "report-analytics",
     .title = "Stakeholder report",
     .text = "How many people of each centre passed the assessments of a year, without names unless they are "
             "needed.",
     .allowed = runs_the_hub},
    {.href = "/operator/audit",
     .icon = "history",
     .title = "Audit",
     .text = "Who published what, and what operators did in which centre.",
     .allowed = runs_the_hub},
    {.href = "/account/password",
     .icon = "key",
     .title = "Change your password",
     .text = "Choose another password that only you know.",
     .allowed = everyone},
    {.href = "/account/sessions",
     .icon = "devices",
     .title = "Where you are signed in",
     .text = "See your open sessions and end those that you do not need.",
     .allowed = everyone},
    {.href = "/help",
     .icon = "help-circle",
     .title = "Help",
     .text = "How to do things here, and whom to ask.",
     .allowed = everyone},
};

}  // namespace

web::Handler home() {
  return [](const web::Request& request) {
    const auto& actor = request.actor();
    html::View view("features/sign_in/pages/home.html");
    view.show_if("DONE", request.query.get("done") == "password");
    view.set("WELCOME", "Hello " + actor.name + ". This is what you can do here.");
    for (const auto& tile : tiles) {
      if (!tile.allowed(actor)) continue;
      auto shown = view.add("TILE");
      shown.set("HREF", tile.href).set("ICON", tile.icon).set("TITLE", tile.title).set("TEXT", tile.text);
    }
    return html::page(request, {.title = "Home", .menu = "/"}, std::move(view));
  };
}

}  // namespace sign_in::pages
