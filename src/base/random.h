// Randomness that an attacker cannot guess (libsodium). Any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

std::string random_token(std::size_t bytes = 32);  // base64url without padding; 32 bytes are 256 bits
std::string sha256_hex(std::string_view);          // 64 lower-case hex digits; what is kept of a token
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace base
