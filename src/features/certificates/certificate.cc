#include "features/certificates/certificate.h"

#include <fmt/format.h>

#include "base/day.h"
#include "documents/file_name.h"
#include "features/certificates/certificate_code.h"

namespace certificates {

Standing standing(const Certificate& certificate, base::Instant now) {
  if (certificate.withdrawn_at) return Standing::withdrawn;
  if (certificate.superseded_at) return Standing::superseded;
  const bool over = !certificate.valid_until.empty() && base::iso_date(now) > certificate.valid_until;
  return over ? Standing::expired : Standing::current;
}

std::string valid_until_words(const Certificate& certificate) {
  return base::british_date(certificate.valid_until);
}

std::string file_name(const Certificate& certificate) {
  return fmt::format("Certificate - {} - {} {}", documents::file_name_part(certificate.person_name),
                     documents::file_name_part(certificate.title),
                     documents::file_name_part(certificate.year));
}

documents::CertificateText text_of(const Certificate& certificate, std::string_view public_url) {
  return {.person_name = certificate.person_name,
          .assessment = certificate.title,
          .year = certificate.year,
          .centre_name = certificate.centre_name,
          .centre_number = certificate.centre_number,
          .passed_at = certificate.passed_at,
          .issued_at = certificate.issued_at,
          .valid_until = valid_until_words(certificate),
          .code = in_groups(certificate.code),
          .verify_url = fmt::format("{}/verify/{}", public_url, certificate.code)};
}

}  // namespace certificates
