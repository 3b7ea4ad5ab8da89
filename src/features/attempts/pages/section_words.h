// What the pages say about marks and time.
#pragma once

#include <string>

#include "features/attempts/attempt_store.h"

namespace attempts::pages {

// "You pass with every question right." "You pass with 15 of 20 questions right."
std::string pass_mark_words(const Section&);

// With the person's extra time: "20 minutes".
std::string whole_time_words(const Attempt&);

}  // namespace attempts::pages
