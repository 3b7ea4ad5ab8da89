// Many certificates as one file that is pulled piece by piece, memory flat however many they are. When the
// reader goes away the bundle is destroyed, and the drawing stops. A bundle that was stopped throws
// BundleStopped.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/body_stream.h"
#include "base/work_pool.h"
#include "documents/certificate.h"
#include "documents/file_name.h"
#include "documents/workbook.h"
#include "documents/zip_stream.h"
#include "features/certificates/certificate.h"
#include "features/certificates/downloads.h"
#include "features/certificates/drawing_ahead.h"

namespace certificates {

class BundleStopped : public std::runtime_error {
 public:
  BundleStopped() : std::runtime_error("the download was stopped") {}
};

struct Bundle {
  std::vector<Certificate> certificates;
  std::string public_url;
  base::Instant made_at;
  std::shared_ptr<Download> download;
};

// A ZIP with a PDF for each, no two of one name, and an index sheet. Drawn on all threads of the pool.
class CertificateZip : public base::BodyStream {
 public:
  CertificateZip(Bundle, base::WorkPool&);
  ~CertificateZip() override;
  std::optional<std::string> next() override;

 private:
  void fill_ahead();
  void add_next();
  void add_index();

  Bundle bundle_;
  documents::ZipStream zip_;
  documents::FileNames names_;
  std::unique_ptr<documents::Workbook> index_;
  DrawingAhead drawings_;
  std::size_t pushed_ = 0;
  std::size_t added_ = 0;
  bool over_ = false;
};

// One PDF with a page for each, for printing.
class CertificateBookFile : public base::BodyStream {
 public:
  explicit CertificateBookFile(Bundle);
  ~CertificateBookFile() override;
  std::optional<std::string> next() override;

 private:
  Bundle bundle_;
  documents::CertificateBook book_;
  std::size_t added_ = 0;
  bool over_ = false;
};

}  // namespace certificates
