// A ZIP file that is taken away while it grows (libarchive): add(), take(), ..., finish(), take(). Files are
// stored as they are, because what goes in is compressed already. One thread at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/instant.h"

namespace documents {

class ZipStream {
 public:
  ZipStream();
  ~ZipStream();

  // `name` in UTF-8, in which it is kept whatever the system's language.
  void add(const std::string& name, std::string_view bytes, base::Instant modified_at);
  void finish();
  std::string take();  // the bytes since the last take; may be empty

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace documents
