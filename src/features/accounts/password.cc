#include "features/accounts/password.h"

#include <fmt/format.h>
#include <sodium.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/characters.h"
#include "base/text.h"

namespace accounts {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory_bytes = std::size_t{19} * 1024 * 1024;

void ensure_sodium() {
  static const bool ready = sodium_init() >= 0;
  if (!ready) throw std::runtime_error("libsodium cannot start");
}

std::string normalised(std::string_view password) {
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  const auto* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_SUCCESS(status) != 0) {
    nfkc->normalizeUTF8(0, icu::StringPiece(password.data(), static_cast<std::int32_t>(password.size())),
                        sink, nullptr, status);
  }
  if (U_FAILURE(status) != 0) throw std::runtime_error("ICU cannot normalise a password");
  return result;
}

// Whoever is told the password types it with a keyboard, and signs in with what that types.
bool cannot_be_typed(char32_t c) {
  return c != ' ' && (!base::leaves_a_mark(c) || base::is_typographic(c) || c == base::lost_character);
}

}  // namespace

std::optional<std::string> password_problem(std::string_view password,
                                            std::span<const std::string> own_words) {
  if (password.empty()) return "Enter a password.";
  if (!base::valid_utf8(password))
    return "The password holds a hidden control character. Type it again by hand.";
  const auto characters = base::decoded(normalised(password));
  if (const auto odd = std::ranges::find_if(characters, cannot_be_typed); odd != characters.end()) {
    return fmt::format(
        "The password holds {}, which no keyboard types: nobody could sign in with it. Type it again by "
        "hand.",
        base::shown(*odd));
  }
  const auto length = base::characters(password);
  if (length < min_password_characters) {
    return fmt::format("Use at least {} characters; this password has {}.", min_password_characters, length);
  }
  if (length > max_password_characters) {
    return fmt::format("Use at most {} characters; this password has {}.", max_password_characters, length);
  }
  auto found = strength(password, own_words);
  if (found.score >= enough_score) return std::nullopt;
  return "This password is too easy to guess. " + std::move(found.advice);
}

std::string hash_password(std::string_view password) {
  ensure_sodium();
  const std::string plain = normalised(password);
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), plain.data(), plain.size(), passes, memory_bytes) != 0) {
    throw std::runtime_error("no memory to hash a password");
  }
  return hash.data();
}

bool password_matches(std::string_view hash, std::string_view password) {
  ensure_sodium();
  const std::string plain = normalised(password);
  return crypto_pwhash_str_verify(std::string(hash).c_str(), plain.data(), plain.size()) == 0;
}

bool matches_nobody(std::string_view password) {
  // Of a random password that was thrown away, with the parameters above.
  constexpr std::string_view nobodys_hash =
      "$argon2id$v=19$m=19456,t=2,p=1$iixVjmEL7rZgNPtTkC2DCA$A3e9h7fg7ngOf0nk8dtoAwiqeoa6nWLwrXUxk7A81uo";
  return password_matches(nobodys_hash, password) && false;
}

}  // namespace accounts
