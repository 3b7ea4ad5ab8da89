#include <fmt/format.h>

#include "base/log.h"
#include "features/audit/audit.h"
#include "features/audit/pages/pages.h"

namespace audit::pages {

void AuditedRefusals::refused(const web::Request& request) {
  if (!request.session) return;
  const std::string_view method = request.method == web::Method::post ? "POST " : "GET ";
  const Event event{action::power_refused,
                    {"page", std::nullopt, fmt::format("{}{}", method, request.route)}};
  try {
    database_.write([&](db::Connection& c) { record(c, request.actor(), event); });
  } catch (const std::exception&) {
    base::log(base::LogLevel::error, "audit.refusal_not_kept",
              {{"request", request.id}, {"actor", std::to_underlying(request.actor().account)}});
  }
}

}  // namespace audit::pages
