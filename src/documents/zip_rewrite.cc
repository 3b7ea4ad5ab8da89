#include "documents/zip_rewrite.h"

#include <zip.h>

#include <deque>
#include <memory>
#include <stdexcept>

namespace documents {
namespace {

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
