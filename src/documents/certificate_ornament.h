// What is on every certificate around its words.
#pragma once

#include <string_view>

#include "documents/drawing.h"

namespace documents::drawing {

void draw_frame(cairo_t*);
void draw_watermark(cairo_t*, double x, double y, double radius);
void draw_rule(cairo_t*, double x, double y, double width);  // a line with a lozenge in the middle of it
void draw_seal_disc(cairo_t*, double x, double y, double radius);
// With the quiet zone that readers need: `side` is all of it.
void draw_qr_code(cairo_t*, std::string_view text, double x, double y, double side);

}  // namespace documents::drawing
