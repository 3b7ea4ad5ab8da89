// The whole Hub: its operator, the assessments of two years, and the centres with their people.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "batch.h"

namespace fill {

// Everybody signs in with it.
inline constexpr std::string_view password = "violet-kettle-orbit-17";

// Four centres have sign-ins with names: admin, olivia.officer, sam.leader and ivy.invigilator, each
// @cNUMBER.example; the Hub's is operator@hub.example. Their numbers are 10001 to 10004, and they have 40,
// 50, 400 and `largest` people. Of the others a few have 400, and most some 45.
struct Size {
  std::size_t centres = 6'000;
  std::size_t people = 300'000;
  std::size_t largest = 5'000;
  std::uint64_t seed = 1;
};

void fill_hub(Sink&, const Size&);

}  // namespace fill
