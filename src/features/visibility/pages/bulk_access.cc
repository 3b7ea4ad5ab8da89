#include "features/visibility/bulk_access.h"

#include <fmt/format.h>

#include "base/text.h"
#include "features/visibility/pages/bulk_page.h"
#include "features/visibility/pages/pages.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace visibility::pages {
namespace {

using Kind = base::Refusal::Kind;

constexpr std::size_t shown = 100;

std::string people(std::size_t count) {
  return base::counted(count, "invigilator", "invigilators");
}

std::string summary(const BulkChange& change, bool hide) {
  const auto chosen = people(change.people);
  if (change.changing.empty()) {
    return fmt::format(
        "Nothing would change: for {} what you ticked is {} already.",
        change.people == 1 ? "the invigilator you chose" : fmt::format("all {} you chose", chosen),
        hide ? "hidden" : "shown");
  }
  const auto changing = change.changing.size();
  if (changing == change.people) return fmt::format("This changes what {} will see.", chosen);
  return fmt::format("This changes what {} of the {} you chose will see. For the others it is so already.",
                     base::thousands(changing), chosen);
}

void keep_choice(html::View::Part form, const BulkChoice& choice, const BulkChange& change) {
  form.set("WHO", choice.everyone ? "everyone" : "ticked").set("Q", choice.search);
  form.set("CHANGE", choice.hide ? "hide" : "unhide").set("DIGEST", change.digest);
  form.set("BUTTON",
           fmt::format("{} for {}", choice.hide ? "Hide" : "Show again", people(change.changing.size())));
  for (const auto& slug : choice.slugs) form.add("SLUG").set("VALUE", slug);
  if (choice.everyone) return;
  for (const auto id : choice.chosen) form.add("CHOSEN").set("ID", std::to_underlying(id));
}

web::Response show(const web::Request& request, const BulkChoice& choice, const BulkChange& change,
                   bool conflict) {
  html::View view("features/visibility/pages/bulk_change.html");
  view.set("SUMMARY", summary(change, choice.hide))
      .set("COLUMN", choice.hide ? "Will be hidden" : "Will be shown again");
  view.show_if("CONFLICT", conflict);
  if (!change.changing.empty()) {
    keep_choice(view.add("FORM"), choice, change);
    auto table = view.add("TABLE");
    for (std::size_t i = 0; i < std::min(shown, change.changing.size()); ++i) {
      table.add("PERSON")
          .set("NAME", change.changing[i].name)
          .set("TITLES", fmt::format("{}", fmt::join(change.changing[i].titles, "; ")));
    }
    if (change.changing.size() > shown) view.add("MORE").set("COUNT", people(change.changing.size() - shown));
  }
  return html::page(request,
                    {.title = "What will change",
                     .menu = "/users",
                     .status = conflict ? 409 : 200,
                     .back_href = "/users/access",
                     .back_label = "Assessment Access"},
                    std::move(view));
}

web::Response look(db::Database& database, const web::Request& request, const BulkChoice& choice,
                   bool conflict) {
  auto change = database.read([&](db::Connection& c) { return look_at(c, request.actor(), choice); });
  if (!change && change.error().kind == Kind::bad_input) {
    return bulk_page(database, request, request.form().fields,
                     {.choice = choice, .errors = change.error().fields});
  }
  return show(request, choice, web::or_refuse(std::move(change)), conflict);
}

}  // namespace

web::Handler bulk_access(db::Database& database) {
  return [&database](const web::Request& request) { return bulk_page(database, request, request.query, {}); };
}

web::Handler look_at_bulk_access(db::Database& database) {
  return [&database](const web::Request& request) {
    return look(database, request, bulk_choice(request.form().fields), false);
  };
}

web::Handler apply_bulk_access(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto choice = bulk_choice(request.form().fields);
    const auto made = database.write(
        [&](db::Connection& c) { return apply(c, request.actor(), choice, request.form().get("digest")); });
    if (!made && (made.error().kind == Kind::conflict || made.error().kind == Kind::bad_input)) {
      return look(database, request, choice, true);
    }
    return web::Response::see_other(
        fmt::format("/users/access?changed={}", web::or_refuse(made).changing.size()));
  };
}

}  // namespace visibility::pages
