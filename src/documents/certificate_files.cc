#include <fmt/format.h>

#include <cmath>
#include <stdexcept>

#include "documents/certificate.h"
#include "documents/certificate_page.h"

namespace documents {
namespace {

constexpr double dots_per_point = 2.5;

cairo_status_t keep(void* to, const unsigned char* bytes, unsigned int size) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

void require(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS) {
    throw std::runtime_error(
        fmt::format("a certificate could not be drawn: {}", cairo_status_to_string(status)));
  }
}

drawing::Surface pdf_into(std::string& bytes, const std::string& title, base::Instant made_at) {
  drawing::Surface surface(
      cairo_pdf_surface_create_for_stream(keep, &bytes, drawing::page_width, drawing::page_height));
  require(cairo_surface_status(surface.get()));
  const auto say = [&](cairo_pdf_metadata_t what, const std::string& words) {
    cairo_pdf_surface_set_metadata(surface.get(), what, words.c_str());
  };
  say(CAIRO_PDF_METADATA_TITLE, title);
  say(CAIRO_PDF_METADATA_AUTHOR, "Exams Hub");
  say(CAIRO_PDF_METADATA_CREATOR, "Exams Hub");
  // Whole seconds: without a time of its own a PDF states when it was drawn, and no two would be the same.
  say(CAIRO_PDF_METADATA_CREATE_DATE, base::iso_utc(made_at).substr(0, 19) + "Z");
  return surface;
}

std::size_t place_of(const std::string& pdf, std::string_view what) {
  const auto at = pdf.rfind(what);
  if (at == std::string::npos) throw std::logic_error(fmt::format("the PDF has no {}", what));
  return at + what.size();
}

// What cairo 1.16 does not say about a PDF: in what language it is, and that its title is to be shown. `end`
// is the end of a PDF that cairo wrote, from before its catalogue on.
std::string with_language(std::string end) {
  constexpr std::string_view added = "\n   /Lang (en-GB)\n   /ViewerPreferences << /DisplayDocTitle true >>";
  const auto catalogue = place_of(end, "/Type /Catalog");
  if (end.find(" obj\n", catalogue) != std::string::npos)
    throw std::logic_error("the PDF's catalogue is not last");
  const auto number = place_of(end, "startxref\n");
  const auto number_end = end.find('\n', number);
  const auto table = std::stoull(end.substr(number, number_end - number)) + added.size();
  end.replace(number, number_end - number, fmt::to_string(table));
  end.insert(catalogue, added);
  return end;
}

}  // namespace

struct CertificateBook::Impl {
  Impl(const std::string& title, base::Instant made_at)
      : surface(pdf_into(bytes, title, made_at)), pen(cairo_create(surface.get())) {
    cairo_tag_begin(pen.get(), "Document", nullptr);
  }
  std::string bytes;
  drawing::Surface surface;
  drawing::Pen pen;
};

CertificateBook::CertificateBook(const std::string& title, base::Instant made_at)
    : impl_(std::make_unique<Impl>(title, made_at)) {}
CertificateBook::~CertificateBook() = default;

std::size_t CertificateBook::add(const CertificateText& text) {
  const auto unknown = drawing::draw_certificate(impl_->pen.get(), text);
  cairo_show_page(impl_->pen.get());
  require(cairo_status(impl_->pen.get()));
  return unknown;
}

void CertificateBook::finish() {
  cairo_tag_end(impl_->pen.get(), "Document");
  require(cairo_status(impl_->pen.get()));
  const auto before = impl_->bytes.size();
  cairo_surface_finish(impl_->surface.get());
  require(cairo_surface_status(impl_->surface.get()));
  impl_->bytes = impl_->bytes.substr(0, before) + with_language(impl_->bytes.substr(before));
}

std::string CertificateBook::take() {
  return std::exchange(impl_->bytes, {});
}

DrawnCertificate certificate_pdf(const CertificateText& text) {
  CertificateBook book(fmt::format("Certificate - {} - {} {}", text.person_name, text.assessment, text.year),
                       text.issued_at);
  const auto unknown = book.add(text);
  book.finish();
  return {book.take(), unknown};
}

DrawnCertificate certificate_png(const CertificateText& text) {
  const auto dots = [](double points) { return static_cast<int>(std::lround(points * dots_per_point)); };
  const drawing::Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, dots(drawing::page_width), dots(drawing::page_height)));
  const drawing::Pen pen(cairo_create(surface.get()));
  drawing::use(pen.get(), drawing::white);
  cairo_paint(pen.get());
  cairo_scale(pen.get(), dots_per_point, dots_per_point);
  DrawnCertificate drawn;
  drawn.unknown_characters = drawing::draw_certificate(pen.get(), text);
  require(cairo_status(pen.get()));
  require(cairo_surface_write_to_png_stream(surface.get(), keep, &drawn.bytes));
  return drawn;
}

// The catalogue is the last object, so that only the address of the table after it moves.
}  // namespace documents
