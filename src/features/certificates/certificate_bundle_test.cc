// Bundles as unzip, pdfinfo and openpyxl read them.
#include "features/certificates/certificate_bundle.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "documents/test_programs.h"
#include "features/certificates/certificate.h"

namespace certificates {
namespace {

using documents::RealPrograms;
using ::testing::HasSubstr;

class CertificateBundleTest : public ::testing::Test {
 public:
  static Certificate certificate_of(const std::string& name) {
    Certificate certificate;
    certificate.code = new_code();
    certificate.person_name = name;
    certificate.title = "Exam room essentials";
    certificate.year = "2026/27";
    certificate.centre_name = "Demo Hill School";
    certificate.centre_number = "10001";
    certificate.passed_at = certificate.issued_at = base::from_millis(1'795'442'700'000);
    certificate.valid_until = "2027-08-31";
    return certificate;
  }

  Bundle bundle(const std::vector<std::string>& names) {
    Bundle made{.certificates = {},
                .public_url = "https://hub.example.org",
                .made_at = base::from_millis(1'795'442'700'000),
                .download = download = std::make_shared<Download>(names.size())};
    for (const auto& name : names) made.certificates.push_back(certificate_of(name));
    return made;
  }

  static std::string whole(base::BodyStream& of) {
    std::string bytes;
    while (auto piece = of.next()) bytes += *piece;
    return bytes;
  }

  base::WorkPool pool{2, 1'000};
  std::shared_ptr<Download> download;
  RealPrograms programs;
};

TEST_F(CertificateBundleTest, as_a_zip_has_a_pdf_for_each_under_a_name_of_its_own) {
  CertificateZip zip(bundle({"Siân Jones", "Siân Jones", "李 小龍", "../../etc/passwd"}), pool);
  const auto path = programs.saved("c.zip", whole(zip));
  EXPECT_THAT(RealPrograms::output_of("unzip -t " + path), HasSubstr("No errors detected"));
  const auto names = RealPrograms::output_of(
      "/usr/bin/python3 -c 'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); "
      "[print(n) for n in z.namelist()]' " +
      path);
  EXPECT_EQ(names,
            "Certificate - Siân Jones - Exam room essentials 2026-27.pdf\n"
            "Certificate - Siân Jones - Exam room essentials 2026-27 (2).pdf\n"
            "Certificate - 李 小龍 - Exam room essentials 2026-27.pdf\n"
            "Certificate - -..-etc-passwd - Exam room essentials 2026-27.pdf\n"
            "Index of certificates.xlsx\n");
  EXPECT_EQ(download->state(), Download::State::finished);
  EXPECT_EQ(download->done(), 4u);
}

TEST_F(CertificateBundleTest, as_a_zip_lists_in_its_index_what_each_file_is) {
  auto chosen = bundle({"Siân Jones", "=1+1", "Ann \U000F1234"});
  const auto code = in_groups(chosen.certificates.front().code);
  CertificateZip zip(std::move(chosen), pool);
  const auto path = programs.saved("c.zip", whole(zip));
  const auto rows =
      RealPrograms::output_of("cd " + programs.folder() +
                              " && unzip -oq c.zip 'Index*' && /usr/bin/python3 -c 'import openpyxl; "
                              "[print(*r, sep=\"|\") for r in openpyxl.load_workbook(\"Index of "
                              "certificates.xlsx\").active.values]'");
  EXPECT_THAT(rows,
              HasSubstr("Siân Jones|Exam room essentials|2026/27|2026-11-23 00:00:00|2027-08-31 00:00:00|" +
                        code + "|Certificate - Siân Jones - Exam room essentials 2026-27.pdf|"));
  EXPECT_THAT(rows, HasSubstr("=1+1|Exam room"));
  EXPECT_THAT(rows, HasSubstr("Look at this one: it has letters that no font here can draw."));
}

TEST_F(CertificateBundleTest, as_a_zip_comes_in_pieces_and_stops_when_told) {
  std::vector<std::string> names;
  for (int i = 0; i < 60; ++i) names.push_back(fmt::format("Person {}", i));
  CertificateZip zip(bundle(names), pool);
  ASSERT_TRUE(zip.next());
  EXPECT_LT(download->done(), 60u);
  EXPECT_GT(download->done(), 0u);
  download->stop();
  EXPECT_THROW(zip.next(), BundleStopped);
}

TEST_F(CertificateBundleTest, is_stopped_when_its_reader_goes_away) {
  {
    CertificateZip zip(bundle({"Ann Other"}), pool);
  }
  EXPECT_EQ(download->state(), Download::State::stopped);
}

TEST_F(CertificateBundleTest, as_one_pdf_has_a_page_for_each) {
  CertificateBookFile book(bundle({"Siân Jones", "李 小龍", "محمد"}));
  const auto path = programs.saved("c.pdf", whole(book));
  EXPECT_THAT(RealPrograms::output_of("pdfinfo " + path), ::testing::ContainsRegex("Pages: +3\n"));
  EXPECT_THAT(RealPrograms::output_of("pdftotext " + path + " -"), HasSubstr("Siân Jones"));
  EXPECT_EQ(download->state(), Download::State::finished);
}

}  // namespace
}  // namespace certificates
