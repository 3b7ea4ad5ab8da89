// A folder of its own for one test.
#pragma once

#include <string>

namespace test {

std::string make_scratch_folder();
void remove_scratch_folder(const std::string&) noexcept;

class ScratchFolder {
 public:
  ~ScratchFolder() { remove_scratch_folder(path_); }
  ScratchFolder() = default;
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_ = make_scratch_folder();
};

}  // namespace test
