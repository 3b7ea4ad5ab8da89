#include "base/text.h"
#include "features/accounts/founding.h"
#include "features/operator/pages/centre_of.h"
#include "features/operator/pages/pages.h"
#include "features/operator/pages/person_form.h"
#include "web/dispatcher.h"

namespace hub_operator::pages {
namespace {

web::Response show(const web::Request& request, std::span<const base::FieldError> errors) {
  html::View view("features/operator/pages/add_centre.html");
  const auto& form = request.form();
  html::keep_value(view.root(), "number", form.get("number"));
  html::keep_value(view.root(), "name", form.get("name"));
  show_person(view.root(), typed_person(form), errors);
  html::show_errors(view.root(), errors);
  return html::page(request,
                    {.title = "Add a centre",
                     .menu = "/operator/centres",
                     .status = errors.empty() ? 200 : 422,
                     .width = "narrow",
                     .back_href = "/operator/centres",
                     .back_label = "Centres"},
                    std::move(view));
}

}  // namespace

web::Handler add_centre_form() {
  return [](const web::Request& request) { return show(request, {}); };
}

web::Handler add_centre(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto& form = request.form();
    const auto person = typed_person(form);
    const accounts::Founder founder{.email = person.email,
                                    .first_name = person.first_name,
                                    .last_name = person.last_name,
                                    .password = std::string(form.get("password")),
                                    .must_change_password = true};
    const auto added = accounts::add_centre(database, base::trimmed(form.get("number")),
                                            std::string(form.get("name")), founder, &request.actor());
    if (!added && added.error().kind == base::Refusal::Kind::bad_input)
      return show(request, added.error().fields);
    return web::Response::see_other(address(web::or_refuse(added), "?added=1"));
  };
}

}  // namespace hub_operator::pages
