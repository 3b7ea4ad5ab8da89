#include "documents/temporary_file.h"

#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/unavailable.h"

namespace documents {

TemporaryFile::TemporaryFile() : path_(std::filesystem::temp_directory_path() / "exams-hub-XXXXXX") {
  const int file = mkstemp(path_.data());
  if (file < 0) throw base::Unavailable("a temporary file could not be made");
  close(file);
}

TemporaryFile::~TemporaryFile() {
  unlink(path_.c_str());
}

std::string TemporaryFile::read() const {
  std::ifstream in(path_, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in || !bytes) throw base::Unavailable("a temporary file could not be read back");
  return std::move(bytes).str();
}

}  // namespace documents
