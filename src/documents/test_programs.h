// What the real programs of the system say about a file that we wrote: for tests.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>

#include "support/scratch_folder.h"

namespace documents {

class RealPrograms {
 public:
  // Where `bytes` now lie.
  std::string saved(const std::string& name, const std::string& bytes) {
    const auto path = folder_.path() + "/" + name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  // Its standard output; a failing program fails the test.
  static std::string output_of(const std::string& command) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen((command + " 2>&1").c_str(), "r"),
                                                               ::pclose);
    std::string output;
    std::array<char, 4096> part{};
    std::size_t n = 0;
    while ((n = std::fread(part.data(), 1, part.size(), pipe.get())) > 0) output.append(part.data(), n);
    return output;
  }

  const std::string& folder() const { return folder_.path(); }

 private:
  test::ScratchFolder folder_;
};

}  // namespace documents
