// Names as people in schools have them: of several languages and scripts.
#pragma once

#include <string>

#include "dice.h"

namespace fill {

struct PersonName {
  std::string first;
  std::string last;
};
PersonName person_name(Dice&);

std::string centre_name(Dice&);

}  // namespace fill
