// A certificate and what holds of it: no SQL, no HTTP, no clock. What it states was frozen at the pass.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "access/actor.h"
#include "base/instant.h"
#include "documents/certificate.h"

namespace certificates {

enum class CertificateId : std::int64_t {};

struct Certificate {
  CertificateId id{};
  std::string code;
  access::CentreId centre{};
  access::AccountId account{};
  std::string slug;
  std::string year;
  std::int64_t version = 1;  // of the assessment that was current at the pass
  std::string person_name;
  std::string title;
  std::string centre_name;
  std::string centre_number;
  base::Instant passed_at;
  std::string valid_until;  // its last day, 2027-08-31; empty: no end
  base::Instant issued_at;
  std::optional<base::Instant> superseded_at{};
  std::optional<base::Instant> withdrawn_at{};
};

enum class Standing { current, expired, superseded, withdrawn };
// Its last day is over when it is over in London.
Standing standing(const Certificate&, base::Instant now);

std::string valid_until_words(const Certificate&);  // 31 August 2027, or empty

// "Certificate - Siân Jones - Exam room essentials 2026-27", without an ending.
std::string file_name(const Certificate&);

// `public_url` is the Hub's, without a / at its end.
documents::CertificateText text_of(const Certificate&, std::string_view public_url);

// The code of a certificate: 28 characters that nobody confuses with each other, 140 random bits. Kept and
// put in addresses as they are, shown in groups of four.
inline constexpr std::size_t code_characters = 28;

std::string new_code();

// 7K2M-9QXR-...
std::string in_groups(std::string_view code);

// What somebody typed or read aloud as a code may be written: without white space and hyphens of any kind, in
// capitals, o as 0, i and l as 1. Empty for what cannot be a code.
std::string code_from(std::string_view typed);

}  // namespace certificates
