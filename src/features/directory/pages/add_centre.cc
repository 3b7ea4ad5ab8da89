#include "features/accounts/founding.h"
#include "features/directory/pages/centre_of.h"
#include "features/directory/pages/pages.h"

namespace directory::pages {

web::Response CentrePages::add(const web::Request& request) {
  auto fields = person_fields();
  fields.insert(
      fields.begin(),
      {{.name = "number",
        .label = "Centre number",
        .kind = html::Field::Kind::digits,
        .hint = "Five digits, as the awarding bodies know it. It stays the same for ever.",
        .width = "short",
        .required = true,
        .most = 20},
       name_field({}, "As it should read on certificates."),
       {.name = "admin",
        .label = "Its Centre Admin",
        .kind = html::Field::Kind::heading,
        .hint = "An exams officer who owns the centre's accounts. You can appoint others later; a centre "
                "always has at least one."}});
  html::Form form(request, std::move(fields));
  if (form.sent()) {
    const auto person = typed_person(form);
    const accounts::Founder founder{.email = person.email,
                                    .first_name = person.first_name,
                                    .last_name = person.last_name,
                                    .password = form.get("password"),
                                    .must_change_password = true};
    const auto added =
        accounts::add_centre(database_, form.get("number"), form.get("name"), founder, &request.actor());
    if (form.took(added)) return web::Response::see_other(address(*added, "?added=1"));
  }
  return form.page({.title = "Add a centre",
                    .menu = "/operator/centres",
                    .width = "narrow",
                    .back_href = "/operator/centres",
                    .back_label = "Centres"},
                   {.button = "Add centre", .cancel = "/operator/centres"});
}

}  // namespace directory::pages
