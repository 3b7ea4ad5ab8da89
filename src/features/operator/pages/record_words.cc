#include "features/operator/pages/record_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"
#include "features/visibility/extra_time.h"

namespace hub_operator::pages {
namespace {

std::string on(const std::optional<base::Instant>& day) {
  return day ? " on " + base::british_date(*day) : "";
}

}  // namespace

std::string role_words(const accounts::Account& person) {
  return person.centre_admin ? "Centre Admin" : std::string(access::title(person.role));
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

}  // namespace hub_operator::pages
