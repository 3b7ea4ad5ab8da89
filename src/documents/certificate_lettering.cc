#include "documents/certificate_lettering.h"

#include <algorithm>
#include <string>

namespace documents::drawing {
namespace {

constexpr double step = 0.94;  // how much smaller the next try is

// Whatever script a name is in, a face of one style that has it; else pango takes the first font that can.
// Those scripts are named for which it would take a font of another look.
#define SERIF_SCRIPTS                                                                                    \
  "Noto Serif,Noto Naskh Arabic,Noto Serif Devanagari,Noto Serif Hebrew,Noto Serif Armenian,Noto Serif " \
  "Georgian,"                                                                                            \
  "Noto Serif Lao,Noto Serif CJK SC,Noto Sans"
#define SANS_SCRIPTS                                                                                        \
  "Noto Sans,Noto Sans Arabic,Noto Sans Devanagari,Noto Sans Hebrew,Noto Sans Armenian,Noto Sans Georgian," \
  "Noto Sans Lao,Noto Sans CJK SC"

const char* families(Face face) {
  switch (face) {
    case Face::display:
      return "Noto Serif Display," SERIF_SCRIPTS;
    case Face::serif_italic:
      return SERIF_SCRIPTS;
    case Face::sans:
    case Face::sans_bold:
      return SANS_SCRIPTS;
  }
  return SANS_SCRIPTS;
}

FontChoice font(Face face, double size) {
  FontChoice choice(pango_font_description_new());
  pango_font_description_set_family_static(choice.get(), families(face));
  pango_font_description_set_absolute_size(choice.get(), size * PANGO_SCALE);
  if (face == Face::sans_bold) pango_font_description_set_weight(choice.get(), PANGO_WEIGHT_BOLD);
  if (face == Face::serif_italic) pango_font_description_set_style(choice.get(), PANGO_STYLE_ITALIC);
  return choice;
}

// Reading the list of fonts takes long and what comes of it is not for two threads: each keeps its own.
PangoFontMap* fonts_of_this_thread() {
  thread_local const FontMap fonts(pango_cairo_font_map_new());
  return fonts.get();
}

TextContext context_for(cairo_t* pen) {
  TextContext context(pango_font_map_create_context(fonts_of_this_thread()));
  const std::unique_ptr<cairo_font_options_t, Release<cairo_font_options_destroy>> options(
      cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context.get(), options.get());
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  pango_context_set_language(context.get(), pango_language_from_string("en-GB"));
  pango_cairo_update_context(pen, context.get());
  return context;
}

// Without ligatures of Latin letters: one glyph that is several letters takes a font subset of its own in a
// PDF. Without hyphens where a line ends within a word: a name has none but its own.
void set_spacing(PangoLayout* layout, double spacing) {
  const std::unique_ptr<PangoAttrList, Release<pango_attr_list_unref>> attributes(pango_attr_list_new());
  if (spacing > 0) {
    pango_attr_list_insert(attributes.get(),
                           pango_attr_letter_spacing_new(static_cast<int>(spacing * PANGO_SCALE)));
  }
  pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("liga=0"));
  pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
  pango_layout_set_attributes(layout, attributes.get());
}

void set_size(PangoLayout* layout, Face face, double size) {
  pango_layout_set_font_description(layout, font(face, size).get());
}

double width_of(PangoLayout* layout) {
  PangoRectangle logical;
  pango_layout_get_extents(layout, nullptr, &logical);
  return static_cast<double>(logical.width) / PANGO_SCALE;
}

void fit_one_line(PangoLayout* layout, const Lettering& style, double width) {
  const double natural = width_of(layout);
  if (natural > width) set_size(layout, style.face, std::max(style.smallest, style.size * width / natural));
}

// Several lines of about the same length rather than a full one and a rest.
void balance(PangoLayout* layout, double width, double natural) {
  const int lines = pango_layout_get_line_count(layout);
  for (double part = natural / lines; part < width; part *= 1.05) {
    pango_layout_set_width(layout, static_cast<int>(part * PANGO_SCALE));
    if (pango_layout_get_line_count(layout) <= lines) return;
  }
  pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
}

void fit_lines(PangoLayout* layout, const Lettering& style, double width) {
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
  double size = style.smallest;
  const auto shrink = [&](int lines, double least) {
    while (pango_layout_get_line_count(layout) > lines && size > least) {
      size = std::max(least, size * step);
      set_size(layout, style.face, size);
    }
  };
  shrink(style.most_lines, style.smallest * 0.6);
  // A name as long as there may be: more lines, smaller still, rather than leave off its end.
  const int most_lines = 2 * style.most_lines;
  if (pango_layout_get_line_count(layout) > style.most_lines) shrink(most_lines, style.smallest * 0.3);
  if (pango_layout_get_line_count(layout) > most_lines) {
    pango_layout_set_height(layout, -most_lines);
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    return;
  }
  pango_layout_set_width(layout, -1);
  const double natural = width_of(layout);
  pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
  balance(layout, width, natural);
}

double left_edge(Align align, const Box& box, double width) {
  switch (align) {
    case Align::left:
      return box.x;
    case Align::centre:
      return box.x + (box.width - width) / 2;
    case Align::right:
      return box.x + box.width - width;
  }
  return box.x;
}

PangoAlignment pango_align(Align align) {
  return align == Align::left    ? PANGO_ALIGN_LEFT
         : align == Align::right ? PANGO_ALIGN_RIGHT
                                 : PANGO_ALIGN_CENTER;
}

}  // namespace

Writer::Writer(cairo_t* pen) : pen_(pen), context_(context_for(pen)) {}

double Writer::write(std::string_view text, const Lettering& style, Box box) {
  const Layout layout(pango_layout_new(context_.get()));
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  pango_layout_set_alignment(layout.get(), pango_align(style.align));
  set_size(layout.get(), style.face, style.size);
  set_spacing(layout.get(), style.spacing);
  fit_one_line(layout.get(), style, box.width);
  if (width_of(layout.get()) > box.width) fit_lines(layout.get(), style, box.width);
  unknown_ += static_cast<std::size_t>(pango_layout_get_unknown_glyphs_count(layout.get()));

  const int given = pango_layout_get_width(layout.get());
  const double width = given > 0 ? static_cast<double>(given) / PANGO_SCALE : width_of(layout.get());
  const double baseline = static_cast<double>(pango_layout_get_baseline(layout.get())) / PANGO_SCALE;
  use(pen_, style.colour);
  cairo_move_to(pen_, left_edge(style.align, box, width), box.y - baseline);
  pango_cairo_show_layout(pen_, layout.get());

  const std::unique_ptr<PangoLayoutIter, Release<pango_layout_iter_free>> line(
      pango_layout_get_iter(layout.get()));
  while (pango_layout_iter_next_line(line.get())) {
  }
  return box.y - baseline + static_cast<double>(pango_layout_iter_get_baseline(line.get())) / PANGO_SCALE;
}

}  // namespace documents::drawing
