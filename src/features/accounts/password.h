// Passwords: their strength (zxcvbn with the user's own words forbidden) and their keeping (Argon2id, 19 MiB,
// t = 2).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace accounts {

inline constexpr std::size_t min_password_characters = 12;
inline constexpr std::size_t max_password_characters = 256;
inline constexpr int enough_score = 3;

struct PasswordStrength {
  int score = 0;       // zxcvbn's, 0 to 4; 3 is enough
  std::string advice;  // a sentence: what would make it stronger; empty when it is strong
};

// `own_words`: the user's names, email and centre, which a password must not lean on.
PasswordStrength strength(std::string_view password, std::span<const std::string> own_words);

// Why this password may not be used, as a sentence that says what to do; nothing when it may. Length, then
// strength.
std::optional<std::string> password_problem(std::string_view password,
                                            std::span<const std::string> own_words);

// Takes about 20 ms and 19 MiB: on the heavy pool only. NFKC first, so that a phone and a laptop agree; never
// truncated.
std::string hash_password(std::string_view password);
bool password_matches(std::string_view hash, std::string_view password);
// Costs what password_matches costs and is always false: for an email that nobody has.
bool matches_nobody(std::string_view password);

}  // namespace accounts
