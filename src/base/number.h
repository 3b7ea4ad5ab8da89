// A whole number as it stands in a request, a file or an address.
#pragma once

#include <charconv>
#include <concepts>
#include <optional>
#include <string_view>

namespace base {

// Nothing for what is not all digits (and a minus, where T has one), or does not fit.
template <std::integral T>
std::optional<T> number_from(std::string_view text) {
  T number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

}  // namespace base
