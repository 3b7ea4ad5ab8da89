#include "features/visibility/pages/bulk_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "features/visibility/access_default.h"
#include "features/visibility/may_take.h"
#include "features/visibility/pages/slug_fields.h"
#include "html/form_view.h"
#include "html/page.h"
#include "html/paging.h"
#include "web/dispatcher.h"

namespace visibility::pages {
namespace {

constexpr std::size_t page_size = 100;

struct Found {
  DefaultAccess access;
  accounts::ListPage page;
  html::Paging paging{.page_size = page_size};
  std::vector<Slugs> hidden;  // from each of the page
};

access::AccountId id_from(std::string_view text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  return access::AccountId{error == std::errc() && end == text.data() + text.size() ? id : 0};
}

Found load(db::Connection& c, const access::Actor& actor, const web::Fields& fields) {
  Found found{.access = web::or_refuse(default_access(c, actor)), .page = {}, .hidden = {}};
  accounts::ListQuery query{.search = base::trimmed(fields.get("q")), .role = access::Role::invigilator};
  query.limit = page_size;
  found.paging.page = static_cast<std::size_t>(std::max(1L, fields.number("page", 1)));
  query.offset = found.paging.first_row();
  found.page = accounts::list(c, actor, query);
  found.paging.total = found.page.total;
  if (found.paging.page > found.paging.pages()) {
    found.paging.page = found.paging.pages();
    query.offset = found.paging.first_row();
    found.page = accounts::list(c, actor, query);
  }
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

void show_invigilators(html::View& view, const Found& found, const BulkChoice& choice) {
  for (std::size_t i = 0; i < found.page.accounts.size(); ++i) {
    const auto& account = found.page.accounts[i];
    auto row = view.add("INVIGILATOR");
    row.set("ID", std::to_underlying(account.id))
        .set("NAME", account.full_name())
        .set("EMAIL", account.email);
    row.set("HIDDEN_NOW", hidden_words(found.access.assessments, found.hidden[i]));
    row.show_if("TICKED", std::ranges::find(choice.chosen, account.id) != choice.chosen.end());
    row.show_if("FIRST", i == 0);
  }
}

void show_whom(html::View& view, const Found& found, const BulkChoice& choice, std::string_view search) {
  const auto count = base::counted(found.page.total, "invigilator", "invigilators");
  view.set("EVERYONE_WORDS", search.empty() ? fmt::format("Everyone: {}", count)
                                            : fmt::format("Everyone whom the search finds: {}", count));
  view.show(choice.everyone ? "EVERYONE" : "ONLY_TICKED");
  if (found.paging.pages() > 1) view.show("SEVERAL_PAGES");
}

void show_default(html::View& view, const Found& found, const BulkPage& page) {
  auto form = view.add("DEFAULT");
  form.set("SEEN", joined(found.access.hidden)).show_if("CONFLICT", page.default_conflict);
  show_choices(form, found.access.assessments, page.default_ticked.value_or(found.access.hidden));
}

void show_done(html::View& view, const web::Fields& query) {
  if (query.has("default_saved")) view.show("DEFAULT_SAVED");
  if (!query.has("changed")) return;
  const auto changed = static_cast<std::size_t>(std::max(0L, query.number("changed", 0)));
  view.add("CHANGED").set("COUNT", base::counted(changed, "invigilator", "invigilators"));
}

void show_nobody(html::View& view, std::string_view search) {
  auto empty = view.include("EMPTY", "html/partials/empty.html");
  if (search.empty()) {
    empty.set("TITLE", "Your centre has no invigilators yet");
    empty.set("TEXT", "You can choose below what those that you add will see.");
    empty.add("ACTION").set("HREF", "/users/add").set("LABEL", "Add a user");
  } else {
    empty.set("TITLE", "No invigilator matches");
    empty.set("TEXT", fmt::format("No invigilator of your centre has \u201C{}\u201D in their name or email.",
                                  search));
    empty.add("ACTION").set("HREF", "/users/access").set("LABEL", "Show all invigilators");
  }
}

}  // namespace

BulkChoice bulk_choice(const web::Fields& fields) {
  BulkChoice choice{.everyone = fields.get("who") == "everyone",
                    .search = base::trimmed(fields.get("q")),
                    .hide = fields.get("change") != "unhide",
                    .slugs = ticked(fields)};
  for (const auto id : fields.all("invigilator")) choice.chosen.push_back(id_from(id));
  return choice;
}

web::Response bulk_page(db::Database& database, const web::Request& request, const web::Fields& fields,
                        const BulkPage& page) {
  const auto found = database.read([&](db::Connection& c) { return load(c, request.actor(), fields); });
  const auto search = base::trimmed(fields.get("q"));
  html::View view("features/visibility/pages/bulk.html");
  html::show_errors(view.root(), page.errors);
  show_done(view, request.query);
  view.set("Q", search).set("PAGE", static_cast<std::int64_t>(found.paging.page));
  if (found.access.assessments.empty()) {
    view.show("NOTHING");
  } else {
    show_choices(view.add("CHOICE"), found.access.assessments, page.choice.slugs);
    view.show(page.choice.hide ? "HIDE" : "UNHIDE");
    show_whom(view, found, page.choice, search);
    show_default(view, found, page);
  }
  if (found.page.total == 0) {
    show_nobody(view, search);
  } else {
    view.show("TABLE");
    show_invigilators(view, found, page.choice);
  }
  web::Fields kept;
  kept.add("q", search);
  html::show_paging(view.root(), found.paging, "/users/access", kept, "invigilator", "invigilators");
  return html::page(request,
                    {.title = "Assessment Access",
                     .menu = "/users",
                     .status = page.status(),
                     .back_href = "/users",
                     .back_label = "User Management"},
                    std::move(view));
}

}  // namespace visibility::pages
