#pragma once

#include <cstddef>

namespace web {

inline constexpr std::size_t max_fields = 20'000;

}  // namespace web
