#include <fmt/format.h>
#include <unicode/utf8.h>
#include <zxcvbn.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <set>
#include <vector>

#include "base/embedded.h"
#include "base/text.h"
#include "features/accounts/password.h"

namespace accounts {
namespace {

constexpr std::size_t characters_looked_at = 100;  // of a password, and of each text with own words
constexpr std::size_t most_shown = 32;             // to zxcvbn
constexpr std::size_t min_own_word = 3;
constexpr std::size_t max_own_words = 60;

constexpr std::string_view better = "Use four or more words that have nothing to do with each other.";

// What stands around here, and so in the passwords of people who take it from what they see.
constexpr std::string_view product_words[] = {
    "examshub", "exams",   "exam",    "hub",        "invigilator", "officer", "centre",
    "school",   "college", "academy", "assessment", "certificate", "welcome", "training"};

// Longer than the lists of passwords that zxcvbn has: those that are tried first, and what stands in every
// article on passwords.
const std::set<std::string_view>& known_passwords() {
  static const auto all = [] {
    std::set<std::string_view> known{"correcthorsebatterystaple"};
    auto text = embedded::known_passwords().front().text;
    while (!text.empty()) {
      known.insert(text.substr(0, text.find('\n')));
      text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    }
    return known;
  }();
  return all;
}

bool is_letter(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z');
}

// As it is, or without the digits and signs that were put before or behind it to make it count.
bool is_known(std::string_view password) {
  const auto folded = base::folded(password);
  std::string_view bare = folded;
  const auto in_list = [&] { return known_passwords().contains(bare); };
  while (!in_list() && !bare.empty() && !is_letter(bare.back())) bare.remove_suffix(1);
  if (in_list()) return true;
  while (!in_list() && !bare.empty() && !is_letter(bare.front())) bare.remove_prefix(1);
  return in_list();
}

struct Estimate {
  double bits = 0;
  int weakest = NON_MATCH;  // the kind of match that gives least for its length
};

// zxcvbn reads bytes, and would take the three bytes of one 李 for three characters: one byte a character
// instead.
std::string byte_for_each_character(std::string_view text) {
  std::string bytes;
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length && bytes.size() < characters_looked_at;) {
    UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
    U8_NEXT(text.data(), i, length, c);
#pragma GCC diagnostic pop
    bytes += static_cast<char>(c > 0 && c < 0x80 ? c : 0x80 | (c & 0x7f));
  }
  return bytes;
}

bool ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool in_a_word(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

void add_words(std::vector<std::string>& words, const std::string& text) {
  std::string word;
  for (const char c : byte_for_each_character(text) + ' ') {
    if (in_a_word(c)) {
      word += c;
    } else {
      const bool is_short = word.size() < min_own_word && ascii(word);
      if (!word.empty() && !is_short && words.size() < max_own_words) words.push_back(word);
      word.clear();
    }
  }
}

std::vector<std::string> words_of(std::span<const std::string> own) {
  std::vector<std::string> words;
  for (const auto& text : own) {
    if (!base::valid_utf8(text)) continue;
    const auto start = base::first_characters(text, characters_looked_at);
    add_words(words, base::search_key(start));
    add_words(words, base::folded(start));
  }
  return words;
}

// The password without what stands between its words; empty where it holds no own word.
std::string joined_around_own_words(std::string_view password, const std::vector<std::string>& own_words) {
  std::string joined;
  for (const char c : byte_for_each_character(base::search_key(password))) {
    if (in_a_word(c)) joined += c;
  }
  const bool leans = std::ranges::any_of(own_words, [&](const auto& word) { return joined.contains(word); });
  return leans ? joined : std::string();
}

int weakest_kind(const ZxcMatch_t* matches) {
  int kind = BRUTE_MATCH;
  double least = 1e9;
  for (const auto* match = matches; match != nullptr; match = match->Next) {
    const double bits_each = match->Entrpy / match->Length;
    const bool by_chance = match->Type == BRUTE_MATCH || match->Type == LONG_PWD_MATCH || match->Length < 3;
    if (by_chance || bits_each >= least) continue;
    least = bits_each;
    kind = match->Type;
  }
  return kind;
}

// What of a password zxcvbn is shown: its time grows with the square, and a hundredfold more for what repeats
// itself and for dates, while an upload has ten thousand passwords. Leaving out can only make a password look
// weaker.
std::string essence(std::string_view password) {
  constexpr int most_digits = 10;
  constexpr std::size_t longest_piece = 8;
  std::string kept;
  int digits = 0;
  for (const char c : password) {
    if (kept.size() == most_shown) break;
    if (c >= '0' && c <= '9' && ++digits > most_digits) continue;
    kept += c;
    const auto end = [&](std::size_t pieces, std::size_t piece) {
      return std::string_view(kept).substr(kept.size() - pieces * piece, piece);
    };
    for (std::size_t piece = 1; piece <= longest_piece && 3 * piece <= kept.size(); ++piece) {
      if (end(1, piece) != end(2, piece) || end(1, piece) != end(3, piece)) continue;
      kept.resize(kept.size() - piece);  // twice is enough to see that it repeats itself
      break;
    }
  }
  return kept;
}

Estimate estimate(std::string_view password, const std::vector<std::string>& own_words) {
  std::vector<const char*> dictionary;
  for (const auto& word : own_words) dictionary.push_back(word.c_str());
  dictionary.push_back(nullptr);
  const auto whole = byte_for_each_character(password);
  const auto shown = essence(whole);
  ZxcMatch_t* matches = nullptr;
  const double bits = ZxcvbnMatch(shown.c_str(), dictionary.data(), &matches);
  const std::unique_ptr<ZxcMatch_t, decltype(&ZxcvbnFreeInfo)> owned(matches, &ZxcvbnFreeInfo);
  return {bits,
          2 * shown.size() < std::min(whole.size(), most_shown) ? MULTIPLE_MATCH : weakest_kind(matches)};
}

// zxcvbn's own scale: so many guesses are needed.
constexpr std::array guesses_for_next_score{1e3, 1e6, 1e8, 1e10};
constexpr int best_score = guesses_for_next_score.size();

int score_of(double bits) {
  int score = 0;
  for (const double guesses : guesses_for_next_score) score += bits >= std::log2(guesses) ? 1 : 0;
  return score;
}

// Of a long one, first only the words before a space: where they are more than strong enough, the others,
// which cost most, need not be looked at. No pattern but a date reaches across a space.
Estimate quick_estimate(std::string_view password, const std::vector<std::string>& own_words) {
  constexpr std::size_t first_words = 24;
  const auto space = password.substr(0, first_words).rfind(' ');
  if (space != password.npos && password.size() > first_words) {
    const auto found = estimate(password.substr(0, space), own_words);
    if (score_of(found.bits) == best_score) return found;
  }
  return estimate(password, own_words);
}

std::string_view why_weak(int kind) {
  if ((kind & MULTIPLE_MATCH) != 0) return "It says the same thing again and again.";
  switch (kind) {
    case USER_MATCH:
    case USER_LEET_MATCH:
      return "It is built on a name, the email or the centre, or on words of the Hub.";
    case DICTIONARY_MATCH:
      return "It is built on words that are guessed first.";
    case DICT_LEET_MATCH:
      return "Digits or signs in place of letters hardly make a common word harder to guess.";
    case REPEATS_MATCH:
      return "It repeats one character.";
    case SEQUENCE_MATCH:
      return "It follows the alphabet or the numbers in order.";
    case SPATIAL_MATCH:
      return "It follows keys that are side by side.";
    case DATE_MATCH:
    case YEAR_MATCH:
      return "It is built on a date or a year.";
    default:
      return "It is too short for what it is made of.";
  }
}

}  // namespace

PasswordStrength strength(std::string_view password, std::span<const std::string> own_words) {
  auto words = words_of(own_words);
  words.insert(words.end(), std::begin(product_words), std::end(product_words));
  auto found = quick_estimate(password, words);
  if (!ascii(password) && base::valid_utf8(password)) {
    const auto without_accents = estimate(base::search_key(password), words);  // pässwörd is password
    if (without_accents.bits < found.bits) found = without_accents;
  }
  if (score_of(found.bits) >= enough_score && base::valid_utf8(password)) {
    // "Demo Hill School" is as weak as "DemoHillSchool".
    const auto joined = joined_around_own_words(password, words);
    if (!joined.empty() && joined != password) found = estimate(joined, words);
  }
  const int score = score_of(found.bits);
  if (score >= enough_score && is_known(password))
    return {0, fmt::format("It is on the lists that are tried first. {}", better)};
  if (score >= enough_score) return {score, {}};
  return {score, fmt::format("{} {}", why_weak(found.weakest), better)};
}

}  // namespace accounts
