// The picture of an attempt: a ring of what was right, wrong and unanswered, and the same in words.
#pragma once

#include <cstddef>

#include "html/view.h"

namespace progress::pages {

struct Shares {
  std::size_t right = 0;
  std::size_t wrong = 0;
  std::size_t unanswered = 0;

  std::size_t all() const { return right + wrong + unanswered; }
};

// Includes it as {{>PICTURE}}.
void show_picture(html::View::Part, const Shares&);

}  // namespace progress::pages
