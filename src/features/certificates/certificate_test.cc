#include "features/certificates/certificate.h"

#include <gmock/gmock.h>

#include <set>

namespace certificates {
namespace {

using namespace std::chrono_literals;

Certificate certificate() {
  Certificate certificate;
  certificate.code = "7K2M9QXR4TBWC3HNV8PD6FGJ01AZ";
  certificate.person_name = "Siân Jones";
  certificate.title = "Exam room essentials";
  certificate.year = "2026/27";
  certificate.valid_until = "2027-08-31";
  return certificate;
}

constexpr base::Instant at(std::chrono::sys_days day, std::chrono::milliseconds time = 0ms) {
  return base::Instant(day) + time;
}

TEST(CertificateCode, is_140_random_bits_in_characters_that_nobody_confuses) {
  std::set<std::string> codes;
  std::set<char> characters;
  for (int i = 0; i < 200; ++i) {
    const auto code = new_code();
    ASSERT_EQ(code.size(), 28u);
    codes.insert(code);
    characters.insert(code.begin(), code.end());
  }
  EXPECT_EQ(codes.size(), 200u);
  EXPECT_EQ(characters.size(), 32u);
  for (const char confusing : {'I', 'L', 'O', 'U', 'a', '-'}) EXPECT_FALSE(characters.contains(confusing));
}

TEST(CertificateCode, is_shown_in_groups) {
  EXPECT_EQ(in_groups("7K2M9QXR4TBWC3HNV8PD6FGJ01AZ"), "7K2M-9QXR-4TBW-C3HN-V8PD-6FGJ-01AZ");
}

TEST(CertificateCode, is_understood_however_it_is_typed) {
  const std::string code = "7K2M9QXR4TBWC3HNV8PD6FGJ01AZ";
  for (const auto* typed : {"7K2M-9QXR-4TBW-C3HN-V8PD-6FGJ-01AZ", "7k2m 9qxr 4tbw c3hn v8pd 6fgj oiaz",
                            "  7K2M–9QXR–4TBW–C3HN–V8PD–6FGJ–OLAZ\n", "7K2M9QXR4TBWC3HNV8PD6FGJ01AZ",
                            "7K2M\u00a09QXR.4TBW_C3HNV8PD6FGJ0lAZ"}) {
    EXPECT_EQ(code_from(typed), code) << typed;
  }
}

TEST(CertificateCode, is_none_where_it_cannot_be_one) {
  for (const auto& typed :
       {std::string(), std::string("7K2M"), std::string("7K2M9QXR4TBWC3HNV8PD6FGJ01AZX"),
        std::string("7K2M9QXR4TBWC3HNV8PD6FGJ01A!"), std::string("7K2M9QXR4TBWC3HNV8PD6FGJ01AU"),
        std::string(100'000, ' '), std::string("\xff\xfe")}) {
    EXPECT_EQ(code_from(typed), "") << typed.size();
  }
}

TEST(CertificateStanding, is_current_through_its_last_day_in_london_and_expired_after_it) {
  using namespace std::chrono;
  EXPECT_EQ(standing(certificate(), at(2027y / August / 31, 22h + 59min)), Standing::current);
  EXPECT_EQ(standing(certificate(), at(2027y / August / 31, 23h)), Standing::expired)
      << "midnight in British Summer Time";
}

TEST(CertificateStanding, never_expires_without_an_end) {
  auto endless = certificate();
  endless.valid_until.clear();
  EXPECT_EQ(standing(endless, at(std::chrono::year(2999) / 1 / 1)), Standing::current);
}

TEST(CertificateStanding, of_a_withdrawn_one_is_withdrawn_whatever_else_it_is) {
  auto withdrawn = certificate();
  withdrawn.superseded_at = withdrawn.withdrawn_at = at(std::chrono::year(2027) / 1 / 1);
  EXPECT_EQ(standing(withdrawn, at(std::chrono::year(2028) / 1 / 1)), Standing::withdrawn);
  withdrawn.withdrawn_at.reset();
  EXPECT_EQ(standing(withdrawn, at(std::chrono::year(2028) / 1 / 1)), Standing::superseded);
}

TEST(CertificateFile, has_a_name_that_a_person_would_choose) {
  EXPECT_EQ(file_name(certificate()), "Certificate - Siân Jones - Exam room essentials 2026-27");
}

TEST(CertificateFile, leads_to_its_own_check) {
  const auto text = text_of(certificate(), "https://hub.example.org");
  EXPECT_EQ(text.verify_url, "https://hub.example.org/verify/7K2M9QXR4TBWC3HNV8PD6FGJ01AZ");
  EXPECT_EQ(text.code, "7K2M-9QXR-4TBW-C3HN-V8PD-6FGJ-01AZ");
  EXPECT_EQ(text.valid_until, "31 August 2027");
}

}  // namespace
}  // namespace certificates
