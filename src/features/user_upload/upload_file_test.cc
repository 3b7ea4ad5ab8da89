#include "features/uploads/upload_file.h"

#include <gmock/gmock.h>

#include "features/user_upload/user_kind.h"

namespace user_upload {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

auto read_upload(std::string_view bytes) {
  return uploads::read_upload(format(), bytes);
}

std::string refusal_of(std::string_view bytes) {
  const auto file = read_upload(bytes);
  return file ? "accepted" : file.error().fields.at(0).field + ": " + file.error().fields.at(0).message;
}

TEST(UploadFile, knows_its_columns_in_any_order_and_letter_case_with_and_without_stars) {
  const auto file =
      read_upload("ROLE,e-mail*,Last_Name,first name *,\xC2\xA0PassWord\nINV,a@b.example,Lee,Ann,secret\n");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->columns.index(role), 0u);
  EXPECT_EQ(file->columns.index(email), 1u);
  EXPECT_EQ(file->columns.index(last_name), 2u);
  EXPECT_EQ(file->columns.index(first_name), 3u);
  EXPECT_EQ(file->columns.index(password), 4u);
  EXPECT_EQ(file->rows.size(), 1u);
  EXPECT_TRUE(file->notes.empty());
}

TEST(UploadFile, knows_surname_and_forename) {
  EXPECT_EQ(refusal_of("Surname,Forename,Email address,Password,Role\na,b,c,d,e\n"), "accepted");
}

TEST(UploadFile, says_which_other_columns_are_ignored) {
  EXPECT_THAT(read_upload("First name,Last name,Email,Password,Role,Department\na,b,c,d,e,f\n")->notes,
              ElementsAre("“Department” is a column that is not needed and was ignored."));
  EXPECT_THAT(read_upload("Site,First name,Last name,Email,Password,Role,Department\ns,a,b,c,d,e,f\n")->notes,
              ElementsAre("“Site”, “Department” are columns that are not needed and were ignored."));
}

TEST(UploadFile, does_not_mention_its_own_column_of_corrections) {
  EXPECT_TRUE(
      read_upload("First name,Last name,Email,Password,Role,What to correct\na,b,c,d,e,f\n")->notes.empty());
}

TEST(UploadFile, finds_the_headings_below_a_title) {
  EXPECT_EQ(read_upload("Our invigilators\n\nFirst name,Last name,Email,Password,Role\na,b,c,d,e\n")
                ->columns.header_row,
            3u);
}

TEST(UploadFile, says_which_headings_are_missing) {
  EXPECT_EQ(refusal_of("First name,Last name,Email,Role\na,b,c,d\n"),
            "file: The column Password is missing from the headings in row 1. Add it, or copy your users "
            "into the template.");
  EXPECT_EQ(refusal_of("First name,Last name\na,b\n"),
            "file: The columns Email, Password and Role are missing from the headings in row 1. Add them, or "
            "copy your "
            "users into the template.");
}

TEST(UploadFile, refuses_a_heading_that_is_there_twice) {
  EXPECT_THAT(refusal_of("First name,Last name,Email,Password,Role,E-mail\na,b,c,d,e,f\n"),
              HasSubstr("file: The column Email is there twice in row 1"));
}

TEST(UploadFile, refuses_a_file_without_users) {
  EXPECT_THAT(refusal_of("First name,Last name,Email,Password,Role\n"),
              HasSubstr("file: There are no users below the headings in row 1"));
}

TEST(UploadFile, passes_on_why_a_file_cannot_be_read) {
  EXPECT_THAT(refusal_of("%PDF-1.7"), HasSubstr("file: This is a PDF"));
  EXPECT_THAT(refusal_of("a,b\nc,d\n"), HasSubstr("file: No row of column headings"));
}

// Nothing but the name of the heading tells of a column: whatever is longer than any takes no time.
TEST(UploadFile, a_heading_of_ten_thousand_stars_took_seconds) {
  const auto start = std::clock();
  const std::string row =
      std::string(10'000, '*') + "," + std::string(10'000, '-') + "," + std::string(10'000, '_') + "\n";
  std::string csv;
  for (int i = 0; i < 20; ++i) csv += row;
  EXPECT_THAT(refusal_of(csv), HasSubstr("No row of column headings"));
  EXPECT_LT(std::clock() - start, CLOCKS_PER_SEC / 2);
}

TEST(UploadFile, a_missing_heading_made_the_file_be_read_twice) {
  EXPECT_THAT(refusal_of("a,b\nFirst name,Last name,Email,Role\na,b,c,d\n"),
              HasSubstr("file: The column Password is missing from the headings in row 2."));
  EXPECT_THAT(refusal_of("First name,Last name,Email,Role\n\"a,b,c,d\n"),
              HasSubstr("file: A quotation mark that opens in row 2 is never closed"));
}

TEST(UploadFile, tells_that_an_alphabet_was_guessed) {
  EXPECT_THAT(read_upload("First name,Last name,Email,Password,Role\nSi\xE2n,b,c,d,e\n")->notes,
              ElementsAre(HasSubstr("Western European")));
}

}  // namespace
}  // namespace user_upload
