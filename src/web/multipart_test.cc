#include <gtest/gtest.h>

#include "web/form.h"

namespace web {
namespace {

// A part as a browser sends it.
std::string part(std::string_view disposition, std::string_view bytes) {
  return "--B\r\nContent-Disposition: form-data; " + std::string(disposition) + "\r\n\r\n" +
         std::string(bytes) + "\r\n";
}

const std::string last = "--B--\r\n";

TEST(Multipart, ReadsFieldsAndFiles) {
  const auto form =
      parse_multipart(part("name=\"csrf\"", "token") +
                          "--B\r\nContent-Disposition: form-data; name=\"file\"; "
                          "filename=\"Users.xlsx\"\r\nContent-Type: application/x\r\n\r\nPK\r\n" +
                          last,
                      "B");
  ASSERT_TRUE(form);
  EXPECT_EQ(form->get("csrf"), "token");
  ASSERT_NE(form->file("file"), nullptr);
  EXPECT_EQ(form->file("file")->filename, "Users.xlsx");
  EXPECT_EQ(form->file("file")->bytes, "PK");
  EXPECT_EQ(form->file("csrf"), nullptr);
}

TEST(Multipart, KeepsAFilesBytesExactly) {
  using namespace std::string_literals;
  const std::string bytes = "\0\r\n--\r\n--A\r\n\xFF--B\r\n"s;
  const auto form = parse_multipart(part("name=\"f\"; filename=\"x\"", bytes) + last, "B");
  ASSERT_TRUE(form);
  EXPECT_EQ(form->file("f")->bytes, bytes);
}

TEST(Multipart, ReadsNamesAsBrowsersEscapeThem) {
  const auto form =
      parse_multipart(part("name=\"a%22b%0D%0A\"; filename=\"C:\\docs\\J\\\"Łukasz.csv\"", "x") + last, "B");
  ASSERT_TRUE(form);
  ASSERT_EQ(form->files.size(), 1U);
  EXPECT_EQ(form->files[0].field, "a\"b\r\n");
  EXPECT_EQ(form->files[0].filename, "J\"Łukasz.csv");
}

TEST(Multipart, ShowsAFilesNameWithoutItsFolder) {
  const auto form = parse_multipart(part("name=\"f\"; filename=\"../../etc/passwd\"", "x") + last, "B");
  EXPECT_EQ(form->file("f")->filename, "passwd");
}

TEST(Multipart, TakesAFileInputLeftEmptyForNoFile) {
  const auto form = parse_multipart(part("name=\"file\"; filename=\"\"", "") + last, "B");
  ASSERT_TRUE(form);
  EXPECT_EQ(form->file("file"), nullptr);
}

TEST(Multipart, TakesAFormWithoutFields) {
  EXPECT_TRUE(parse_multipart(last, "B"));
}

TEST(Multipart, RefusesWhatIsCutShort) {
  const std::string whole = part("name=\"a\"", "1") + part("name=\"f\"; filename=\"x\"", "22") + "--B--";
  ASSERT_TRUE(parse_multipart(whole, "B"));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_FALSE(parse_multipart(whole.substr(0, length), "B")) << length;
  }
}

TEST(Multipart, RefusesWhatStandsBeforeOrAfterTheParts) {
  const std::string body = part("name=\"a\"", "1") + last;
  for (const auto& odd : {"x" + body, "\r\n" + body, body + "x", body + "\r\n", body + body}) {
    EXPECT_FALSE(parse_multipart(odd, "B")) << odd;
  }
}

TEST(Multipart, RefusesOddPartHeads) {
  for (const auto* head :
       {"", "name=\"a\"", "Content-Disposition: form-data", "Content-Disposition: attachment; name=\"a\"",
        "Content-Disposition: form-data; name=a", "Content-Disposition: form-data; name=\"a",
        "Content-Disposition", "Content-Disposition: form-data; name=\"a\"; name=\"b\"",
        "Content-Disposition: form-data; name=\"a\" x",
        "Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''x",
        "Content-Disposition: form-data; filename=\"a\"",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64",
        "Content-Disposition: form-data; name=\"a\nb\"", "Content-Disposition: form-data; name=\"\xFF\""}) {
    EXPECT_FALSE(parse_multipart("--B\r\n" + std::string(head) + "\r\n\r\n1\r\n" + last, "B")) << head;
  }
}

TEST(Multipart, RefusesFieldsThatAreNotText) {
  EXPECT_FALSE(parse_multipart(part("name=\"a\"", "\xC3\x28") + last, "B"));
  EXPECT_FALSE(parse_multipart(part("name=\"a\"", std::string("\0", 1)) + last, "B"));
}

TEST(Multipart, RefusesBoundariesOutsideTheStandard) {
  const std::string long_one(71, 'b');
  EXPECT_FALSE(parse_multipart("----\r\n", ""));
  EXPECT_FALSE(parse_multipart("--" + long_one + "--", long_one));
  EXPECT_FALSE(parse_multipart("--a ;--", "a ;"));
  EXPECT_FALSE(parse_multipart("--a --", "a "));
}

TEST(Multipart, RefusesMoreThanTwentyThousandParts) {
  std::string body;
  for (int i = 0; i < 20'001; ++i) body += part("name=\"a\"", "");
  EXPECT_FALSE(parse_multipart(body + last, "B"));
}

TEST(ParseForm, GoesByTheContentType) {
  EXPECT_EQ(parse_form("application/x-www-form-urlencoded; charset=UTF-8", "a=1")->get("a"), "1");
  EXPECT_EQ(parse_form("Multipart/Form-Data; boundary=B", part("name=\"a\"", "1") + last)->get("a"), "1");
  EXPECT_EQ(parse_form("multipart/form-data;boundary=\"B\"", part("name=\"a\"", "1") + last)->get("a"), "1");
  EXPECT_TRUE(parse_form("text/plain", "a=1")->fields.items().empty());
  EXPECT_TRUE(parse_form("", "a=1")->fields.items().empty());
}

TEST(ParseForm, RefusesABodyThatIsNotWhatItSays) {
  EXPECT_FALSE(parse_form("application/x-www-form-urlencoded", "a=%"));
  EXPECT_FALSE(parse_form("multipart/form-data", last));
  EXPECT_FALSE(parse_form("multipart/form-data; boundary=C", last));
}

}  // namespace
}  // namespace web
