// Texts of a workbook that must not reach a disk: the file is written with placeholders, and they are put in
// their places in memory.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

class Secrets {
 public:
  ~Secrets();
  std::string placeholder(std::string_view text);  // empty for an empty text
  std::string put_into(std::string xlsx) const;
  bool empty() const { return texts_.empty(); }

 private:
  std::string replaced(std::string xml) const;

  std::string mark_;  // not to be guessed, so that nobody's own text reads as a placeholder
  std::vector<std::string> texts_;
};

// The same ZIP file with the content of every entry below `folder` changed by `change`; all in memory. For
// archives of our own making: throws std::runtime_error where it cannot be done.
std::string rewrite_zip(std::string_view bytes, std::string_view folder,
                        const std::function<std::string(std::string content)>& change);

}  // namespace documents
