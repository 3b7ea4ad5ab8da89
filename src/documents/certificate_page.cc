#include "documents/certificate_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "documents/certificate_lettering.h"
#include "documents/certificate_ornament.h"

namespace documents::drawing {
namespace {

constexpr double middle = page_width / 2;
constexpr double text_width = 640;
constexpr double text_left = middle - text_width / 2;
constexpr double foot_left = 78;
constexpr double foot_right = page_width - 78;
constexpr double foot_top = 452;
constexpr double seal_middle = foot_top + 47;
constexpr double seal_radius = 43;

void write_heading(cairo_t* pen, Writer& writer) {
  const Tag tag(pen, "H1");
  writer.write("CERTIFICATE", {.face = Face::display, .size = 34, .spacing = 3, .colour = accent},
               {text_left + 1.5, 106, text_width});
}

void write_linking(cairo_t* pen, Writer& writer, std::string_view words, double y) {
  const Tag tag(pen, "P");
  writer.write(words, {.face = Face::serif_italic, .size = 15, .colour = quiet}, {text_left, y, text_width});
}

// What takes two lines moves what follows down.
void write_statement(cairo_t* pen, Writer& writer, const CertificateText& text) {
  write_linking(pen, writer, "This certifies that", 163);
  double y = 226;
  {
    const Tag tag(pen, "H2");
    y = writer.write(text.person_name,
                     {.face = Face::display, .size = 52, .smallest = 30, .most_lines = 2, .colour = ink},
                     {text_left, y, text_width});
  }
  y = std::max(286.0, y + 46);
  write_linking(pen, writer, "has passed every section of", y);
  {
    const Tag tag(pen, "H2");
    y = writer.write(text.assessment,
                     {.face = Face::display, .size = 31, .smallest = 21, .most_lines = 2, .colour = accent},
                     {text_left, y + 42, text_width});
  }
  const Tag tag(pen, "P");
  writer.write(fmt::format("{}  ·  Centre number {}", text.centre_name, text.centre_number),
               {.face = Face::sans, .size = 14, .smallest = 9, .most_lines = 2, .colour = ink},
               {text_left, std::max(384.0, y + 40), text_width});
}

void write_fact(cairo_t* pen, Writer& writer, std::string_view label, std::string_view value, double x,
                double y) {
  const Tag tag(pen, "P");
  const Box box{x, y, 150};
  writer.write(
      label,
      {.face = Face::sans, .size = 8, .smallest = 8, .spacing = 0.5, .colour = quiet, .align = Align::left},
      box);
  writer.write(value,
               {.face = Face::sans_bold, .size = 12.5, .smallest = 8, .colour = ink, .align = Align::left},
               {box.x, y + 17, box.width});
}

void write_facts(cairo_t* pen, Writer& writer, const CertificateText& text) {
  constexpr double second = foot_left + 150;
  write_fact(pen, writer, "PASSED ON", base::british_date(text.passed_at), foot_left, foot_top + 18);
  if (!text.valid_until.empty())
    write_fact(pen, writer, "VALID UNTIL", text.valid_until, second, foot_top + 18);
  const Tag tag(pen, "P");
  writer.write(
      "CERTIFICATE CODE",
      {.face = Face::sans, .size = 8, .smallest = 8, .spacing = 0.5, .colour = quiet, .align = Align::left},
      {foot_left, foot_top + 62, 300});
  writer.write(text.code,
               {.face = Face::sans, .size = 11.5, .smallest = 7, .colour = ink, .align = Align::left},
               {foot_left, foot_top + 78, 280});
}

void write_seal(cairo_t* pen, Writer& writer, const CertificateText& text) {
  const Tag tag(pen, "P");
  writer.write("PASSED", {.face = Face::sans_bold, .size = 10, .spacing = 0.7, .colour = white},
               {middle - seal_radius + 0.35, seal_middle - 1, 2 * seal_radius});
  writer.write(text.year, {.face = Face::sans, .size = 11, .smallest = 6, .colour = white},
               {middle - seal_radius * 0.62, seal_middle + 13, seal_radius * 1.24});
}

// What stands in quotes in a tag's attributes.
std::string in_quotes(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

void draw_check(cairo_t* pen, Writer& writer, const CertificateText& text) {
  constexpr double side = 88;
  constexpr double x = foot_right - side + 7;
  const auto place = text.verify_url.substr(0, text.verify_url.rfind('/'));
  const auto shown = place.substr(place.find("://") == std::string::npos ? 0 : place.find("://") + 3);
  const Tag tag(pen, "Link", fmt::format("uri='{}'", in_quotes(text.verify_url)).c_str());
  draw_qr_code(pen, text.verify_url, x, foot_top + 1, side);
  const Lettering small{
      .face = Face::sans, .size = 8.5, .smallest = 5.5, .colour = quiet, .align = Align::right};
  writer.write("Check this certificate:", small, {x - 176, foot_top + 62, 172});
  writer.write("scan the code, or type its code at", small, {x - 176, foot_top + 73, 172});
  Lettering address = small;
  address.face = Face::sans_bold;
  address.colour = accent;
  writer.write(shown, address, {x - 176, foot_top + 84, 172});
}

// What is the same on every certificate, recorded once: a PDF of many then holds it once. A recording is not
// for two threads at a time.
cairo_surface_t* background() {
  thread_local const Surface recorded = [] {
    const cairo_rectangle_t page{0, 0, page_width, page_height};
    Surface surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &page));
    const Pen pen(cairo_create(surface.get()));
    draw_watermark(pen.get(), middle, 262, 196);
    draw_frame(pen.get());
    draw_rule(pen.get(), middle, 126, 150);
    draw_seal_disc(pen.get(), middle, seal_middle, seal_radius);
    return surface;
  }();
  return recorded.get();
}

}  // namespace

std::size_t draw_certificate(cairo_t* pen, const CertificateText& text) {
  Writer writer(pen);
  cairo_set_source_surface(pen, background(), 0, 0);
  cairo_paint(pen);
  const Tag tag(pen, "Sect");
  write_heading(pen, writer);
  write_statement(pen, writer, text);
  write_facts(pen, writer, text);
  write_seal(pen, writer, text);
  draw_check(pen, writer, text);
  return writer.unknown_characters();
}

}  // namespace documents::drawing
