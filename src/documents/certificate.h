// Certificates as PDF, PNG, and many in one PDF: A4 landscape, every script shaped, fonts embedded and
// subset, tagged, with title and language. The same text gives the same bytes. Any thread; the first drawing
// of a thread reads the list of fonts (some 100 ms).
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "base/instant.h"

namespace documents {

// What a certificate says, as it is to be read; all of it valid UTF-8.
struct CertificateText {
  std::string person_name;
  std::string assessment;  // its title
  std::string year;        // 2026/27
  std::string centre_name;
  std::string centre_number;
  base::Instant passed_at;
  base::Instant issued_at;
  std::string valid_until;  // 31 August 2027; empty: no end
  std::string code;         // grouped for reading
  std::string verify_url;   // what the QR code holds: https://hub.example.org/verify/CODE
};

// `unknown_characters`: how many of them no installed font can draw (a box stands there instead).
struct DrawnCertificate {
  std::string bytes;
  std::size_t unknown_characters = 0;
};

DrawnCertificate certificate_pdf(const CertificateText&);
DrawnCertificate certificate_png(const CertificateText&);  // 2,105 x 1,488, for 180 dots per inch

// One PDF with a page for each certificate, taken away while it grows: add(), take(), ..., finish(), take().
// One thread at a time.
class CertificateBook {
 public:
  explicit CertificateBook(const std::string& title, base::Instant made_at);
  ~CertificateBook();

  std::size_t add(const CertificateText&);  // the characters that no font can draw
  void finish();
  std::string take();  // the bytes since the last take; may be empty

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace documents
