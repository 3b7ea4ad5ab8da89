// What somebody answers in a section.
#pragma once

#include "dice.h"
#include "features/attempts/attempt.h"

namespace fill {

attempts::Answers all_right(const assessments::Section&);
attempts::Answers some_wrong(const assessments::Section&, Dice&);  // at least one, and others left out
attempts::Answers first_few(const assessments::Section&, Dice&);   // right, but not all of them, or none yet

}  // namespace fill
