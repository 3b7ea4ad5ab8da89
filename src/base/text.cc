#include "base/text.h"

#include <fmt/format.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <memory>
#include <stdexcept>
#include <vector>

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

// Decodes the whole string, calling f(code point, start, end) until it returns false. A malformed byte comes
// as < 0.
template <class F>
void each_character(std::string_view text, F&& f) {
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    const std::int32_t start = i;
    UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
    U8_NEXT(text.data(), i, length, c);        // NOLINT(bugprone-inc-dec-in-conditions)
#pragma GCC diagnostic pop
    if (!f(c, static_cast<std::size_t>(start), static_cast<std::size_t>(i))) return;
  }
}

}  // namespace

bool valid_utf8(std::string_view bytes) {
  bool valid = true;
  each_character(bytes, [&](UChar32 c, std::size_t, std::size_t) {
    const bool layout = c == '\t' || c == '\n' || c == '\r';
    valid = c >= 0 && (layout || u_charType(c) != U_CONTROL_CHAR);
    return valid;
  });
  return valid;
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  each_character(text, [&](UChar32, std::size_t, std::size_t) {
    ++count;
    return true;
  });
  return count;
}

std::string trimmed(std::string_view text) {
  std::size_t first = text.size();
  std::size_t last = 0;
  each_character(text, [&](UChar32 c, std::size_t start, std::size_t end) {
    if (!is_edge_space(c)) {
      first = std::min(first, start);
      last = end;
    }
    return true;
  });
  return first < last ? std::string(text.substr(first, last - first)) : std::string();
}

std::string folded(std::string_view text) {
  return utf8(nfkc(text).foldCase());
}

std::string search_key(std::string_view text) {
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
