#include <qrencode.h>

#include <stdexcept>
#include <string>

#include "documents/certificate_ornament.h"

namespace documents::drawing {
namespace {

constexpr int quiet_zone = 4;  // modules on each side

using Modules = std::unique_ptr<QRcode, Release<QRcode_free>>;

Modules modules_of(std::string_view text) {
  Modules modules(QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M));
  if (!modules) throw std::runtime_error("an address is too long for a QR code");
  return modules;
}

}  // namespace

void draw_qr_code(cairo_t* pen, std::string_view text, double x, double y, double side) {
  const auto code = modules_of(text);
  const auto dark = [&](int row, int column) { return (code->data[row * code->width + column] & 1U) != 0; };
  const double module = side / (code->width + 2 * quiet_zone);
  use(pen, ink);
  // A run of dark modules is one rectangle: no seams between them.
  for (int row = 0; row < code->width; ++row) {
    for (int column = 0; column < code->width; ++column) {
      const int from = column;
      while (column < code->width && dark(row, column)) ++column;
      if (column == from) continue;
      cairo_rectangle(pen, x + (from + quiet_zone) * module, y + (row + quiet_zone) * module,
                      (column - from) * module, module);
    }
  }
  cairo_fill(pen);
}

}  // namespace documents::drawing
