#include "documents/zip_archive.h"

#include <zip.h>

#include "base/text.h"

namespace documents {
namespace {

std::string lower(std::string_view name) {
  std::string result(name);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '\\') c = '/';
  }
  return result;
}

zip* open_archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  if (!archive && source) zip_source_free(source);
  zip_error_fini(&error);
  return archive;
}

}  // namespace

ZipArchive::ZipArchive(std::string_view bytes, Budget& budget)
    : archive_(open_archive(bytes)), budget_(budget) {
  if (!archive_) damaged();
  const zip_int64_t entries = zip_get_num_entries(archive_.get(), 0);
  if (static_cast<std::size_t>(entries) > budget.limits().zip_entries) {
    throw Unreadable{"The file has more than " + base::thousands(budget.limits().zip_entries) +
                     " parts inside (sheets, pictures). Copy the rows into a new workbook and upload that."};
  }
  for (zip_int64_t i = 0; i < entries; ++i) {
    const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
    if (!name) damaged();
    if (!std::string_view(name).ends_with('/') && !index_.emplace(lower(name), i).second) damaged();
  }
}

void ZipArchive::Discard::operator()(zip* archive) const {
  zip_discard(archive);
}

bool ZipArchive::has(std::string_view name) const {
  return index_.contains(lower(name));
}

bool ZipArchive::has_any_in(std::string_view folder) const {
  const auto at = index_.lower_bound(lower(folder));
  return at != index_.end() && at->first.starts_with(lower(folder));
}

std::unique_ptr<ZipEntry> ZipArchive::open(std::string_view name) {
  const auto at = index_.find(lower(name));
  if (at == index_.end()) damaged();
  zip_stat_t stat;
  if (zip_stat_index(archive_.get(), at->second, 0, &stat) != 0) damaged();
  if (stat.encryption_method != ZIP_EM_NONE) protected_by_password();
  if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) damaged();
  zip_file_t* file = zip_fopen_index(archive_.get(), at->second, 0);
  if (!file) damaged();
  return std::make_unique<ZipEntry>(file, budget_);
}

ZipEntry::~ZipEntry() {
  zip_fclose(static_cast<zip_file_t*>(file_));
}

std::size_t ZipEntry::read(char* into, std::size_t size) {
  budget_.look();
  const zip_int64_t got = zip_fread(static_cast<zip_file_t*>(file_), into, size);
  if (got < 0) damaged();
  budget_.made(static_cast<std::size_t>(got));
  return static_cast<std::size_t>(got);
}

}  // namespace documents
