#pragma once

#include <string>

namespace documents {

// A file of its own name in the system's temporary folder, readable by this user alone, removed when it goes.
// Throws base::Unavailable where there is no room for it.
class TemporaryFile {
 public:
  TemporaryFile();
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const { return path_; }
  std::string read() const;

 private:
  std::string path_;
};

}  // namespace documents
