// Lines of text on a certificate, fitted to the room there is.
#pragma once

#include <string_view>

#include "documents/drawing.h"

namespace documents::drawing {

enum class Face { display, serif_italic, sans, sans_bold };
enum class Align { left, centre, right };

struct Lettering {
  Face face = Face::sans;
  double size = 12;
  double smallest = 12;  // shrinks down to this to stay on one line, only then takes `most_lines`
  int most_lines = 1;
  double spacing = 0;  // between letters
  Colour colour = ink;
  Align align = Align::centre;
};

struct Box {
  double x;
  double y;  // of the baseline of the first line
  double width;
};

class Writer {
 public:
  // With the fonts of this thread.
  explicit Writer(cairo_t* pen);

  // Returns the baseline of the last line. Only what does not fit into twice the lines at a third of the
  // smallest size ends in an ellipsis: no name of two hundred letters.
  double write(std::string_view text, const Lettering&, Box);

  std::size_t unknown_characters() const { return unknown_; }

 private:
  cairo_t* pen_;
  TextContext context_;
  std::size_t unknown_ = 0;
};

}  // namespace documents::drawing
