#include "documents/secrets.h"

#include <fmt/format.h>
#include <string.h>
#include <zip.h>

#include <charconv>
#include <deque>
#include <memory>
#include <stdexcept>

#include "base/random.h"
#include "base/text.h"
#include "documents/cell_text.h"

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

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Source = std::unique_ptr<zip_source_t, decltype(&zip_source_free)>;

void require(bool done) {
  if (!done) throw std::runtime_error("a ZIP file could not be rewritten");
}

std::string content_of(zip_t* archive, zip_uint64_t index) {
  zip_stat_t stat;
  require(zip_stat_index(archive, index, 0, &stat) == 0);
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(archive, index, 0),
                                                                zip_fclose);
  require(file != nullptr);
  std::string content(stat.size, '\0');
  require(zip_fread(file.get(), content.data(), content.size()) == static_cast<zip_int64_t>(content.size()));
  return content;
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t stat;
  require(zip_source_stat(source, &stat) == 0 && zip_source_open(source) == 0);
  std::string bytes(stat.size, '\0');
  const auto got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  require(got == static_cast<zip_int64_t>(bytes.size()));
  return bytes;
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

std::string rewrite_zip(std::string_view bytes, std::string_view folder,
                        const std::function<std::string(std::string content)>& change) {
  const Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr), zip_source_free);
  require(source != nullptr);
  std::deque<std::string> changed;  // must outlive the archive
  Archive archive(zip_open_from_source(source.get(), 0, nullptr), zip_discard);
  require(archive != nullptr);
  zip_source_keep(source.get());
  const auto entries = static_cast<zip_uint64_t>(zip_get_num_entries(archive.get(), 0));
  for (zip_uint64_t i = 0; i < entries; ++i) {
    if (!std::string_view(zip_get_name(archive.get(), i, 0)).starts_with(folder)) continue;
    const std::string& content = changed.emplace_back(change(content_of(archive.get(), i)));
    zip_source_t* replacement = zip_source_buffer(archive.get(), content.data(), content.size(), 0);
    require(replacement && zip_file_replace(archive.get(), i, replacement, 0) == 0);
  }
  require(zip_close(archive.get()) == 0);
  static_cast<void>(archive.release());
  return bytes_of(source.get());
}

}  // namespace documents
