#include "documents/secrets.h"

#include <fmt/format.h>
#include <string.h>

#include <charconv>
#include <stdexcept>

#include "base/random.h"
#include "base/text.h"
#include "documents/cell_text.h"
#include "documents/zip_rewrite.h"

namespace documents {
namespace {

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : with_escapes(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

Secrets::~Secrets() {
  for (std::string& text : texts_) explicit_bzero(text.data(), text.size());
}

std::string Secrets::placeholder(std::string_view text) {
  if (text.empty()) return {};
  if (!base::valid_utf8(text)) throw std::invalid_argument("text for a workbook is not valid UTF-8");
  if (mark_.empty()) mark_ = base::random_token(16);
  texts_.emplace_back(text);
  return fmt::format("{}{}:", mark_, texts_.size() - 1);
}

std::string Secrets::put_into(std::string xlsx) const {
  if (texts_.empty()) return xlsx;
  return rewrite_zip(xlsx, "xl/worksheets/", [this](std::string xml) { return replaced(std::move(xml)); });
}

std::string Secrets::replaced(std::string xml) const {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = xml.find(mark_); at != std::string::npos; at = xml.find(mark_, copied)) {
    out.append(xml, copied, at - copied);
    const std::size_t digits = at + mark_.size();
    const std::size_t end = xml.find(':', digits);
    std::size_t index = 0;
    std::from_chars(xml.data() + digits, xml.data() + end, index);
    out += xml_escaped(texts_.at(index));
    copied = end + 1;
  }
  return out.append(xml, copied);
}

}  // namespace documents
