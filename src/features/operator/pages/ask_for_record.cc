#include <fmt/format.h>

#include "base/text.h"
#include "features/operator/pages/centre_of.h"
#include "features/operator/pages/pages.h"
#include "features/operator/record_request.h"
#include "html/form_view.h"
#include "web/dispatcher.h"

namespace hub_operator::pages {
namespace {

web::Response show(const web::Request& request, const centres::Entry& entry, const RecordAsk& ask,
                   std::span<const base::FieldError> errors) {
  const auto id = entry.centre.id;
  html::View view("features/operator/pages/ask_for_record.html");
  view.set("ACTION", address(id, "/records/request")).set("BACK", address(id));
  html::keep_value(view.root(), "email", ask.email);
  html::keep_value(view.root(), "asked_by", ask.asked_by);
  html::keep_value(view.root(), "purpose", ask.purpose);
  html::show_errors(view.root(), errors);
  return html::page(request, head(entry, "Ask for a person's record", errors.empty() ? 200 : 422),
                    std::move(view));
}

}  // namespace

web::Handler ask_for_record_form(db::Database& database) {
  return [&database](const web::Request& request) {
    return show(request, centre_of(database, request), {}, {});
  };
}

web::Handler ask_for_record(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto entry = centre_of(database, request);
    const auto& form = request.form();
    const RecordAsk ask{.email = base::trimmed(form.get("email")),
                        .asked_by = base::trimmed(form.get("asked_by")),
                        .purpose = base::trimmed(form.get("purpose"))};
    const auto asked = database.write(
        [&](db::Connection& c) { return request_record(c, request.actor(), entry.centre.id, ask); });
    if (!asked && asked.error().kind == base::Refusal::Kind::bad_input) {
      return show(request, entry, ask, asked.error().fields);
    }
    const auto id = web::or_refuse(asked);
    return web::Response::see_other(fmt::format("/operator/records/{}", std::to_underlying(id)));
  };
}

}  // namespace hub_operator::pages
