#include "documents/certificate_ornament.h"

#include <cmath>

namespace documents::drawing {
namespace {

struct Ring {
  double inner;
  double outer;
  int lobes;
  double phase;  // of one lobe
};

// A closed wave around a centre; every half lobe is one curve.
void trace(cairo_t* pen, double x, double y, const Ring& ring) {
  const double half = turn / (2 * ring.lobes);
  const auto at = [&](double radius, double angle) {
    return std::pair{x + radius * std::cos(angle), y + radius * std::sin(angle)};
  };
  double angle = ring.phase * 2 * half;
  const auto start = at(ring.outer, angle);
  cairo_move_to(pen, start.first, start.second);
  for (int i = 0; i < 2 * ring.lobes; ++i, angle += half) {
    const double from = i % 2 == 0 ? ring.outer : ring.inner;
    const double to = i % 2 == 0 ? ring.inner : ring.outer;
    const auto a = at(from, angle + half / 2);
    const auto b = at(to, angle + half / 2);
    const auto c = at(to, angle + half);
    cairo_curve_to(pen, a.first, a.second, b.first, b.second, c.first, c.second);
  }
  cairo_close_path(pen);
}

void outline(cairo_t* pen, double margin, double width) {
  cairo_rectangle(pen, margin, margin, page_width - 2 * margin, page_height - 2 * margin);
  cairo_set_line_width(pen, width);
  cairo_stroke(pen);
}

// A rectangle whose corners are cut out in quarter circles.
void notched_outline(cairo_t* pen, double margin, double notch, double width) {
  const double right = page_width - margin;
  const double bottom = page_height - margin;
  cairo_new_sub_path(pen);
  cairo_arc_negative(pen, margin, margin, notch, turn / 4, 0);
  cairo_arc_negative(pen, right, margin, notch, turn / 2, turn / 4);
  cairo_arc_negative(pen, right, bottom, notch, turn * 3 / 4, turn / 2);
  cairo_arc_negative(pen, margin, bottom, notch, 0, -turn / 4);
  cairo_close_path(pen);
  cairo_set_line_width(pen, width);
  cairo_stroke(pen);
}

}  // namespace

void draw_frame(cairo_t* pen) {
  use(pen, accent);
  outline(pen, 24, 1.6);
  use(pen, hairline);
  outline(pen, 28.5, 0.6);
  use(pen, accent);
  notched_outline(pen, 38, 13, 0.7);
  for (const double x : {38.0, page_width - 38}) {
    for (const double y : {38.0, page_height - 38}) {
      cairo_arc(pen, x, y, 2.6, 0, turn);
      cairo_fill(pen);
    }
  }
}

void draw_watermark(cairo_t* pen, double x, double y, double radius) {
  use(pen, tint);
  cairo_set_line_width(pen, 0.7);
  for (int i = 0; i < 4; ++i) trace(pen, x, y, {radius * 0.72, radius, 30, i / 4.0});
  for (int i = 0; i < 4; ++i) trace(pen, x, y, {radius * 0.44, radius * 0.72, 30, i / 4.0});
  cairo_stroke(pen);
}

void draw_rule(cairo_t* pen, double x, double y, double width) {
  constexpr double lozenge = 3.4;
  use(pen, accent);
  cairo_set_line_width(pen, 0.7);
  cairo_move_to(pen, x - width / 2, y);
  cairo_line_to(pen, x - 2.6 * lozenge, y);
  cairo_move_to(pen, x + 2.6 * lozenge, y);
  cairo_line_to(pen, x + width / 2, y);
  cairo_stroke(pen);
  cairo_move_to(pen, x - lozenge, y);
  cairo_line_to(pen, x, y - lozenge);
  cairo_line_to(pen, x + lozenge, y);
  cairo_line_to(pen, x, y + lozenge);
  cairo_close_path(pen);
  cairo_fill(pen);
}

void draw_seal_disc(cairo_t* pen, double x, double y, double radius) {
  use(pen, accent);
  trace(pen, x, y, {radius * 0.93, radius, 32, 0});
  cairo_fill(pen);
  use(pen, white);
  cairo_set_line_width(pen, 0.8);
  cairo_arc(pen, x, y, radius * 0.84, 0, turn);
  cairo_stroke(pen);
  cairo_set_line_width(pen, 0.35);
  for (int i = 0; i < 3; ++i) trace(pen, x, y, {radius * 0.66, radius * 0.80, 24, i / 3.0});
  cairo_stroke(pen);
}

}  // namespace documents::drawing
