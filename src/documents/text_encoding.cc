#include "documents/text_encoding.h"

#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "base/characters.h"
#include "base/text.h"
#include "documents/reading.h"

namespace documents {
namespace {

struct Alphabet {
  const char* converter;
  const char* name;
};
constexpr Alphabet windows{"windows-1252", "Windows"};
constexpr Alphabet macintosh{"macintosh", "Macintosh"};
constexpr Alphabet ms_dos{"ibm-850", "MS-DOS"};

// What is not of that encoding becomes U+FFFD.
std::string converted(std::string_view bytes, const char* encoding) {
  std::string utf8(bytes.size() * 3 + 1, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const auto size = ucnv_convert("UTF-8", encoding, utf8.data(), static_cast<std::int32_t>(utf8.size()),
                                 bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  utf8.resize(U_FAILURE(status) ? 0 : static_cast<std::size_t>(size));
  return utf8;
}

// Without a byte order mark: text in our alphabets has a zero in nearly every second byte.
const char* unmarked_utf16(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 4096);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < start.size(); ++i) zeros[i % 2] += start[i] == '\0';
  const std::size_t many = start.size() / 4;
  if (start.size() < 4 || bytes.size() % 2 != 0) return nullptr;
  if (zeros[1] > many && zeros[0] == 0) return "UTF-16LE";
  if (zeros[0] > many && zeros[1] == 0) return "UTF-16BE";
  return nullptr;
}

// Of another alphabet, bytes hardly ever make a character of UTF-8 by chance; of a UTF-8 file, a few may be
// damaged.
bool is_mostly_utf8(std::string_view bytes) {
  const auto size = static_cast<std::int32_t>(bytes.size());
  std::size_t characters = 0;
  std::size_t broken = 0;
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
    U8_NEXT(bytes.data(), at, size, c);
#pragma GCC diagnostic pop
    if (c >= 0x80) ++characters;
    if (c < 0) ++broken;
  }
  return broken == 0 || characters > broken;
}

// How well one that is not ASCII stands beside its neighbours: in the wrong alphabet, the last letter of José
// is a capital or a sign.
int fitness(char32_t before, char32_t c, char32_t after) {
  const bool in_word = base::is_letter(before) || base::is_letter(after);
  if (c < 0x80 || !in_word) return 0;
  if (c == U'\u2019' || c == U'\u2013') return 1;
  if (c == U'\u201C') return base::is_letter(before) ? -1 : 1;
  if (c == U'\u201D') return base::is_letter(after) ? -1 : 1;
  if (!base::is_upper(c) && !base::is_lower(c)) return -1;
  const bool small = base::is_lower(before) || (base::is_upper(before) && base::is_lower(after));
  const bool capital = base::is_upper(before) && base::is_upper(after);
  return (small && base::is_upper(c)) || (capital && base::is_lower(c)) ? -1 : 1;
}

int fitness(std::string_view utf8) {
  int sum = 0;
  char32_t before = 0;
  char32_t c = 0;
  for (const char32_t after : base::decoded(utf8)) {
    sum += fitness(before, c, after);
    before = c;
    c = after;
  }
  return sum + fitness(before, c, 0);
}

DecodedText guessed(std::string_view bytes) {
  // The first of the best: who ends lines with a carriage return alone is a Macintosh.
  const bool mac = bytes.find('\r') != bytes.npos && bytes.find('\n') == bytes.npos;
  DecodedText best;
  int most = 0;
  for (const Alphabet& alphabet : {mac ? macintosh : windows, mac ? windows : macintosh, ms_dos}) {
    std::string utf8 = converted(bytes, alphabet.converter);
    const int fits = fitness(utf8);
    if (best.utf8.empty() || fits > most) {
      most = fits;
      best = {std::move(utf8), alphabet.name};
    }
  }
  return best;
}

DecodedText decoded(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {converted(bytes.substr(3), "UTF-8")};
  if (bytes.starts_with("\xFF\xFE")) return {converted(bytes.substr(2), "UTF-16LE")};
  if (bytes.starts_with("\xFE\xFF")) return {converted(bytes.substr(2), "UTF-16BE")};
  if (const char* encoding = unmarked_utf16(bytes)) return {converted(bytes, encoding)};
  if (is_mostly_utf8(bytes)) return {converted(bytes, "UTF-8")};
  return guessed(bytes);
}

bool is_no_text(std::string_view utf8) {
  const auto odd = std::ranges::count_if(utf8, [](char c) {
    return static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n' && c != '\r';
  });
  return odd > 2 && 16 * static_cast<std::size_t>(odd) > utf8.size();
}

}  // namespace

DecodedText decode_text(std::string_view bytes) {
  DecodedText text = decoded(bytes);
  // Old programs end a file with Ctrl-Z and fill up what is left with zeros.
  text.utf8.resize(text.utf8.find_last_not_of(std::string_view("\x1A\0\r\n", 4)) + 1);
  if (text.utf8.empty() || is_no_text(text.utf8))
    throw Unreadable{"The file is not a spreadsheet. Upload an .xlsx, .ods or .csv file."};
  return text;
}

}  // namespace documents
