#include "features/certificates/certificate_bundle.h"

#include <array>

#include "base/day.h"
#include "features/certificates/certificate.h"

namespace certificates {
namespace {

using documents::Figure;

constexpr std::size_t piece = 256 << 10;  // bytes, at least, but for the last
constexpr std::size_t ahead_for_each_thread = 8;

const std::array columns = {
    documents::Column{.heading = "Name", .width = 30},
    documents::Column{.heading = "Assessment", .width = 40},
    documents::Column{.heading = "Year", .width = 10},
    documents::Column{.heading = "Passed on", .width = 14},
    documents::Column{.heading = "Valid until", .width = 14},
    documents::Column{.heading = "Certificate code", .width = 40},
    documents::Column{.heading = "File", .width = 70},
    documents::Column{.heading = "Note", .width = 50},
};

Figure valid_until(const Certificate& certificate) {
  const auto day = base::day_from_iso(certificate.valid_until);
  if (!day) return {.text = certificate.valid_until};
  return {.kind = Figure::Kind::date, .at = day->start};
}

std::string note(std::size_t unknown_characters) {
  return unknown_characters == 0 ? "" : "Look at this one: it has letters that no font here can draw.";
}

void index_row(documents::Workbook& index, const Certificate& certificate, const std::string& file,
               std::size_t unknown_characters) {
  const Figure cells[] = {{.text = certificate.person_name},
                          {.text = certificate.title},
                          {.text = certificate.year},
                          {.kind = Figure::Kind::date, .at = certificate.passed_at},
                          valid_until(certificate),
                          {.text = in_groups(certificate.code)},
                          {.text = file},
                          {.text = note(unknown_characters)}};
  index.row(cells);
}

void go_on(const Download& download) {
  if (download.state() == Download::State::stopped) throw BundleStopped();
}

}  // namespace

CertificateZip::CertificateZip(Bundle bundle, base::WorkPool& pool)
    : bundle_(std::move(bundle)),
      index_(std::make_unique<documents::Workbook>()),
      drawings_(pool, ahead_for_each_thread * (pool.threads() + 1)) {
  index_->sheet("Certificates", columns);
}

CertificateZip::~CertificateZip() {
  bundle_.download->stop();
}

std::optional<std::string> CertificateZip::next() {
  if (over_) return std::nullopt;
  std::string bytes;
  while (bytes.size() < piece && !over_) {
    go_on(*bundle_.download);
    if (added_ < bundle_.certificates.size()) {
      fill_ahead();
      add_next();
    } else {
      add_index();
    }
    bytes += zip_.take();
  }
  return bytes;
}

void CertificateZip::fill_ahead() {
  for (; pushed_ < bundle_.certificates.size() && !drawings_.full(); ++pushed_) {
    drawings_.push([text = text_of(bundle_.certificates[pushed_], bundle_.public_url)] {
      return documents::certificate_pdf(text);
    });
  }
}

void CertificateZip::add_next() {
  const auto& certificate = bundle_.certificates[added_];
  const auto drawn = drawings_.pop();
  const auto name = names_.unique(file_name(certificate), ".pdf");
  zip_.add(name, drawn.bytes, certificate.issued_at);
  index_row(*index_, certificate, name, drawn.unknown_characters);
  ++added_;
  bundle_.download->drawn();
}

void CertificateZip::add_index() {
  zip_.add(names_.unique("Index of certificates", ".xlsx"), index_->bytes(), bundle_.made_at);
  zip_.finish();
  over_ = true;
  bundle_.download->finish();
}

CertificateBookFile::CertificateBookFile(Bundle bundle)
    : bundle_(std::move(bundle)), book_("Certificates", bundle_.made_at) {}

CertificateBookFile::~CertificateBookFile() {
  bundle_.download->stop();
}

std::optional<std::string> CertificateBookFile::next() {
  if (over_) return std::nullopt;
  std::string bytes;
  while (bytes.size() < piece && !over_) {
    go_on(*bundle_.download);
    if (added_ < bundle_.certificates.size()) {
      book_.add(text_of(bundle_.certificates[added_++], bundle_.public_url));
      bundle_.download->drawn();
    } else {
      book_.finish();
      over_ = true;
      bundle_.download->finish();
    }
    bytes += book_.take();
  }
  return bytes;
}

}  // namespace certificates
