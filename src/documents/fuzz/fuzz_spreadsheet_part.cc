#include "documents/fuzz/properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  documents::check_part({reinterpret_cast<const char*>(data), size});
  return 0;
}
