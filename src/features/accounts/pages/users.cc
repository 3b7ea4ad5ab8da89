#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "base/text.h"
#include "features/accounts/pages/pages.h"
#include "features/accounts/pages/role_words.h"
#include "features/accounts/pages/user_list_query.h"
#include "html/page.h"
#include "html/paging.h"

namespace accounts::pages {
namespace {

struct Column {
  SortBy sort;
  std::string_view label;
};
constexpr std::array columns{Column{SortBy::name, "Name"}, Column{SortBy::email, "Email"},
                             Column{SortBy::role, "Role"}, Column{SortBy::last_signed_in, "Last signed in"}};

struct Found {
  ListPage page;
  html::Paging paging;
  std::optional<Account> first;              // just added or changed: shown above the others
  std::vector<access::AccountId> started{};  // an assessment
};

// An id in the address, of a user to show first; 0 where there is none.
access::AccountId id_in(const web::Request& request, std::string_view name) {
  return access::AccountId{request.query.number(name, 0, std::numeric_limits<long>::max())};
}

Found load(db::Connection& connection, const web::Request& request, access::AccountId first) {
  Found found;
  auto query = list_query(request.query);
  found.paging.page = static_cast<std::size_t>(std::max(1L, request.query.number("page", 1)));
  query.limit = found.paging.page_size;
  query.offset = found.paging.first_row();
  found.page = list(connection, request.actor(), query);
  found.paging.total = found.page.total;
  if (found.paging.page > found.paging.pages()) {
    found.paging.page = found.paging.pages();
    query.offset = found.paging.first_row();
    found.page = list(connection, request.actor(), query);
  }
  if (first != access::AccountId{0}) found.first = find(connection, request.actor(), first);
  if (found.first) std::erase_if(found.page.accounts, [&](const Account& a) { return a.id == first; });
  return found;
}

void find_started(db::Connection& connection, const access::Actor& actor, Found& found,
                  const HaveStarted& have_started) {
  std::vector<access::AccountId> shown;
  if (found.first) shown.push_back(found.first->id);
  for (const auto& account : found.page.accounts) shown.push_back(account.id);
  if (shown.empty() || !have_started) return;
  const auto started = have_started(connection, actor, shown);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (started[i]) found.started.push_back(shown[i]);
  }
}

void show_filters(html::View& view, const web::Request& request, const ListQuery& query) {
  view.set("Q", request.query.get("q"));
  const std::string chosen(query.centre_admins_only ? centre_admin_filter
                           : query.role             ? access::code(*query.role)
                                                    : "");
  const auto option = [&](std::string_view value, std::string_view label) {
    view.add("ROLE_OPTION").set("VALUE", value).set("LABEL", label).show_if("SELECTED", value == chosen);
  };
  option("", "All roles");
  for (const auto role : access::roles_to_give(request.actor())) option(access::code(role), role_words(role));
  option(centre_admin_filter, "Centre Admin");
  if (request.query.has("sort")) view.add("SORTED").set("SORT", request.query.get("sort"));
}

void show_columns(html::View& view, const web::Request& request, const ListQuery& query) {
  const auto filters = kept_filters(request.query);
  for (const auto& column : columns) {
    const bool current = column.sort == query.sort;
    const std::string name(sort_name(column.sort));
    auto head = view.add("COLUMN");
    head.set("LABEL", column.label);
    head.set("HREF",
             html::with_query("/users", filters, "sort", current && !query.descending ? "-" + name : name));
    if (current) head.add("CURRENT").set("ORDER", query.descending ? "descending" : "ascending");
  }
}

void show_row(html::View& view, const access::Actor& actor, const Account& account, const Found& found) {
  auto row = view.add("USER");
  row.set("ID", std::to_underlying(account.id)).set("NAME", account.full_name()).set("EMAIL", account.email);
  row.set("ROLE", account.centre_admin ? "Centre Admin (EO)" : role_words(account.role));
  row.set("LAST_SIGNED_IN",
          account.last_signed_in_at ? base::british_date_time(*account.last_signed_in_at) : "Never");
  row.show_if("FLASH", found.first && found.first->id == account.id);
  row.show_if("STARTED", std::ranges::find(found.started, account.id) != found.started.end());
  row.show_if("YOU", actor.account == account.id);
  const bool may_edit = access::may_edit(actor, account.subject());
  row.show_if("MAY_EDIT", may_edit).show_if("MAY_NOT_EDIT", !may_edit);
  row.show_if("MAY_CHOOSE_ACCESS", access::may_choose_assessments(actor, account.subject()));
  row.show_if("MAY_EXTEND_TIME", access::may_extend_time(actor, account.subject()));
  row.show_if("MAY_DELETE", access::may_delete(actor, account.subject()));
  row.show_if("NEVER_ONESELF", actor.centre_admin && actor.account == account.id);
}

// What of a user was saved, by `what` in the address.
std::string saved_words(std::string_view what, const std::string& name) {
  if (what == "access") return fmt::format("Which assessments {} sees is saved.", name);
  if (what == "extra-time") return fmt::format("The extra time of {} is saved.", name);
  return fmt::format("The details of {} are saved.", name);
}

void show_notice(html::View& view, const web::Request& request, const Found& found,
                 const std::string& public_url) {
  if (found.first && request.query.has("added")) {
    view.add("ADDED")
        .set("NAME", found.first->full_name())
        .set("EMAIL", found.first->email)
        .set("URL", public_url);
  } else if (found.first) {
    view.add("SAVED").set("WORDS", saved_words(request.query.get("what"), found.first->full_name()));
  } else if (request.query.has("deleted")) {
    view.show("DELETED");
  }
}

std::string nobody_words(std::string_view search, bool role_chosen) {
  if (search.empty()) return "Nobody in your centre has this role.";
  return fmt::format("Nobody in your centre{} has \u201C{}\u201D in their name or email.",
                     role_chosen ? " with this role" : "", search);
}

void show_nobody(html::View& view, const ListQuery& query) {
  auto empty = view.include("EMPTY", "html/partials/empty.html");
  empty.set("TITLE", "No user matches");
  empty.set("TEXT", nobody_words(query.search, query.role || query.centre_admins_only));
  empty.add("ACTION").set("HREF", "/users").set("LABEL", "Show all users");
}

}  // namespace

