#include "features/operator/pages/record_of.h"

#include "features/operator/pages/centre_of.h"
#include "web/dispatcher.h"

namespace hub_operator::pages {
namespace {

constexpr int gone = 410;

web::Response ended(const web::Request& request, const RecordRequest& asked) {
  html::View view("features/operator/pages/record_ended.html");
  view.set("UNTIL", base::british_date_time(asked.open_until()))
      .set("ASK", address(asked.centre, "/records/request"));
  return html::page(request,
                    {.title = "This request has ended",
                     .menu = "/operator/centres",
                     .status = gone,
                     .width = "narrow",
                     .back_href = address(asked.centre),
                     .back_label = "The centre"},
                    std::move(view));
}

}  // namespace

std::variant<OpenRecord, web::Response> record_of(db::Database& database, const web::Request& request) {
  const RecordRequestId id{request.path_id("id")};
  auto found =
      database.read([&](db::Connection& c) -> std::optional<std::variant<OpenRecord, RecordRequest>> {
        auto asked = find_request(c, request.actor(), id);
        if (!asked) return std::nullopt;
        if (!asked->scope) return std::move(*asked);
        auto record = load_record(c, request.actor(), *asked);
        if (!record) return std::nullopt;
        const access::RecordScope scope = *asked->scope;
        return OpenRecord{.request = std::move(*asked), .scope = scope, .record = std::move(*record)};
      });
  if (!found) throw web::Refused{base::Refusal::not_found()};
  if (const auto* over = std::get_if<RecordRequest>(&*found)) return ended(request, *over);
  return std::get<OpenRecord>(std::move(*found));
}

}  // namespace hub_operator::pages
