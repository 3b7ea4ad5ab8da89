#include <fmt/format.h>

#include "features/directory/pages/centre_of.h"
#include "features/records/pages/pages.h"
#include "features/records/record_request.h"

namespace records::pages {
namespace {

using directory::pages::address;
using directory::pages::centre_of;
using directory::pages::email_field;
using directory::pages::head;

html::Field persons_email() {
  auto field = email_field({}, "The whole email that they sign in with.");
  field.label = "The person's email";
  return field;
}

}  // namespace

web::Response RecordPages::ask(const web::Request& request) {
  const auto entry = centre_of(database_, request);
  const auto id = entry.centre.id;
  html::Form form(
      request,
      {persons_email(),
       {.name = "asked_by",
        .label = "Who asks you for it",
        .hint = "The person themself, the police, an awarding organisation: the organisation, and who there.",
        .required = true,
        .most = 600},
       {.name = "purpose",
        .label = "What it is needed for",
        .hint = "A subject access request, an investigation and its reference ...",
        .required = true,
        .most = 600}});
  if (form.sent()) {
    const RecordAsk ask{
        .email = form.get("email"), .asked_by = form.get("asked_by"), .purpose = form.get("purpose")};
    const auto asked = database_.write(request_record, request.actor(), id, ask);
    if (form.took(asked)) {
      return web::Response::see_other(fmt::format("/operator/records/{}", std::to_underlying(*asked)));
    }
  }
  return form.page(head(entry, "Ask for a person's record"),
                   {.button = "Ask for the record", .cancel = address(id)},
                   html::View("features/records/pages/ask_for_record.html"));
}

}  // namespace records::pages
