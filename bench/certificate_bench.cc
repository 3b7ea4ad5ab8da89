// A certificate against bare cairo and pango drawing the same page; 1,000 certificates as a ZIP on two cores
// against one; the memory that 5,000 take. Each ratio is of one run.
#include <fmt/format.h>
#include <sched.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <stdexcept>
#include <vector>

#include "documents/certificate_ornament.h"
#include "features/certificates/certificate.h"
#include "features/certificates/certificate_bundle.h"

namespace {

using namespace documents::drawing;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

certificates::Certificate certificate(std::size_t i) {
  certificates::Certificate made;
  made.code = certificates::new_code();
  made.person_name = fmt::format("Siân Number{} Jones", i);
  made.title = "Exam room essentials";
  made.year = "2026/27";
  made.centre_name = "Demonstration School";
  made.centre_number = "99999";
  made.passed_at = made.issued_at = base::from_millis(1'795'442'700'000);
  made.valid_until = "2027-08-31";
  return made;
}

struct Line {
  const char* face;
  double size;
  double x;
  double y;
  std::string text;
};

std::vector<Line> lines(const documents::CertificateText& text) {
  return {{"Noto Serif Display", 34, 270, 70, "CERTIFICATE"},
          {"Noto Serif Italic", 15, 360, 150, "This certifies that"},
          {"Noto Serif Display", 52, 200, 170, text.person_name},
          {"Noto Serif Italic", 15, 330, 270, "has passed every section of"},
          {"Noto Serif Display", 31, 260, 300, text.assessment},
          {"Noto Sans", 14, 270, 370, text.centre_name + "  ·  Centre number " + text.centre_number},
          {"Noto Sans", 8, 78, 460, "PASSED ON"},
          {"Noto Sans Bold", 12.5, 78, 475, base::british_date(text.passed_at)},
          {"Noto Sans", 8, 228, 460, "VALID UNTIL"},
          {"Noto Sans Bold", 12.5, 228, 475, text.valid_until},
          {"Noto Sans", 8, 78, 505, "CERTIFICATE CODE"},
          {"Noto Sans", 11.5, 78, 518, text.code},
          {"Noto Sans Bold", 10, 400, 488, "PASSED"},
          {"Noto Sans", 11, 402, 501, text.year},
          {"Noto Sans", 8.5, 590, 505, "Check this certificate:"},
          {"Noto Sans", 8.5, 540, 516, "scan the code, or type its code at"},
          {"Noto Sans Bold", 8.5, 580, 527, "hub.example.org/verify"}};
}

cairo_status_t keep(void* to, const unsigned char* bytes, unsigned int size) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

// The same text, ornaments and QR code, each put where it comes out: no fitting, no tags, no title.
std::string bare(const documents::CertificateText& text) {
  std::string bytes;
  {
    const Surface surface(cairo_pdf_surface_create_for_stream(keep, &bytes, page_width, page_height));
    const Pen pen(cairo_create(surface.get()));
    draw_watermark(pen.get(), page_width / 2, 262, 196);
    draw_frame(pen.get());
    draw_rule(pen.get(), page_width / 2, 126, 150);
    for (const auto& line : lines(text)) {
      const Layout layout(pango_cairo_create_layout(pen.get()));
      const FontChoice font(pango_font_description_from_string(line.face));
      pango_font_description_set_absolute_size(font.get(), line.size * PANGO_SCALE);
      pango_layout_set_font_description(layout.get(), font.get());
      pango_layout_set_text(layout.get(), line.text.c_str(), -1);
      use(pen.get(), ink);
      cairo_move_to(pen.get(), line.x, line.y);
      pango_cairo_show_layout(pen.get(), layout.get());
    }
    draw_seal_disc(pen.get(), page_width / 2, 499, 43);
    draw_qr_code(pen.get(), text.verify_url, 683, 453, 88);
    cairo_surface_finish(surface.get());
  }
  return bytes;
}

template <class Draw>
double milliseconds_each(Draw draw, int rounds) {
  const auto start = Clock::now();
  for (int i = 0; i < rounds; ++i) {
    if (draw(certificates::text_of(certificate(static_cast<std::size_t>(i)), "https://hub.example.org"))
            .size() < 10'000) {
      throw std::runtime_error("not a certificate");
    }
  }
  return 1'000 * seconds_since(start) / rounds;
}

// Turn by turn, so that what else the machine does falls on both; the quickest round of each.
void compare_with_bare() {
  constexpr int rounds = 100;
  const auto ours = [](const documents::CertificateText& text) {
    return documents::certificate_pdf(text).bytes;
  };
  milliseconds_each(ours, 10);
  milliseconds_each(bare, 10);
  double of_ours = 1e9;
  double of_bare = 1e9;
  for (int turn = 0; turn < 7; ++turn) {
    of_ours = std::min(of_ours, milliseconds_each(ours, rounds));
    of_bare = std::min(of_bare, milliseconds_each(bare, rounds));
  }
  fmt::print("certificate: {:.2f} ms, bare cairo and pango {:.2f} ms, ratio {:.2f}\n", of_ours, of_bare,
             of_ours / of_bare);
}

certificates::Bundle bundle(std::size_t size) {
  certificates::Bundle made{.certificates = {},
                            .public_url = "https://hub.example.org",
                            .made_at = base::from_millis(1'795'442'700'000),
                            .download = std::make_shared<certificates::Download>(size)};
  for (std::size_t i = 0; i < size; ++i) made.certificates.push_back(certificate(i));
  return made;
}

std::size_t pulled(base::BodyStream& of) {
  std::size_t bytes = 0;
  while (const auto piece = of.next()) bytes += piece->size();
  return bytes;
}

void use_cores(int cores) {
  cpu_set_t set;
  CPU_ZERO(&set);
  for (int i = 0; i < cores; ++i) CPU_SET(static_cast<unsigned>(i), &set);
  if (sched_setaffinity(0, sizeof set, &set) != 0) throw std::runtime_error("cannot choose cores");
}

// Threads are made after the cores are chosen, and keep to them.
double zip_seconds(int cores, std::size_t size) {
  use_cores(cores);
  base::WorkPool pool(static_cast<std::size_t>(cores), 1'000);
  certificates::CertificateZip(bundle(32), pool).next();
  certificates::CertificateZip zip(bundle(size), pool);
  const auto start = Clock::now();
  pulled(zip);
  return seconds_since(start);
}

void compare_cores() {
  double one = 1e9;
  double two = 1e9;
  for (int turn = 0; turn < 3; ++turn) {
    one = std::min(one, zip_seconds(1, 1'000));
    two = std::min(two, zip_seconds(2, 1'000));
  }
  fmt::print("1,000 certificates as a ZIP: one core {:.2f} s, two cores {:.2f} s, {:.2f} times as fast\n",
             one, two, one / two);
}

double mebibytes(std::string_view field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field)) return std::stod(line.substr(field.size() + 1)) / 1024;
  }
  return 0;
}

template <class Make>
void measure_memory(std::string_view what, Make make) {
  const auto before = mebibytes("VmRSS");
  std::ofstream("/proc/self/clear_refs") << 5;  // forgets the peak so far
  const auto start = Clock::now();
  const auto bytes = make();
  fmt::print("{}: {} MB in {:.1f} s, {:.1f} MiB above idle at its peak\n", what, bytes / 1'000'000,
             seconds_since(start), mebibytes("VmHWM") - before);
}

void measure_all_memory() {
  measure_memory("5,000 certificates as a ZIP", [] {
    base::WorkPool pool(2, 1'000);
    certificates::CertificateZip zip(bundle(5'000), pool);
    return pulled(zip);
  });
  measure_memory("5,000 certificates as one PDF", [] {
    certificates::CertificateBookFile book(bundle(5'000));
    return pulled(book);
  });
}

}  // namespace

// certificate_bench [memory | bare | cores]; without a word all three.
int main(int argc, char** argv) {
  const std::string_view only = argc > 1 ? argv[1] : "";
  const auto wanted = [&](std::string_view part) { return only.empty() || only == part; };
  if (wanted("memory")) measure_all_memory();
  if (wanted("bare")) compare_with_bare();
  if (wanted("cores")) compare_cores();
}
