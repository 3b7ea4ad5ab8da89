#include <fmt/format.h>

#include "base/log.h"
#include "base/text.h"
#include "features/audit/audit.h"
#include "features/audit/pages/pages.h"

namespace audit::pages {

void AuditedRefusals::refused(const web::Request& request) {
  if (!request.session) return;
  const auto account = request.actor().account;
  const std::string_view method = request.method == web::Method::post ? "POST " : "GET ";
  const auto page = fmt::format("{}{}", method, request.route);
  const auto untold = counts_.to_tell(account, page);
  if (!untold) return;
  Event event{action::power_refused, {"page", std::nullopt, page}};
  if (*untold > 0) {
    event.details.push_back(
        {"Times more since the entry before", "", base::thousands(static_cast<std::size_t>(*untold))});
  }
  try {
    database_.write([&](db::Connection& c) { record(c, request.actor(), event); });
  } catch (const std::exception&) {
    counts_.not_told(account, page);
    base::log(base::LogLevel::error, "audit.refusal_not_kept",
              {{"request", request.id}, {"actor", std::to_underlying(account)}});
  }
}

}  // namespace audit::pages
