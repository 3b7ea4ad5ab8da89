#include "features/visibility/extra_time.h"

#include "features/visibility/pages/pages.h"
#include "html/form.h"

namespace visibility::pages {
namespace {

html::Field percent_field(int percent) {
  html::Field field{.name = "percent",
                    .label = "Extra time",
                    .kind = html::Field::Kind::radio,
                    .value = fmt::to_string(percent)};
  for (const int each : extra_times) {
    field.choices.push_back(
        {fmt::to_string(each), extra_time_words(each),
         fmt::format("A section of 20 minutes takes {} minutes.", 20 * (100 + each) / 100)});
  }
  return field;
}

}  // namespace

web::Response AccessPages::extra_time(const web::Request& request) {
  const access::AccountId id{request.path_id("id")};
  const auto time = web::or_refuse(database_.read(person_time, request.actor(), id));
  html::Form form(request, {percent_field(time.percent)});
  if (form.sent()) {
    constexpr long none_chosen = -1;
    const auto percent = static_cast<int>(request.form().fields.number("percent", none_chosen, 1000));
    if (form.took(database_.write(set_extra_time, request.actor(), id, percent))) {
      return web::Response::see_other(fmt::format("/users?saved={}&what=extra-time", std::to_underlying(id)));
    }
  }
  html::View view("features/visibility/pages/extra_time.html");
  const auto name = time.person.full_name();
  view.set("NAME", name);
  if (time.given_at) {
    auto given = view.add("GIVEN");
    given.set("WHAT", extra_time_words(time.percent)).set("WHEN", base::british_date(*time.given_at));
    if (!time.given_by.empty()) given.add("BY").set("WHO", time.given_by);
  }
  return form.page({.title = "Extra time for " + name,
                    .menu = "/users",
                    .width = "narrow",
                    .back_href = "/users",
                    .back_label = "User Management"},
                   {.button = "Save extra time", .cancel = "/users"}, std::move(view));
}

}  // namespace visibility::pages
