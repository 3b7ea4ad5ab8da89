#include <fmt/format.h>

#include "base/log.h"
#include "documents/certificate.h"
#include "features/certificates/pages/found_certificate.h"
#include "features/certificates/pages/pages.h"
#include "web/dispatcher.h"

namespace certificates::pages {
namespace {

bool to_keep(const web::Request& request) {
  return request.query.get("download") == "1";
}

// Told in the log, so that whoever runs the Hub can install the font.
std::string bytes_of(const Certificate& certificate, documents::DrawnCertificate drawn) {
  if (drawn.unknown_characters > 0) {
    base::log(base::LogLevel::warning, "certificate.letters_without_font",
              {{"certificate", std::to_underlying(certificate.id)},
               {"letters", static_cast<std::int64_t>(drawn.unknown_characters)}});
  }
  return std::move(drawn.bytes);
}

// What is to be drawn for this address; or where to go instead: a replaced one's address leads to the new
// one's. Throws web::Refused for one that is not there or was withdrawn.
struct ToDraw {
  Certificate certificate;
  std::optional<web::Response> instead{};
};
ToDraw to_draw(db::Database& database, const web::Request& request, std::string_view ending) {
  return database.read([&](db::Connection& c) {
    auto certificate = found(c, request);
    if (certificate.withdrawn_at) {
      throw web::Refused{base::Refusal::conflict(fmt::format("This certificate was withdrawn on {}.",
                                                             base::british_date(*certificate.withdrawn_at)))};
    }
    if (certificate.superseded_at) {
      const auto replacement = latest(c, request.actor(), certificate);
      if (!replacement) throw web::Refused{base::Refusal::not_found()};
      auto there = address(*replacement).append(ending).append(to_keep(request) ? "?download=1" : "");
      return ToDraw{std::move(certificate), web::Response::see_other(there)};
    }
    return ToDraw{std::move(certificate), std::nullopt};
  });
}

web::Response file_response(const web::Request& request, const Certificate& certificate,
                            std::string_view type, std::string_view ending, std::string bytes) {
  const auto name = file_name(certificate).append(ending);
  web::Response response;
  response.header("Content-Type", std::string(type));
  response.header("Content-Disposition", to_keep(request) ? web::attachment(name) : web::inline_as(name));
  response.body = std::move(bytes);
  return response;
}

}  // namespace

web::Response CertificatePages::pdf(const web::Request& request) {
  auto [certificate, instead] = to_draw(database_, request, ".pdf");
  if (instead) return std::move(*instead);
  auto bytes = bytes_of(certificate, documents::certificate_pdf(text_of(certificate, public_url_)));
  return file_response(request, certificate, "application/pdf", ".pdf", std::move(bytes));
}

web::Response CertificatePages::png(const web::Request& request) {
  auto [certificate, instead] = to_draw(database_, request, ".png");
  if (instead) return std::move(*instead);
  auto bytes = bytes_of(certificate, documents::certificate_png(text_of(certificate, public_url_)));
  return file_response(request, certificate, "image/png", ".png", std::move(bytes));
}

}  // namespace certificates::pages
