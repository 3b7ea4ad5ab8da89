// The files that the build compiles in (cmake/Embed.cmake): their bytes are there as long as the program
// runs.
#pragma once

#include <span>
#include <string_view>

namespace embedded {

struct File {
  std::string_view name;  // its path below the folder that is told
  std::string_view text;
};

// In the order of their names.
std::span<const File> templates();        // *.html of src/
std::span<const File> migrations();       // *.sql of migrations/
std::span<const File> content();          // *.yaml of content/
std::span<const File> known_passwords();  // frontend/steps/passwords.mjs

}  // namespace embedded
