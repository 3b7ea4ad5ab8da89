#include <fmt/format.h>

#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "features/visibility/access_default.h"
#include "features/visibility/may_take.h"
#include "features/visibility/pages/pages.h"
#include "features/visibility/pages/slug_fields.h"
#include "html/list.h"

namespace visibility::pages {
namespace {

using Kind = html::Field::Kind;

constexpr std::size_t shown = 100;  // at once: invigilators to tick, and those who would see a change

struct Found {
  DefaultAccess access;
  accounts::ListPage page;
  std::vector<Slugs> hidden;  // from each of the page
};

std::string people(std::size_t count) {
  return base::counted(count, "invigilator", "invigilators");
}

access::AccountId id_from(std::string_view text) {
  return access::AccountId{base::number_from<std::int64_t>(text).value_or(0)};
}

BulkChoice choice_of(const web::Fields& fields) {
  BulkChoice choice{.everyone = fields.get("who") == "everyone",
                    .search = base::trimmed(fields.get("q")),
                    .hide = fields.get("change") != "unhide",
                    .slugs = ticked(fields)};
  for (const auto id : fields.all("invigilator")) choice.chosen.push_back(id_from(id));
  return choice;
}

html::List list_of(const web::Request& request) {
  return {request,
          "/users/access",
          {{.name = "q",
            .label = "Search",
            .kind = Kind::search,
            .hint = "Name or email",
            .width = "wide",
            .most = 200}},
          {},
          shown};
}

Found load(db::Connection& c, const access::Actor& actor, html::List& list) {
  Found found{.access = web::or_refuse(default_access(c, actor)), .page = {}, .hidden = {}};
  found.page = list.load([&](std::size_t first_row) {
    return accounts::list(
        c, actor,
        {.search = list.get("q"), .role = access::Role::invigilator, .offset = first_row, .limit = shown});
  });
  std::vector<access::AccountId> ids;
  for (const auto& account : found.page.accounts) ids.push_back(account.id);
  for (const auto& viewer : viewers(c, actor, ids)) found.hidden.push_back(viewer.value().hidden);
  return found;
}

std::string hidden_words(std::span<const assessments::Version> versions, const Slugs& hidden) {
  std::vector<std::string> titles;
  for (const auto& version : versions) {
    if (hidden.contains(version.slug)) titles.push_back(version.title);
  }
  if (titles.empty()) return "Nothing";
  if (titles.size() == versions.size()) return "Everything";
  return fmt::format("{}", fmt::join(titles, "; "));
}

html::Empty nobody(const html::List& list) {
  if (!list.is_filtered()) {
    return {"Your centre has no invigilators yet", "You can choose below what those that you add will see.",
            "/users/add", "Add a user"};
  }
  return {
      "No invigilator matches",
      fmt::format("No invigilator of your centre has \u201C{}\u201D in their name or email.", list.get("q")),
      "/users/access", "Show all invigilators"};
}

void show_invigilators(html::View::Part part, const Found& found, const html::List& list,
                       const BulkChoice& choice) {
  const auto count = people(found.page.total);
  part.set("Q", list.get("q")).set("PAGE", static_cast<std::int64_t>(list.page_number()));
  part.set("EVERYONE_WORDS", list.is_filtered() ? fmt::format("Everyone whom the search finds: {}", count)
                                                : fmt::format("Everyone: {}", count));
  part.show(choice.everyone ? "EVERYONE" : "ONLY_TICKED");
  part.show_if("SEVERAL_PAGES", found.page.total > found.page.accounts.size());
  for (std::size_t i = 0; i < found.page.accounts.size(); ++i) {
    const auto& account = found.page.accounts[i];
    auto row = part.add("INVIGILATOR");
    row.set("ID", std::to_underlying(account.id))
        .set("NAME", account.full_name())
        .set("EMAIL", account.email);
    row.set("HIDDEN_NOW", hidden_words(found.access.assessments, found.hidden[i]));
    row.show_if("TICKED", std::ranges::find(choice.chosen, account.id) != choice.chosen.end());
    row.show_if("FIRST", i == 0);
  }
  list.show(part, {.one = "invigilator", .many = "invigilators", .empty = nobody(list)});
}

html::Form bulk_form(const web::Request& request, const Found& found, const html::List& list,
                     const BulkChoice& choice) {
  return {request,
          {{.name = "invigilator",
            .kind = Kind::view,
            .view = "features/visibility/pages/invigilators.html",
            .fill = [&](html::View::Part part) { show_invigilators(part, found, list, choice); }},
           {.name = "assessments", .label = "2. Tick the assessments", .kind = Kind::heading},
           hidden_field("Assessments", found.access.assessments, {}),
           {.name = "what", .label = "3. Hide them or show them again", .kind = Kind::heading},
           {.name = "change",
            .label = "What to do with the ticked assessments",
            .kind = Kind::radio,
            .hint = "The other assessments stay as they are for each of them.",
            .value = "hide",
            .choices = {{"hide", "Hide the ticked assessments", "What people did in them is kept."},
                        {"unhide", "Show the ticked assessments again"}}}},
          // What can no longer be applied comes back to where it is chosen.
          request.route == "/users/access/apply" ? request.route : "/users/access"};
}

html::Form default_form(const web::Request& request, const DefaultAccess& access) {
  auto field = hidden_field("Hide from invigilators added later", access.assessments, access.hidden);
  field.id = "hidden-later";
  for (auto& choice : field.choices) choice.hint.clear();
  return {request, {std::move(field), seen_field(access.hidden)}, "/users/access/default"};
}

void show_done(html::View& view, const web::Fields& query) {
  if (query.has("default_saved")) view.show("DEFAULT_SAVED");
  if (!query.has("changed")) return;
  view.add("CHANGED").set("COUNT",
                          people(static_cast<std::size_t>(std::max(0L, query.number("changed", 0)))));
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

// What was chosen, carried on to the button that does it.
std::vector<html::Field> kept(const BulkChoice& choice, const BulkChange& change) {
  std::vector<html::Field> fields;
  const auto keep = [&](std::string name, std::string value) {
    fields.push_back({.name = std::move(name), .kind = Kind::hidden, .value = std::move(value)});
  };
  keep("who", choice.everyone ? "everyone" : "ticked");
  keep("q", choice.search);
  keep("change", choice.hide ? "hide" : "unhide");
  keep("digest", change.digest);
  for (const auto& slug : choice.slugs) keep("hidden", slug);
  if (!choice.everyone) {
    for (const auto id : choice.chosen) keep("invigilator", fmt::to_string(std::to_underlying(id)));
  }
  return fields;
}

}  // namespace

web::Response AccessPages::many(const web::Request& request) {
  auto list = list_of(request);
  const auto found = database_.read(load, request.actor(), list);
  const auto& fields = request.form().fields;
  const auto choice = choice_of(fields);
  auto bulk = bulk_form(request, found, list, choice);
  if (bulk.sent()) {
    auto change = database_.read(look_at, request.actor(), choice);
    if (bulk.took(change)) return this->change(request, choice, *change, false);
  }
  auto later = default_form(request, found.access);
  if (later.sent() && later.took(database_.write([&](db::Connection& c) {
        return set_default(c, request.actor(), ticked(fields), seen(fields));
      }))) {
    return web::Response::see_other("/users/access?default_saved=1");
  }
  html::View view("features/visibility/pages/bulk.html");
  show_done(view, request.query);
  if (found.access.assessments.empty()) {
    view.show("NOTHING");
  } else {
    view.show("CHOICE");
    list.show_filters(view.root(), "Search");
    bulk.show(view.root(), {.button = "See what will change", .action = "/users/access", .guard = false});
    later.show(view.root(),
               {.button = "Save for those added later",
                .action = "/users/access/default",
                .guard = false,
                .quiet = true},
               "DEFAULT");
  }
  return (later.sent() ? later : bulk)
      .page({.title = "Assessment Access",
             .menu = "/users",
             .back_href = "/users",
             .back_label = "User Management"},
            std::move(view));
}

web::Response AccessPages::apply_many(const web::Request& request) {
  using enum base::Refusal::Kind;
  const auto choice = choice_of(request.form().fields);
  const auto made = database_.write(
      [&](db::Connection& c) { return apply(c, request.actor(), choice, request.form().get("digest")); });
  if (!made && (made.error().kind == conflict || made.error().kind == bad_input)) {
    auto now = database_.read(look_at, request.actor(), choice);
    if (!now && now.error().kind == bad_input) return many(request);
    return change(request, choice, web::or_refuse(std::move(now)), true);
  }
  return web::Response::see_other(
      fmt::format("/users/access?changed={}", web::or_refuse(made).changing.size()));
}

web::Response AccessPages::change(const web::Request& request, const BulkChoice& choice,
                                  const BulkChange& change, bool conflict) {
  html::Form form(request, kept(choice, change));
  form.changed_by_others("Something changed since you looked. This is what would change now.");
  if (conflict) form.took(base::Result<void>(base::refuse(base::Refusal::conflict({}))));
  html::View view("features/visibility/pages/bulk_change.html");
  view.set("SUMMARY", summary(change, choice.hide));
  if (!change.changing.empty()) {
    form.show(view.root(), {.button = fmt::format("{} for {}", choice.hide ? "Hide" : "Show again",
                                                  people(change.changing.size())),
                            .cancel = "/users/access",
                            .action = "/users/access/apply",
                            .guard = false});
    auto table = view.add("TABLE");
    table.set("COLUMN", choice.hide ? "Will be hidden" : "Will be shown again");
    for (std::size_t i = 0; i < std::min(shown, change.changing.size()); ++i) {
      const auto& person = change.changing[i];
      table.add("PERSON")
          .set("NAME", person.name)
          .set("TITLES", fmt::format("{}", fmt::join(person.titles, "; ")));
    }
    if (change.changing.size() > shown) view.add("MORE").set("COUNT", people(change.changing.size() - shown));
  }
  return form.page({.title = "What will change",
                    .menu = "/users",
                    .back_href = "/users/access",
                    .back_label = "Assessment Access"},
                   std::move(view));
}

}  // namespace visibility::pages
