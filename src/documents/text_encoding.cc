#include "documents/text_encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "base/text.h"
#include "documents/reading.h"

namespace documents {
namespace {

[[noreturn]] void not_text() {
  throw Unreadable{"The file is not a spreadsheet. Upload an .xlsx, .ods or .csv file."};
}

// Strict: anything that is not of that encoding is refused, never replaced.
std::string converted(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(encoding, &status), ucnv_close);
  ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::vector<UChar> units(bytes.size() + 1);
  const auto length = ucnv_toUChars(from.get(), units.data(), static_cast<std::int32_t>(units.size()),
                                    bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) not_text();
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &status), ucnv_close);
  std::string utf8(static_cast<std::size_t>(length) * 3 + 1, '\0');
  const auto size = ucnv_fromUChars(to.get(), utf8.data(), static_cast<std::int32_t>(utf8.size()),
                                    units.data(), length, &status);
  if (U_FAILURE(status)) not_text();
  utf8.resize(static_cast<std::size_t>(size));
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

DecodedText decoded(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {std::string(bytes.substr(3))};
  if (bytes.starts_with("\xFF\xFE")) return {converted(bytes.substr(2), "UTF-16LE")};
  if (bytes.starts_with("\xFE\xFF")) return {converted(bytes.substr(2), "UTF-16BE")};
  if (const char* encoding = unmarked_utf16(bytes)) return {converted(bytes, encoding)};
  if (base::valid_utf8(bytes)) return {std::string(bytes)};
  return {converted(bytes, "windows-1252"), true};
}

}  // namespace

DecodedText decode_text(std::string_view bytes) {
  DecodedText text = decoded(bytes);
  if (!base::valid_utf8(text.utf8)) not_text();
  return text;
}

}  // namespace documents
