#include <fmt/format.h>

#include "features/audit/audit.h"
#include "features/certificates/certificate_bundle.h"
#include "features/certificates/certificate_store.h"
#include "features/certificates/pages/pages.h"
#include "html/download.h"
#include "web/dispatcher.h"

namespace certificates::pages {
namespace {

std::vector<audit::Detail> details(const web::Fields& query, std::string_view format, std::size_t count) {
  std::vector<audit::Detail> said{{"Format", "", std::string(format)},
                                  {"Certificates", "", fmt::to_string(count)}};
  for (const auto* name : {"q", "role", "status", "year", "assessment"}) {
    if (!query.get(name).empty())
      said.push_back({fmt::format("Filter {}", name), "", std::string(query.get(name))});
  }
  return said;
}

Bundle load(const BundleParts& parts, const web::Request& request, std::string_view format) {
  const auto& actor = request.actor();
  auto bundle = parts.database.read([&](db::Connection& c) {
    const auto chosen = parts.choose(c, actor, request.query);
    return Bundle{.certificates = list(c, actor, chosen.accounts, chosen.assessment, chosen.year),
                  .public_url = parts.public_url,
                  .made_at = c.now(),
                  .download = {}};
  });
  parts.database.write([&](db::Connection& c) {
    audit::record(c, actor,
                  {audit::action::certificates_downloaded,
                   {"certificate", std::nullopt, "Certificates"},
                   details(request.query, format, bundle.certificates.size())});
  });
  bundle.download =
      parts.downloads.begin(actor.account, request.query.get("job"), bundle.certificates.size());
  return bundle;
}

// A HEAD asks about the file and makes none.
bool only_asks(const web::Request& request) {
  return request.method == web::Method::head;
}

web::Response answer(base::Instant at, std::string_view type, std::string_view ending,
                     std::unique_ptr<web::BodyStream> stream = nullptr) {
  return html::download(fmt::format("Certificates {}{}", base::iso_date(at), ending), type,
                        std::move(stream));
}

}  // namespace

web::Response BundlePages::zip(const web::Request& request) {
  constexpr std::string_view type = "application/zip";
  if (only_asks(request)) return answer(parts_.database.now(), type, ".zip");
  auto bundle = load(parts_, request, "ZIP");
  const auto at = bundle.made_at;
  return answer(at, type, ".zip", std::make_unique<CertificateZip>(std::move(bundle), parts_.heavy));
}

web::Response BundlePages::pdf(const web::Request& request) {
  constexpr std::string_view type = "application/pdf";
  if (only_asks(request)) return answer(parts_.database.now(), type, ".pdf");
  auto bundle = load(parts_, request, "PDF");
  if (bundle.certificates.empty()) {
    bundle.download->stop();
    throw web::Refused{base::Refusal::conflict("Nobody of those you chose has a current certificate yet.")};
  }
  const auto at = bundle.made_at;
  return answer(at, type, ".pdf", std::make_unique<CertificateBookFile>(std::move(bundle)));
}

}  // namespace certificates::pages
