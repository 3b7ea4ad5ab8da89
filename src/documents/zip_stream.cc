#include "documents/zip_stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>

#include <stdexcept>
#include <utility>

namespace documents {
namespace {

// libarchive marks names as UTF-8 only where that is the thread's own encoding.
class InUtf8 {
 public:
  InUtf8() : before_(uselocale(utf8())) {}
  ~InUtf8() { uselocale(before_); }
  InUtf8(const InUtf8&) = delete;
  InUtf8& operator=(const InUtf8&) = delete;

 private:
  static locale_t utf8() {
    static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    if (locale == nullptr) throw std::runtime_error("the system has no locale C.UTF-8");
    return locale;
  }
  locale_t before_;
};

la_ssize_t keep(struct archive*, void* to, const void* bytes, std::size_t size) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

}  // namespace

struct ZipStream::Impl {
  Impl() : archive(archive_write_new()) {}
  ~Impl() { archive_write_free(archive); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void require(int status) const {
    if (status < ARCHIVE_WARN || archive == nullptr) {
      throw std::runtime_error(fmt::format("a ZIP could not be written: {}", archive_error_string(archive)));
    }
  }

  std::string bytes;
  struct archive* archive;
};

ZipStream::ZipStream() : impl_(std::make_unique<Impl>()) {
  auto* archive = impl_->archive;
  impl_->require(archive_write_set_format_zip(archive));
  impl_->require(archive_write_set_options(archive, "zip:compression=store"));
  impl_->require(archive_write_set_bytes_per_block(archive, 0));
  impl_->require(archive_write_open(archive, &impl_->bytes, nullptr, keep, nullptr));
}
ZipStream::~ZipStream() = default;

void ZipStream::add(const std::string& name, std::string_view bytes, base::Instant modified_at) {
  const InUtf8 scope;
  const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                            archive_entry_free);
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_mtime(entry.get(), base::to_millis(modified_at) / 1000, 0);
  impl_->require(archive_write_header(impl_->archive, entry.get()));
  if (archive_write_data(impl_->archive, bytes.data(), bytes.size()) !=
      static_cast<la_ssize_t>(bytes.size())) {
    impl_->require(ARCHIVE_FATAL);
  }
  impl_->require(archive_write_finish_entry(impl_->archive));
}

void ZipStream::finish() {
  const InUtf8 scope;
  impl_->require(archive_write_close(impl_->archive));
}

std::string ZipStream::take() {
  return std::exchange(impl_->bytes, {});
}

}  // namespace documents
