#include "app/password_input.h"

#include "app/commands.h"

namespace app {

std::string read_password(std::istream& input) {
  constexpr std::size_t most_bytes = 4'096;
  std::string line;
  for (char c = 0; input.get(c) && c != '\n';) {
    if (line.size() == most_bytes) throw CommandFailed("The password on standard input is too long.");
    line += c;
  }
  if (line.ends_with('\r')) line.pop_back();
  if (line.empty()) {
    throw CommandFailed("Give the password on standard input: echo 'the password' | exams-hub ...");
  }
  return line;
}

}  // namespace app
