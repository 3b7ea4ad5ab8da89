// The password that a command reads from standard input: the first line.
#pragma once

#include <istream>
#include <string>

namespace app {

// Throws CommandFailed where there is none, or more than anybody could mean.
std::string read_password(std::istream&);

}  // namespace app
