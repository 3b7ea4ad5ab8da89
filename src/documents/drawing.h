// cairo and pango with owners, for the certificate's own files. Measures are points, from the page's top
// left.
//
// Their C interfaces, because what a certificate needs is not in the C++ ones: a font map for each thread, a
// PDF's tags, its metadata.
#pragma once

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>
#include <numbers>

namespace documents::drawing {

template <auto release>
struct Release {
  template <class T>
  void operator()(T* held) const {
    release(held);
  }
};
using Surface = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using Pen = std::unique_ptr<cairo_t, Release<cairo_destroy>>;
using FontMap = std::unique_ptr<PangoFontMap, Release<g_object_unref>>;
using TextContext = std::unique_ptr<PangoContext, Release<g_object_unref>>;
using Layout = std::unique_ptr<PangoLayout, Release<g_object_unref>>;
using FontChoice = std::unique_ptr<PangoFontDescription, Release<pango_font_description_free>>;

inline constexpr double page_width = 842;  // A4 landscape
inline constexpr double page_height = 595;
inline constexpr double turn = 2 * std::numbers::pi;

struct Colour {
  double red;
  double green;
  double blue;
};
inline constexpr Colour accent{0.078, 0.216, 0.408};
inline constexpr Colour ink{0.102, 0.129, 0.176};
inline constexpr Colour quiet{0.337, 0.380, 0.439};
inline constexpr Colour hairline{0.698, 0.757, 0.827};
inline constexpr Colour tint{0.937, 0.953, 0.973};
inline constexpr Colour white{1, 1, 1};

inline void use(cairo_t* pen, Colour colour) {
  cairo_set_source_rgb(pen, colour.red, colour.green, colour.blue);
}

// Marks what is drawn while it lives as an H1, a P, a Link of a tagged PDF; nothing elsewhere.
class Tag {
 public:
  Tag(cairo_t* pen, const char* name, const char* attributes = nullptr) : pen_(pen), name_(name) {
    cairo_tag_begin(pen, name, attributes);
  }
  ~Tag() { cairo_tag_end(pen_, name_); }
  Tag(const Tag&) = delete;
  Tag& operator=(const Tag&) = delete;

 private:
  cairo_t* pen_;
  const char* name_;
};

}  // namespace documents::drawing
