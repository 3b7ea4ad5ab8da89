#include <fmt/format.h>
#include <gmock/gmock.h>

#include "documents/test_programs.h"
#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "features/certificates/certificate.h"
#include "features/certificates/certificate_store.h"
#include "support/page/test_browser.h"

namespace certificates {
namespace {

using documents::RealPrograms;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class CertificatePages : public test::PageTest {
 public:
  CertificatePages() {
    database().write([](db::Connection& c) { assessments::publish(c, test::assessment(), nullptr).value(); });
    code = passed(cast().here.invigilator);
  }

  std::string passed(const access::Actor& actor) {
    IssueAtPass issue;
    return database().write([&](db::Connection& c) {
      issue.passed(c, {actor.centre, actor.account, "exam-room-essentials", "2026/27", 1, c.now()});
      return c.exec("SELECT code FROM certificate WHERE account_id = ?", actor.account).at(0).text(0);
    });
  }

  std::string address(std::string_view rest = "") { return fmt::format("/certificates/{}{}", code, rest); }
  std::string text_of(const std::string& pdf) {
    return RealPrograms::output_of("pdftotext -layout " + programs.saved("c.pdf", pdf) + " -");
  }
  std::string reissued() {
    auto officer = signed_in(cast().here.officer);
    officer.get(address());
    const auto answer = officer.post(address("/reissue"));
    EXPECT_EQ(answer.status, 303);
    return answer.location.substr(14, code_characters);
  }

  RealPrograms programs;
  std::string code;
};
INSTANTIATE_TEST_SUITE_P(Databases, CertificatePages, test::both_databases(), test::database_name);

TEST_P(CertificatePages, shows_and_downloads_ones_own_certificate) {
  auto browser = signed_in(cast().here.invigilator);
  const auto page = browser.get(address());
  EXPECT_EQ(page.status, 200);
  for (const auto* said : {"Ivan Invigilator", "Exam room essentials, 2026/27", "Demo Hill School (10001)",
                           "31 August 2027", "Genuine and current"}) {
    EXPECT_THAT(page.body, HasSubstr(said));
  }
  EXPECT_THAT(page.body, HasSubstr(in_groups(code)));
  EXPECT_THAT(page.body, Not(HasSubstr("Reissue")));

  const auto pdf = browser.get(address(".pdf"));
  EXPECT_EQ(pdf.header("content-type"), "application/pdf");
  EXPECT_THAT(pdf.header("content-disposition"), StartsWith("inline"));
  EXPECT_THAT(text_of(pdf.body), HasSubstr("Ivan Invigilator"));
  EXPECT_THAT(
      browser.get(address(".pdf?download=1")).header("content-disposition"),
      HasSubstr(
          "attachment; filename=\"Certificate - Ivan Invigilator - Exam room essentials 2026-27.pdf\""));
}

TEST_P(CertificatePages, is_the_same_bytes_each_time) {
  auto browser = signed_in(cast().here.officer);
  EXPECT_EQ(browser.get(address(".pdf")).body, browser.get(address(".pdf")).body);
}

TEST_P(CertificatePages, exports_the_certificate_as_a_picture) {
  auto browser = signed_in(cast().here.officer);
  const auto png = browser.get(address(".png?download=1"));
  EXPECT_EQ(png.header("content-type"), "image/png");
  EXPECT_THAT(png.header("content-disposition"), HasSubstr("2026-27.png"));
  EXPECT_THAT(png.body, StartsWith("\x89PNG"));
}

TEST_P(CertificatePages, is_unknown_to_everybody_but_its_owner_and_the_centres_officers) {
  for (const auto* actor : {&cast().here.officer, &cast().here.admin}) {
    EXPECT_EQ(signed_in(*actor).get(address(".pdf")).status, 200) << actor->name;
  }
  for (const auto* actor : {&cast().here.leader, &cast().there.admin, &cast().there.invigilator}) {
    auto browser = signed_in(*actor);
    for (const auto* rest : {"", ".pdf", ".png"})
      EXPECT_EQ(browser.get(address(rest)).status, 404) << actor->name;
  }
  EXPECT_EQ(signed_in(cast().here.officer).get("/certificates/0000000000000000000000000000.pdf").status, 404);
}

TEST_P(CertificatePages, reissues_with_a_corrected_name_and_leads_from_the_old_one_to_the_new) {
  database().write([&](db::Connection& c) {
    c.exec("UPDATE account SET first_name = 'Siân' WHERE id = ?", cast().here.invigilator.account);
  });
  auto officer = signed_in(cast().here.officer);
  EXPECT_THAT(officer.get(address()).body,
              HasSubstr("the account now says <strong>Siân Invigilator</strong>"));
  const auto answer = officer.post(address("/reissue"));
  ASSERT_EQ(answer.status, 303);
  const auto page = officer.follow(answer);
  EXPECT_THAT(page.body, HasSubstr("The certificate was reissued."));
  EXPECT_THAT(page.body, HasSubstr("Siân Invigilator"));

  const auto old_page = officer.get(address());
  EXPECT_THAT(old_page.body, HasSubstr("This certificate was replaced by a new one"));
  EXPECT_THAT(old_page.body, Not(HasSubstr("Download PDF")));
  const auto old_pdf = officer.get(address(".pdf?download=1"));
  EXPECT_EQ(old_pdf.status, 303);
  EXPECT_THAT(text_of(officer.follow(old_pdf).body), HasSubstr("Siân Invigilator"));
  EXPECT_EQ(officer.post(address("/reissue")).status, 409);
}

TEST_P(CertificatePages, withdraws_only_for_a_centre_admin_who_writes_the_word) {
  auto officer = signed_in(cast().here.officer);
  EXPECT_THAT(officer.get(address()).body, Not(HasSubstr("/withdraw")));
  EXPECT_EQ(officer.get(address("/withdraw")).status, 403);

  auto admin = signed_in(cast().here.admin);
  EXPECT_THAT(admin.get(address()).body, HasSubstr(address("/withdraw")));
  admin.get(address("/withdraw"));
  const auto refused = admin.post(address("/withdraw"), {{"confirm", "withdraw"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Write WITHDRAW, in capital letters"));
  EXPECT_EQ(admin.post(address("/withdraw"), {{"confirm", "WITHDRAW"}}).status, 303);
  EXPECT_THAT(admin.get(address()).body, HasSubstr("This certificate was withdrawn"));
  EXPECT_EQ(admin.get(address(".pdf")).status, 409);
  EXPECT_EQ(signed_in(cast().here.invigilator).get(address(".pdf")).status, 409);
  EXPECT_THAT(stranger().get("/verify/" + code).body, HasSubstr("This certificate was withdrawn."));
}

TEST_P(CertificatePages, tells_anyone_who_has_the_code_whether_it_is_genuine_and_current) {
  const auto page = stranger().get("/verify/" + code);
  EXPECT_EQ(page.status, 200);
  for (const auto* said : {"genuine and current", "Ivan Invigilator", "Exam room essentials, 2026/27",
                           "Demo Hill School (10001)", "31 August 2027"}) {
    EXPECT_THAT(page.body, HasSubstr(said));
  }
  const auto replacement = reissued();
  EXPECT_THAT(stranger().get("/verify/" + code).body, HasSubstr("This certificate was replaced."));
  EXPECT_THAT(stranger().get("/verify/" + code).body, Not(HasSubstr(replacement)));
  EXPECT_THAT(stranger().get("/verify/" + replacement).body, HasSubstr("genuine and current"));
}

TEST_P(CertificatePages, tells_that_a_certificate_has_expired) {
  database().write([](db::Connection& c) { c.exec("UPDATE certificate SET valid_until = '2020-08-31'"); });
  EXPECT_THAT(stranger().get("/verify/" + code).body, HasSubstr("It was valid until 31 August 2020."));
  EXPECT_THAT(signed_in(cast().here.invigilator).get(address()).body,
              HasSubstr("This certificate was valid until 31 August 2020."));
}

TEST_P(CertificatePages, tells_that_nobody_has_a_code) {
  const auto page = stranger().get("/verify/0000000000000000000000000000");
  EXPECT_EQ(page.status, 404);
  EXPECT_THAT(page.body, HasSubstr("No certificate has this code."));
}

TEST_P(CertificatePages, takes_a_code_typed_by_hand) {
  auto browser = stranger();
  EXPECT_THAT(browser.get("/verify").body, HasSubstr("name=\"code\""));
  std::string typed;
  for (const char c : in_groups(code)) typed += c == '-' ? '+' : static_cast<char>(std::tolower(c));
  const auto answer = browser.get("/verify?code=" + typed);
  EXPECT_EQ(answer.location, "/verify/" + code);
  EXPECT_THAT(browser.follow(answer).body, HasSubstr("genuine and current"));

  const auto refused = browser.get("/verify?code=ABC");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Type all 28 letters and digits of the code"));
}

TEST_P(CertificatePages, holds_back_an_address_that_checks_without_end) {
  auto browser = stranger();
  int held_back = 0;
  for (int i = 0; i < 40; ++i) {
    const auto answer = browser.get("/verify/" + code);
    if (answer.status != 429) continue;
    ++held_back;
    EXPECT_FALSE(answer.header("retry-after").empty());
  }
  EXPECT_GT(held_back, 5);
}

TEST_P(CertificatePages, let_whoever_has_an_ipv6_network_check_without_end) {
  int held_back = 0;
  for (int i = 1; i <= 40; ++i) {
    web::Request request;
    request.path = "/verify/" + code;
    request.peer = fmt::format("2001:db8:0:1::{:x}", i);
    if (hub().dispatcher().respond(request).status == 429) ++held_back;
  }
  EXPECT_GT(held_back, 5);
}

TEST_P(CertificatePages, downloads_everybodys_certificates_as_a_zip_and_shows_how_far_it_is) {
  passed(cast().here.officer);
  passed(cast().there.invigilator);
  auto officer = signed_in(cast().here.officer);
  const auto page = officer.get("/summary/certificates");
  EXPECT_THAT(page.body, HasSubstr("<strong>2 certificates</strong> of the 4 users"));
  const auto at = page.body.find("/summary/certificates.zip?job=");
  ASSERT_NE(at, std::string::npos);
  const auto job = page.body.substr(at + 30, 16);
  const auto progress = "/summary/certificates/progress?job=" + job;
  EXPECT_THAT(officer.get(progress).body, HasSubstr("When the download has begun"));

  const auto zip = officer.get("/summary/certificates.zip?job=" + job);
  EXPECT_EQ(zip.header("content-type"), "application/zip");
  EXPECT_THAT(zip.header("content-disposition"), HasSubstr("attachment; filename=\"Certificates 2"));
  const auto listing = RealPrograms::output_of("unzip -l " + programs.saved("c.zip", zip.body));
  EXPECT_THAT(listing, HasSubstr("Certificate - Ivan Invigilator - Exam room essentials 2026-27.pdf"));
  EXPECT_THAT(listing, HasSubstr("Certificate - Oscar Officer - Exam room essentials 2026-27.pdf"));
  EXPECT_THAT(listing, HasSubstr("3 files"));
  EXPECT_THAT(officer.get(progress).body, HasSubstr("All done: 2 certificates."));
  EXPECT_THAT(signed_in(cast().here.admin).get(progress).body, Not(HasSubstr("All done")));
}

TEST_P(CertificatePages, downloads_only_whom_the_filters_let_through) {
  passed(cast().here.officer);
  auto officer = signed_in(cast().here.officer);
  const auto pdf = officer.get("/summary/certificates.pdf?q=ivan");
  EXPECT_THAT(text_of(pdf.body), HasSubstr("Ivan Invigilator"));
  EXPECT_THAT(text_of(pdf.body), Not(HasSubstr("Oscar Officer")));
  EXPECT_THAT(officer.get("/summary/certificates?q=nobody").body, HasSubstr("No certificates to download"));
  EXPECT_EQ(officer.get("/summary/certificates.pdf?q=nobody").status, 409);
  EXPECT_EQ(signed_in(cast().here.leader).get("/summary/certificates.zip").status, 403);
}

TEST_P(CertificatePages, stops_a_download_of_ones_own_alone) {
  auto officer = signed_in(cast().here.officer);
  officer.get("/summary/certificates.zip?job=mine");
  const auto answer = officer.post("/summary/certificates/stop", {{"job", "mine"}});
  EXPECT_EQ(answer.location, "/summary/certificates/progress?job=mine");
  EXPECT_THAT(officer.follow(answer).body, HasSubstr("All done: 1 certificate.")) << "it was over already";
  auto admin = signed_in(cast().here.admin);
  admin.get("/summary/certificates");
  EXPECT_EQ(admin.post("/summary/certificates/stop", {{"job", "mine"}}).status, 303);
}

TEST_P(CertificatePages, keeps_in_the_audit_who_downloaded_whose_certificates) {
  signed_in(cast().here.officer).get("/summary/certificates.zip?q=ivan");
  const auto page = signed_in(cast().here.admin).get("/audit").body;
  EXPECT_THAT(page, HasSubstr("Downloaded certificates of several people"));
  EXPECT_THAT(page, HasSubstr("Filter q: ivan"));
}

}  // namespace
}  // namespace certificates
