#include "support/scratch_folder.h"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <system_error>

namespace test {

std::string make_scratch_folder() {
  std::string path = std::filesystem::temp_directory_path() / "exams-hub-test-XXXXXX";
  if (!mkdtemp(path.data())) throw std::runtime_error("cannot make a folder for the test");
  return path;
}

void remove_scratch_folder(const std::string& path) noexcept {
  std::error_code ignored;
  std::filesystem::remove_all(path, ignored);
}

}  // namespace test
