// The code of a certificate: 28 characters that nobody confuses with each other, 140 random bits. Kept and
// put in addresses as they are, shown in groups of four.
#pragma once

#include <string>
#include <string_view>

namespace certificates {

inline constexpr std::size_t code_characters = 28;

std::string new_code();

// 7K2M-9QXR-...
std::string in_groups(std::string_view code);

// What somebody typed or read aloud as a code may be written: without white space and hyphens of any kind, in
// capitals, o as 0, i and l as 1. Empty for what cannot be a code.
std::string code_from(std::string_view typed);

}  // namespace certificates
