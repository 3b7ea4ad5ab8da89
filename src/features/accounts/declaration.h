// What whoever creates an account declares (the guide's important note). The wording is versioned: what was
// ticked is kept with the account as a version number, and an old wording is never edited, only followed by
// the next.
#pragma once

#include <string_view>
#include <vector>

namespace accounts {

struct Declaration {
  int version;
  std::vector<std::string_view> statements;
};

const Declaration& current_declaration();
const Declaration* declaration(int version);  // null for one that never was

}  // namespace accounts