web::Handler users(db::Database& database, std::string public_url, HaveStarted have_started) {
  return [&database, public_url = std::move(public_url),
          have_started = std::move(have_started)](const web::Request& request) {
    const auto first = request.query.has("added") ? id_in(request, "added") : id_in(request, "saved");
    const auto found = database.read([&](db::Connection& c) {
      auto loaded = load(c, request, first);
      find_started(c, request.actor(), loaded, have_started);
      return loaded;
    });
    const auto query = list_query(request.query);

    html::View view("features/accounts/pages/users.html");
    show_notice(view, request, found, public_url);
    show_filters(view, request, query);
    if (found.first) show_row(view, request.actor(), *found.first, found);
    for (const auto& account : found.page.accounts) show_row(view, request.actor(), account, found);
    if (found.paging.total == 0) {
      show_nobody(view, query);
    } else {
      view.show("TABLE");
    }
    show_columns(view, request, query);
    html::show_paging(view.root(), found.paging, "/users", kept_filters(request.query), "user", "users");
    html::PageHead head{.title = "User Management",
                        .menu = "/users",
                        .actions = {{.href = "/users/add", .label = "+ Add", .primary = true},
                                    {.href = "/users/upload", .label = "+ Upload Users"}}};
    if (request.actor().centre_admin)
      head.actions.push_back({.href = "/users/access", .label = "Assessment Access"});
    return html::page(request, head, std::move(view));
  };
}

}  // namespace accounts::pages
