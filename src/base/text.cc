#include "base/text.h"

#include <fmt/format.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "base/characters.h"

namespace base {
namespace {

void require(UErrorCode status, const char* what) {
  if (U_FAILURE(status) != 0)
    throw std::runtime_error(fmt::format("ICU cannot {}: {}", what, u_errorName(status)));
}

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString nfkc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  auto result = icu::Normalizer2::getNFKCInstance(status)->normalize(unicode(text), status);
  require(status, "normalise");
  return result;
}

bool is_edge_space(UChar32 c) {
  constexpr UChar32 zero_width_space = 0x200B;
  constexpr UChar32 byte_order_mark = 0xFEFF;
  return u_isUWhiteSpace(c) != 0 || c == zero_width_space || c == byte_order_mark;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The character that ends before or begins at `at`, which moves past it; below 0 where it is malformed.
UChar32 next(std::string_view text, std::int32_t& at) {
  UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macros
  U8_NEXT(text.data(), at, static_cast<std::int32_t>(text.size()),
          c);  // NOLINT(bugprone-inc-dec-in-conditions)
  return c;
}

UChar32 previous(std::string_view text, std::int32_t& at) {
  UChar32 c = 0;
  U8_PREV(text.data(), 0, at, c);  // NOLINT(bugprone-inc-dec-in-conditions)
#pragma GCC diagnostic pop
  return c;
}

// Whether the bytes are UTF-8 without NUL, of characters like these.
template <class Like>
bool all_characters(std::string_view bytes, const Like& like) {
  const auto size = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t at = 0; at < size;) {
    const UChar32 c = next(bytes, at);
    if (c <= 0 || !like(static_cast<char32_t>(c))) return false;
  }
  return true;
}

}  // namespace

bool is_text(std::string_view bytes) {
  return all_characters(bytes, [](char32_t) { return true; });
}

bool valid_utf8(std::string_view bytes) {
  return all_characters(bytes,
                        [](char32_t c) { return !is_control(c) || c == '\t' || c == '\n' || c == '\r'; });
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string trimmed(std::string_view text) {
  const auto size = static_cast<std::int32_t>(text.size());
  std::int32_t first = 0;
  for (std::int32_t at = 0; at < size && is_edge_space(next(text, at));) first = at;
  std::int32_t last = size;
  for (std::int32_t at = size; at > first && is_edge_space(previous(text, at));) last = at;
  return std::string(text.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first)));
}

std::string first_characters(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  std::size_t seen = 0;
  for (; end < text.size(); ++end) {
    if ((static_cast<unsigned char>(text[end]) & 0xC0) != 0x80 && seen++ == most) break;
  }
  return std::string(text.substr(0, end));
}

std::string listed(const std::vector<std::string>& parts, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < std::min(parts.size(), most); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  if (parts.size() > most) text += fmt::format(" and {} more", thousands(parts.size() - most));
  return text;
}

std::string folded(std::string_view text) {
  return utf8(nfkc(text).foldCase());
}

std::string search_key(std::string_view text) {
  if (is_ascii(text)) {  // what the transliterator below makes of it, a hundred times as fast
    std::string key;
    for (const char c : text) {
      if (c != '\'' && c != '`') key += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return key;
  }
  // A transliterator is not for two threads at once.
  thread_local const std::unique_ptr<icu::Transliterator> plain = [] {
    UErrorCode status = U_ZERO_ERROR;
    auto made = std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(
        "NFKD; [:Nonspacing Mark:] Remove; ['\\u2018\\u2019\\u02BC`] Remove; [:Latin:] Latin-ASCII; NFC",
        UTRANS_FORWARD, status));
    require(status, "make a transliterator");
    return made;
  }();
  auto result = unicode(text);
  plain->transliterate(result);
  return utf8(result.foldCase());
}

std::string collation_key(std::string_view text) {
  thread_local const std::unique_ptr<icu::Collator> collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    auto made =
        std::unique_ptr<icu::Collator>(icu::Collator::createInstance(icu::Locale("en", "GB"), status));
    require(status, "make a collator");
    return made;
  }();
  const auto string = unicode(text);
  std::vector<std::uint8_t> key(static_cast<std::size_t>(collator->getSortKey(string, nullptr, 0)));
  collator->getSortKey(string, key.data(), static_cast<std::int32_t>(key.size()));
  if (!key.empty()) key.pop_back();  // the terminating zero
  return fmt::format("{:02x}", fmt::join(key, ""));
}

std::string like_pattern(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + '%';
}

std::string thousands(std::size_t n) {
  auto digits = fmt::format("{}", n);
  for (auto i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > 0; i -= 3) {
    digits.insert(static_cast<std::size_t>(i), 1, ',');
  }
  return digits;
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", thousands(n), n == 1 ? one : many);
}

}  // namespace base
