// ZIP files as unzip and Python read them.
#include "documents/zip_stream.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "documents/file_name.h"
#include "documents/test_programs.h"

namespace documents {
namespace {

using ::testing::HasSubstr;

constexpr auto noon = base::from_millis(1'795'435'200'000);

TEST(ZipStream, is_whole_for_unzip_with_its_names_in_any_script) {
  ZipStream zip;
  zip.add("Certificate - Siân Jones.pdf", "one", noon);
  zip.add("Certificate - 李 محمد.pdf", std::string(300'000, 'x'), noon);
  std::string bytes = zip.take();
  zip.finish();
  bytes += zip.take();

  RealPrograms programs;
  const auto path = programs.saved("c.zip", bytes);
  EXPECT_THAT(RealPrograms::output_of("unzip -t " + path), HasSubstr("No errors detected"));
  const auto names = RealPrograms::output_of(
      "/usr/bin/python3 -c 'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); "
      "[print(n.filename, n.file_size) for n in z.infolist()]' " +
      path);
  EXPECT_THAT(names, HasSubstr("Certificate - Siân Jones.pdf 3"));
  EXPECT_THAT(names, HasSubstr("Certificate - 李 محمد.pdf 300000"));
}

TEST(ZipStream, gives_away_each_file_once_it_is_added) {
  ZipStream zip;
  zip.add("a.pdf", std::string(10'000, 'x'), noon);
  EXPECT_GE(zip.take().size(), 10'000u);
  EXPECT_EQ(zip.take(), "");
}

TEST(ZipStream, with_nothing_in_it_is_a_zip_all_the_same) {
  ZipStream zip;
  zip.finish();
  RealPrograms programs;
  EXPECT_THAT(RealPrograms::output_of("unzip -t " + programs.saved("empty.zip", zip.take())),
              HasSubstr("empty"));
}

TEST(ZipStream, may_be_left_half_written) {
  ZipStream zip;
  zip.add("a.pdf", "x", noon);
}

TEST(FileName, keeps_letters_of_every_script) {
  EXPECT_EQ(file_name_part("Siân O'Neil-李 محمد"), "Siân O'Neil-李 محمد");
}

TEST(FileName, has_a_hyphen_for_what_some_system_does_not_allow) {
  EXPECT_EQ(file_name_part("Essentials 2026/27: a \"test\"?"), "Essentials 2026-27- a -test--");
}

TEST(FileName, loses_what_hides_or_turns_a_name) {
  EXPECT_EQ(file_name_part("..evil\n\t name\x7f "), "evil name");
  EXPECT_EQ(file_name_part("abc\u202Efdp.exe"), "abcfdp.exe");
  EXPECT_EQ(file_name_part("..."), "-");
}

TEST(FileName, of_a_device_could_not_be_saved_on_Windows) {
  EXPECT_EQ(file_name_part("con"), "con-");
  EXPECT_EQ(file_name_part("Aux.pdf"), "Aux-.pdf");
  EXPECT_EQ(file_name_part("LPT1.a.b"), "LPT1-.a.b");
  EXPECT_EQ(file_name_part("conduct"), "conduct");
  EXPECT_EQ(file_name_part("com0"), "com0");
}

TEST(FileName, ends_with_a_whole_character) {
  std::string name;
  for (int i = 0; i < 100; ++i) name += "李";
  EXPECT_EQ(file_name_part(name).size(), 120u);
}

TEST(FileNames, are_never_the_same_file_on_any_system) {
  FileNames names;
  EXPECT_EQ(names.unique("Certificate - Siân Jones", ".pdf"), "Certificate - Siân Jones.pdf");
  EXPECT_EQ(names.unique("Certificate - Siân Jones", ".pdf"), "Certificate - Siân Jones (2).pdf");
  EXPECT_EQ(names.unique("certificate - SIÂN JONES", ".pdf"), "certificate - SIÂN JONES (3).pdf");
  EXPECT_EQ(names.unique("Certificate - Sia\u0302n Jones", ".pdf"), "Certificate - Sia\u0302n Jones (4).pdf")
      << "the same letters, composed otherwise";
}

}  // namespace
}  // namespace documents
