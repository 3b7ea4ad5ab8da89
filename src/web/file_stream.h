// A body that is read from a file piece by piece, so that a large download is never whole in memory.
#pragma once

#include <fstream>
#include <memory>
#include <optional>
#include <string>

#include "web/response.h"

namespace web {

// `owner` keeps the file there; it goes with the stream. Throws base::Unavailable where the file cannot be
// read back.
class FileStream : public BodyStream {
 public:
  FileStream(const std::string& path, std::shared_ptr<const void> owner)
      : owner_(std::move(owner)), in_(path, std::ios::binary) {}

  std::optional<std::string> next() override;

 private:
  std::shared_ptr<const void> owner_;
  std::ifstream in_;
};

}  // namespace web
