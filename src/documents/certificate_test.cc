// Certificates as the programs that people use read them: pdftotext, pdffonts, pdfinfo, pdftoppm, zbarimg.
#include "documents/certificate.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <thread>

#include "documents/test_programs.h"

namespace documents {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

CertificateText certificate_for(std::string name) {
  return {.person_name = std::move(name),
          .assessment = "Exam room essentials",
          .year = "2026/27",
          .centre_name = "Demo Hill School",
          .centre_number = "10001",
          .passed_at = base::from_millis(1'795'442'700'000),
          .issued_at = base::from_millis(1'795'442'700'000),
          .valid_until = "31 August 2027",
          .code = "7K2M-9QXR-4TBW-C3HN-V8PD-6FGJ",
          .verify_url = "https://hub.example.org/verify/7K2M-9QXR-4TBW-C3HN-V8PD-6FGJ"};
}

class CertificatePdf : public ::testing::Test {
 public:
  std::string text_of(const std::string& pdf) {
    return RealPrograms::output_of("pdftotext -layout " + programs.saved("c.pdf", pdf) + " -");
  }
  std::string fonts_of(const std::string& pdf) {
    return RealPrograms::output_of("pdffonts " + programs.saved("c.pdf", pdf));
  }
  std::string info_of(const std::string& pdf) {
    return RealPrograms::output_of("pdfinfo " + programs.saved("c.pdf", pdf));
  }
  RealPrograms programs;
};

TEST_F(CertificatePdf, states_person_assessment_centre_dates_and_code) {
  const auto text = text_of(certificate_pdf(certificate_for("Siân Jones")).bytes);
  for (const auto* said :
       {"Siân Jones", "Exam room essentials", "2026/27", "Demo Hill School", "10001", "23 November 2026",
        "31 August 2027", "7K2M-9QXR-4TBW-C3HN-V8PD-6FGJ", "hub.example.org/verify"}) {
    EXPECT_THAT(text, HasSubstr(said));
  }
}

TEST_F(CertificatePdf, says_nothing_of_an_end_where_there_is_none) {
  auto certificate = certificate_for("Siân Jones");
  certificate.valid_until.clear();
  EXPECT_THAT(text_of(certificate_pdf(certificate).bytes), Not(HasSubstr("VALID UNTIL")));
}

TEST_F(CertificatePdf, is_one_landscape_a4_page_with_title_and_tags) {
  const auto info = info_of(certificate_pdf(certificate_for("Siân Jones")).bytes);
  EXPECT_THAT(info, HasSubstr("Title:           Certificate - Siân Jones - Exam room essentials 2026/27"));
  EXPECT_THAT(info, ::testing::ContainsRegex("Tagged: +yes"));
  EXPECT_THAT(info, ::testing::ContainsRegex("Pages: +1\n"));
  EXPECT_THAT(info, HasSubstr("842 x 595 pts"));
}

TEST_F(CertificatePdf, says_that_it_is_in_british_english_and_is_whole) {
  const auto pdf = certificate_pdf(certificate_for("Siân Jones")).bytes;
  EXPECT_THAT(pdf, HasSubstr("/Lang (en-GB)"));
  EXPECT_THAT(pdf, HasSubstr("/DisplayDocTitle true"));
  const auto told = pdf.rfind("startxref\n") + 10;
  EXPECT_EQ(pdf.substr(std::stoul(pdf.substr(told)), 5), "xref\n");
  EXPECT_THAT(info_of(pdf), Not(HasSubstr("Error")));
}

TEST_F(CertificatePdf, holds_a_qr_code_that_leads_to_the_check) {
  const auto pdf = programs.saved("qr.pdf", certificate_pdf(certificate_for("Siân Jones")).bytes);
  RealPrograms::output_of(fmt::format("pdftoppm -r 150 -png {} {}/qr", pdf, programs.folder()));
  EXPECT_THAT(RealPrograms::output_of(fmt::format("zbarimg -q --raw {}/qr*.png", programs.folder())),
              HasSubstr("https://hub.example.org/verify/7K2M-9QXR-4TBW-C3HN-V8PD-6FGJ\n"));
}

struct Script {
  const char* script;
  const char* name;
  const char* font;
};

class EveryScript : public CertificatePdf, public ::testing::WithParamInterface<Script> {};

TEST_P(EveryScript, has_its_letters_with_fonts_embedded_and_subset) {
  const auto drawn = certificate_pdf(certificate_for(GetParam().name));
  EXPECT_EQ(drawn.unknown_characters, 0u);
  const auto fonts = fonts_of(drawn.bytes);
  EXPECT_THAT(fonts, HasSubstr(GetParam().font));
  EXPECT_THAT(fonts, Not(HasSubstr(" no  yes "))) << "a font that is not embedded";
  EXPECT_THAT(fonts, Not(HasSubstr(" yes no  "))) << "a font that is not subset";
}

INSTANTIATE_TEST_SUITE_P(Names, EveryScript,
                         ::testing::Values(Script{"Welsh", "Siân Ŵyn Ŷs-Llŷr", "NotoSerifDisplay"},
                                           Script{"Polish", "Łukasz Żółć", "NotoSerifDisplay"},
                                           Script{"Arabic", "محمد عبد الله", "NotoNaskhArabic"},
                                           Script{"Devanagari", "प्रिया शर्मा", "NotoSerifDevanagari"},
                                           Script{"Chinese", "李小龍", "NotoSerifCJK"},
                                           Script{"Hebrew", "דוד כהן", "Hebrew"},
                                           Script{"Tamil", "தமிழ்ச்செல்வி", "Tamil"}),
                         [](const auto& of) { return of.param.script; });

TEST_F(CertificatePdf, joins_arabic_letters_and_forms_devanagari_clusters) {
  // Shaped text has fewer or other glyphs than it has letters; what can be copied out of it is still the
  // name.
  EXPECT_THAT(text_of(certificate_pdf(certificate_for("प्रिया शर्मा")).bytes), HasSubstr("प्रिया"));
  EXPECT_NE(certificate_pdf(certificate_for("محمد")).bytes,
            certificate_pdf(certificate_for("م ح م د")).bytes);
}

TEST_F(CertificatePdf, shrinks_a_long_name_and_breaks_a_very_long_one_without_losing_any_of_it) {
  std::string long_name = "Wilhelmina-Alexandra";
  for (int i = 0; i < 8; ++i) long_name += " Featherstonehaugh";
  const auto text = text_of(certificate_pdf(certificate_for(long_name)).bytes);
  std::size_t found = 0;
  for (auto at = text.find("Featherstonehaugh"); at != std::string::npos;
       at = text.find("Featherstonehaugh", at + 1)) {
    ++found;
  }
  EXPECT_EQ(found, 8u);
  EXPECT_THAT(text, HasSubstr("Exam room essentials"));
}

TEST_F(CertificatePdf, takes_the_longest_name_there_may_be_even_without_a_space) {
  const auto drawn = certificate_pdf(certificate_for(std::string(100, 'W') + " " + std::string(100, 'W')));
  EXPECT_THAT(info_of(drawn.bytes), ::testing::ContainsRegex("Pages: +1\n"));
}

TEST_F(CertificatePdf, the_end_of_an_unbroken_name_was_left_off_and_hyphens_put_into_it) {
  for (const auto& name : {std::string(200, 'W'), std::string(100, 'W') + " " + std::string(100, 'W')}) {
    const auto text = text_of(certificate_pdf(certificate_for(name)).bytes);
    const auto said = text.substr(0, text.find("has passed"));
    EXPECT_EQ(std::ranges::count(said, 'W'), 200) << said;
    EXPECT_THAT(said, AllOf(Not(HasSubstr("-")), Not(HasSubstr("…")), Not(HasSubstr("..."))));
  }
}

TEST_F(CertificatePdf, an_emoji_with_joiners_was_drawn_as_the_numbers_of_its_parts) {
  for (const char* name :
       {"Ann 👩‍🏫 Lee", "👨‍👩‍👧‍👦 ❤️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 Siân"})
    EXPECT_EQ(certificate_pdf(certificate_for(name)).unknown_characters, 0u) << name;
}

TEST_F(CertificatePdf, tells_of_characters_that_no_font_has) {
  EXPECT_EQ(certificate_pdf(certificate_for("Ann \U000F1234")).unknown_characters, 1u);
}

TEST_F(CertificatePdf, is_the_same_bytes_for_the_same_text_whichever_thread_draws_it) {
  const auto here = certificate_pdf(certificate_for("Siân 李 محمد")).bytes;
  std::string there;
  std::jthread([&] { there = certificate_pdf(certificate_for("Siân 李 محمد")).bytes; }).join();
  certificate_pdf(certificate_for("Somebody Else"));
  EXPECT_TRUE(here == certificate_pdf(certificate_for("Siân 李 محمد")).bytes);
  EXPECT_TRUE(here == there);
}

TEST_F(CertificatePdf, is_drawn_right_by_several_threads_at_once) {
  const auto alone = certificate_pdf(certificate_for("Siân 李 محمد")).bytes;
  std::vector<std::jthread> threads;
  std::atomic<int> same = 0;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 5; ++i)
        same += certificate_pdf(certificate_for("Siân 李 محمد")).bytes == alone ? 1 : 0;
    });
  }
  threads.clear();
  EXPECT_EQ(same, 20);
}

