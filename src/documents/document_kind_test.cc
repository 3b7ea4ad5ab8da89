#include "documents/document_kind.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/spreadsheet_examples.h"

namespace documents {
namespace {

using ::testing::HasSubstr;

std::string refusal(std::string_view bytes) {
  const auto kind = document_kind(bytes);
  return kind ? "" : kind.error().fields.front().message;
}

TEST(DocumentKindOf, is_told_by_the_bytes) {
  EXPECT_EQ(document_kind("%PDF-1.7\n...\n%%EOF\n").value(), DocumentKind::pdf);
  EXPECT_EQ(
      document_kind(examples::zip_of({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w/>"}}))
          .value(),
      DocumentKind::docx);
  EXPECT_EQ(
      document_kind(examples::zip_of({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<w/>"}}))
          .value(),
      DocumentKind::xlsx);
}

TEST(DocumentKindOf, is_refused_for_anything_else_however_it_is_called) {
  for (const std::string_view bytes :
       {"MZ\x90", "<html><script>alert(1)</script>", "GIF89a", "#!/bin/sh\n", " %PDF-1.7"}) {
    EXPECT_THAT(refusal(bytes), HasSubstr("Upload a PDF")) << bytes;
  }
  EXPECT_THAT(refusal(""), HasSubstr("empty"));
  EXPECT_THAT(refusal(examples::zip_of({{"a.exe", "MZ"}})), HasSubstr("ZIP file"));
  EXPECT_THAT(
      refusal(examples::zip_of({{"[Content_Types].xml", "<Types/>"}, {"ppt/presentation.xml", "<p/>"}})),
      HasSubstr("Upload a PDF"));
}

TEST(DocumentKindOf, is_refused_for_macros_passwords_and_half_a_file) {
  EXPECT_THAT(refusal(examples::zip_of({{"[Content_Types].xml", "<Types/>"},
                                        {"word/document.xml", "<w/>"},
                                        {"word/vbaProject.bin", "x"}})),
              HasSubstr("macros"));
  EXPECT_THAT(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"), HasSubstr("password"));
  EXPECT_THAT(refusal("%PDF-1.7\nbroken off"), HasSubstr("not saved completely"));
  const auto whole = examples::zip_of({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w/>"}});
  EXPECT_THAT(refusal(whole.substr(0, whole.size() / 2)), HasSubstr("not saved completely"));
}

}  // namespace
}  // namespace documents
