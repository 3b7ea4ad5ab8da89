// The drawing of one certificate, on whatever surface.
#pragma once

#include <cstddef>

#include "documents/certificate.h"
#include "documents/drawing.h"

namespace documents::drawing {

// Returns how many characters no font has.
std::size_t draw_certificate(cairo_t*, const CertificateText&);

}  // namespace documents::drawing