TEST_F(CertificatePdf, of_an_address_with_quotes_is_still_a_pdf) {
  auto certificate = certificate_for("Ann O'Neil (the \\ elder)");
  certificate.verify_url = "https://hub.example.org/it's/verify/7K2M";
  EXPECT_THAT(text_of(certificate_pdf(certificate).bytes), HasSubstr("O'Neil (the \\ elder)"));
}

TEST_F(CertificatePdf, of_many_has_a_page_for_each_and_grows_as_they_are_added) {
  CertificateBook book("Certificates", base::from_millis(1'795'442'700'000));
  std::string pdf;
  for (int i = 0; i < 30; ++i) {
    book.add(certificate_for(fmt::format("Person Number{}", i)));
    pdf += book.take();
  }
  EXPECT_GT(pdf.size(), 30'000u);
  book.finish();
  pdf += book.take();
  EXPECT_THAT(info_of(pdf), ::testing::ContainsRegex("Pages: +30\n"));
  EXPECT_THAT(info_of(pdf), Not(HasSubstr("Error")));
  EXPECT_THAT(text_of(pdf), HasSubstr("Person Number29"));
}

TEST_F(CertificatePdf, is_drawn_as_a_picture_too) {
  const auto png = programs.saved("c.png", certificate_png(certificate_for("Siân Jones")).bytes);
  EXPECT_THAT(RealPrograms::output_of("file " + png), HasSubstr("PNG image data, 2105 x 1488"));
  EXPECT_THAT(RealPrograms::output_of("zbarimg -q --raw " + png),
              HasSubstr("https://hub.example.org/verify/"));
}

}  // namespace
}  // namespace documents
