#include "features/records/pages/open_record.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"
#include "features/directory/pages/centre_of.h"
#include "features/visibility/extra_time.h"
#include "web/dispatcher.h"

namespace records::pages {
namespace {

using directory::pages::address;

constexpr int gone = 410;

web::Response ended(const web::Request& request, const RecordRequest& asked) {
  html::View view("features/records/pages/record_ended.html");
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

std::string on(const std::optional<base::Instant>& day) {
  return day ? " on " + base::british_date(*day) : "";
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

std::string declaration_words(const accounts::Origin& origin) {
  if (!origin.declaration_version) return "None: the account was made with the centre, or by the Hub";
  const auto by = origin.declared_by.empty() ? "somebody whose account is gone" : origin.declared_by;
  return fmt::format("Version {}, ticked by {} on {}", *origin.declaration_version, by,
                     base::british_date_time(origin.created_at));
}

std::string extra_time_words(const visibility::RecordedAccess& access) {
  auto words = visibility::extra_time_words(access.extra_time_percent);
  if (!access.given_at) return words;
  if (!access.given_by.empty()) words += ", given by " + access.given_by;
  return words + ", since " + base::british_date_time(*access.given_at);
}

std::string hidden_words(const visibility::RecordedAccess& access) {
  return access.hidden.empty() ? "None" : fmt::format("{}", fmt::join(access.hidden, ", "));
}

std::string sessions_words(std::size_t open) {
  return open == 0 ? "No" : "In " + base::counted(open, "browser", "browsers");
}

std::string result_words(const attempts::Attempt& attempt) {
  if (!attempt.handed_in_at) return "Not handed in";
  return std::string(attempt.passed ? "Passed" : "Failed") + (attempt.timed_out ? ", time ran out" : "");
}

std::string state_words(const certificates::Certificate& certificate, base::Instant now) {
  using enum certificates::Standing;
  switch (certificates::standing(certificate, now)) {
    case current:
      return certificate.valid_until.empty() ? "Valid"
                                             : "Valid until " + certificates::valid_until_words(certificate);
    case expired:
      return "Expired after " + certificates::valid_until_words(certificate);
    case superseded:
      return "Replaced" + on(certificate.superseded_at);
    case withdrawn:
      return "Withdrawn" + on(certificate.withdrawn_at);
  }
  return "";
}

std::string when_words(const std::optional<base::Instant>& at, std::string_view none) {
  return at ? base::british_date_time(*at) : std::string(none);
}

}  // namespace records::pages
