#include "features/visibility/extra_time.h"

#include "features/visibility/pages/pages.h"
#include "html/form_view.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace visibility::pages {
namespace {

access::AccountId subject(const web::Request& request) {
  return access::AccountId{request.path_id("id")};
}

PersonTime load(db::Database& database, const web::Request& request) {
  return web::or_refuse(
      database.read([&](db::Connection& c) { return person_time(c, request.actor(), subject(request)); }));
}

std::string example(int percent) {
  return percent == 0 ? "A section of 20 minutes takes 20 minutes."
                      : fmt::format("A section of 20 minutes takes {} minutes.", 20 * (100 + percent) / 100);
}

void show_choices(html::View& view, int chosen) {
  for (const int percent : extra_times) {
    auto option = view.add("OPTION");
    option.set("VALUE", percent).set("LABEL", extra_time_words(percent)).set("EXAMPLE", example(percent));
    option.show_if("FIRST", percent == extra_times.front()).show_if("CHOSEN", percent == chosen);
  }
}

void show_given(html::View& view, const PersonTime& time) {
  if (!time.given_at) return;
  auto given = view.add("GIVEN");
  given.set("WHAT", extra_time_words(time.percent)).set("WHEN", base::british_date(*time.given_at));
  if (!time.given_by.empty()) given.add("BY").set("WHO", time.given_by);
}

web::Response show(const web::Request& request, const PersonTime& time,
                   std::span<const base::FieldError> errors) {
  html::View view("features/visibility/pages/extra_time.html");
  const auto name = time.person.full_name();
  view.set("ID", std::to_underlying(time.person.id)).set("NAME", name);
  html::show_errors(view.root(), errors);
  show_given(view, time);
  show_choices(view, time.percent);
  return html::page(request,
                    {.title = "Extra time for " + name,
                     .menu = "/users",
                     .status = errors.empty() ? 200 : 422,
                     .width = "narrow",
                     .back_href = "/users",
                     .back_label = "User Management"},
                    std::move(view));
}

}  // namespace

web::Handler extra_time_form(db::Database& database) {
  return [&database](const web::Request& request) { return show(request, load(database, request), {}); };
}

web::Handler save_extra_time(db::Database& database) {
  return [&database](const web::Request& request) {
    constexpr long none_chosen = -1;
    const auto percent = static_cast<int>(request.form().fields.number("percent", none_chosen, 1000));
    const auto saved = database.write(
        [&](db::Connection& c) { return set_extra_time(c, request.actor(), subject(request), percent); });
    if (!saved && saved.error().kind == base::Refusal::Kind::bad_input) {
      return show(request, load(database, request), saved.error().fields);
    }
    web::or_refuse(saved);
    return web::Response::see_other(
        fmt::format("/users?saved={}&what=extra-time", std::to_underlying(subject(request))));
  };
}

}  // namespace visibility::pages
