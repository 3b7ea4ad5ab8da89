#include "features/certificates/certificate.h"

#include <fmt/format.h>

#include "base/day.h"
#include "base/random.h"
#include "base/text.h"
#include "documents/file_name.h"

namespace certificates {
namespace {

// Crockford's: no I, L, O, U.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t group = 4;
constexpr std::size_t longest_typed = 400;

constexpr std::string_view base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

char meant(char typed) {
  if (typed >= 'a' && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
  if (typed == 'O') return '0';
  return typed == 'I' || typed == 'L' ? '1' : typed;
}

// As text in other widths and other hyphens comes out of a document or a phone.
bool between_groups(std::string_view rest, std::size_t& length) {
  for (const std::string_view gap : {" ", "-", "\t", "\n", "\r", ".", "_", "\u00a0", "\u00ad", "\u200b",
                                     "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}) {
    if (rest.starts_with(gap)) {
      length = gap.size();
      return true;
    }
  }
  return false;
}

}  // namespace

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

// Each character of a token holds six random bits; five are taken.
std::string new_code() {
  std::string code;
  for (const char c : base::random_token(3 * code_characters / 4)) {
    code += alphabet[base64url.find(c) % alphabet.size()];
  }
  return code;
}

std::string in_groups(std::string_view code) {
  std::string shown;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (i > 0 && i % group == 0) shown += '-';
    shown += code[i];
  }
  return shown;
}

std::string code_from(std::string_view typed) {
  std::string code;
  if (typed.size() > longest_typed) return code;
  for (std::size_t i = 0; i < typed.size();) {
    std::size_t gap = 0;
    if (between_groups(typed.substr(i), gap)) {
      i += gap;
      continue;
    }
    const char c = meant(typed[i++]);
    if (alphabet.find(c) == std::string_view::npos) return {};
    code += c;
  }
  return code.size() == code_characters ? code : std::string();
}

}  // namespace certificates
