#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "features/accounts/account_store.h"
#include "features/accounts/pages/pages.h"
#include "features/accounts/pages/user_fields.h"
#include "html/list.h"

namespace accounts::pages {
namespace {

using Kind = html::Field::Kind;

constexpr std::string_view centre_admin_filter = "ADMIN";  // beside the roles' codes

struct Found {
  ListPage page;
  std::optional<Account> first{};            // just added or changed: shown above the others
  std::vector<access::AccountId> started{};  // an assessment
};

html::List list_of(const web::Request& request) {
  html::Field role{.name = "role", .label = "Role", .kind = Kind::drop_down, .choices = {{"", "All roles"}}};
  for (const auto each : access::roles_to_give(request.actor())) {
    role.choices.push_back({std::string(access::code(each)), role_words(each)});
  }
  role.choices.push_back({std::string(centre_admin_filter), "Centre Admin"});
  return {request,
          "/users",
          {{.name = "q",
            .label = "Search",
            .kind = Kind::search,
            .hint = "Name or email",
            .width = "wide",
            .most = 200},
           std::move(role)},
          {{"name", "Name"}, {"email", "Email"}, {"role", "Role"}, {"last_signed_in", "Last signed in"}}};
}

SortBy sort_by(std::string_view column) {
  if (column == "email") return SortBy::email;
  if (column == "role") return SortBy::role;
  if (column == "last_signed_in") return SortBy::last_signed_in;
  return SortBy::name;
}

// An id in the address, of a user to show first; 0 where there is none.
access::AccountId id_in(const web::Request& request, std::string_view name) {
  return access::AccountId{request.query.number(name, 0, std::numeric_limits<long>::max())};
}

Found load(db::Connection& connection, const web::Request& request, html::List& list,
           access::AccountId first) {
  ListQuery query{.search = list.get("q"),
                  .role = access::centre_role_from(list.get("role")),
                  .centre_admins_only = list.get("role") == centre_admin_filter,
                  .sort = sort_by(list.sort()),
                  .descending = list.is_descending(),
                  .limit = html::List::page_size};
  Found found{.page = list.load([&](std::size_t first_row) {
    query.offset = first_row;
    return accounts::list(connection, request.actor(), query);
  })};
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

void show_row(html::View& view, const access::Actor& actor, const Account& account, const Found& found) {
  auto row = view.add("USER");
  row.set("ID", std::to_underlying(account.id)).set("NAME", account.full_name()).set("EMAIL", account.email);
  row.set("ROLE", role_words(account.role, account.centre_admin));
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

html::Empty nobody(const html::List& list) {
  const auto search = list.get("q");
  return {"No user matches",
          search.empty() ? "Nobody in your centre has this role."
                         : fmt::format("Nobody in your centre{} has \u201C{}\u201D in their name or email.",
                                       list.get("role").empty() ? "" : " with this role", search),
          "/users", "Show all users"};
}

}  // namespace

web::Response UserPages::list(const web::Request& request) {
  auto list = list_of(request);
  const auto first = id_in(request, request.query.has("added") ? "added" : "saved");
  const auto found = database_.read([&](db::Connection& c) {
    auto loaded = load(c, request, list, first);
    find_started(c, request.actor(), loaded, have_started_);
    return loaded;
  });
  html::View view("features/accounts/pages/users.html");
  show_notice(view, request, found, settings_.public_url);
  if (found.first) show_row(view, request.actor(), *found.first, found);
  for (const auto& account : found.page.accounts) show_row(view, request.actor(), account, found);
  list.show(view.root(), {.one = "user", .many = "users", .empty = nobody(list), .button = "Search"});
  html::PageHead head{.title = "User Management",
                      .menu = "/users",
                      .actions = {{.href = "/users/add", .label = "+ Add", .primary = true},
                                  {.href = "/users/upload", .label = "+ Upload Users"}}};
  if (request.actor().centre_admin) {
    head.actions.push_back({.href = "/users/access", .label = "Assessment Access"});
  }
  return list.page(std::move(head), std::move(view));
}

}  // namespace accounts::pages
