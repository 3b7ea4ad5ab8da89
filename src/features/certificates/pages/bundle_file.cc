#include <fmt/format.h>

#include "features/audit/audit.h"
#include "features/certificates/certificate_bundle.h"
#include "features/certificates/certificate_store.h"
#include "features/certificates/pages/pages.h"
#include "web/dispatcher.h"

namespace certificates::pages {
namespace {

class BundleBody : public web::BodyStream {
 public:
  explicit BundleBody(std::unique_ptr<CertificateBundle> bundle) : bundle_(std::move(bundle)) {}
  std::optional<std::string> next() override { return bundle_->next(); }

 private:
  std::unique_ptr<CertificateBundle> bundle_;
};

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

web::Response answer(base::Instant at, std::string_view type, std::string_view ending) {
  web::Response response;
  response.header("Content-Type", std::string(type));
  response.header("Content-Disposition",
                  web::attachment(fmt::format("Certificates {}{}", base::iso_date(at), ending)));
  return response;
}

}  // namespace

web::Handler bundle_zip(const BundleParts& parts) {
  return [&parts](const web::Request& request) {
    constexpr std::string_view type = "application/zip";
    if (only_asks(request)) return answer(parts.database.now(), type, ".zip");
    auto bundle = load(parts, request, "ZIP");
    auto response = answer(bundle.made_at, type, ".zip");
    response.stream =
        std::make_unique<BundleBody>(std::make_unique<CertificateZip>(std::move(bundle), parts.heavy));
    return response;
  };
}

web::Handler bundle_pdf(const BundleParts& parts) {
  return [&parts](const web::Request& request) {
    constexpr std::string_view type = "application/pdf";
    if (only_asks(request)) return answer(parts.database.now(), type, ".pdf");
    auto bundle = load(parts, request, "PDF");
    if (bundle.certificates.empty()) {
      bundle.download->stop();
      throw web::Refused{base::Refusal::conflict("Nobody of those you chose has a current certificate yet.")};
    }
    auto response = answer(bundle.made_at, type, ".pdf");
    response.stream = std::make_unique<BundleBody>(std::make_unique<CertificateBookFile>(std::move(bundle)));
    return response;
  };
}

}  // namespace certificates::pages
