#include <cstddef>
#include <cstdint>

#include "features/assessments/fuzz/properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  assessments::check_file({reinterpret_cast<const char*>(data), size});
  return 0;
}
