#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "base/random.h"
#include "features/uploads/uploads.h"
#include "features/user_upload/user_kind.h"

namespace user_upload {
namespace {

using ::testing::ElementsAre;

TEST(Template, is_read_back_with_its_example_left_out) {
  const auto file = uploads::read_upload(format(), uploads::template_workbook(format()));
  ASSERT_TRUE(file);
  EXPECT_THAT(file->columns.headings,
              ElementsAre("First name*", "Last name*", "Email*", "Password*", "Role*"));
  const access::Actor officer{.account = {},
                              .centre = {},
                              .role = access::Role::exams_officer,
                              .name = {},
                              .centre_name = {},
                              .centre_number = {}};
  const auto kind = users();
  const auto checked =
      uploads::check_upload(*kind, *file, officer, [](auto) { return std::vector<uploads::Taken>{}; });
  EXPECT_TRUE(checked.ready.empty());
  EXPECT_TRUE(checked.problems.empty());
  EXPECT_THAT(checked.notes, ElementsAre("Row 2 is the template's example and was left out."));
}

TEST(Template, opens_in_libreoffice_and_comes_back_from_it_as_it_was) {
  const auto folder = std::filesystem::temp_directory_path() / ("exams-hub-" + base::random_token(8));
  std::filesystem::create_directories(folder);
  const std::string file = (folder / "UserUploadTemplate.xlsx").string();
  std::ofstream(file, std::ios::binary) << uploads::template_workbook(format());
  const std::string command = fmt::format(
      "soffice -env:UserInstallation=file://{0}/profile --headless --convert-to ods --outdir {0} {1} "
      ">{0}/said 2>&1",
      folder.string(), file);
  ASSERT_EQ(std::system(command.c_str()), 0);
  std::ostringstream saved;
  saved << std::ifstream(folder / "UserUploadTemplate.ods", std::ios::binary).rdbuf();
  const auto read = uploads::read_upload(format(), saved.str());
  std::filesystem::remove_all(folder);
  ASSERT_TRUE(read);
  EXPECT_THAT(read->columns.headings,
              ElementsAre("First name*", "Last name*", "Email*", "Password*", "Role*"));
  ASSERT_EQ(read->rows.size(), 1u);
  EXPECT_EQ(read->rows[0].cells.at(4).text, "INV");
}

}  // namespace
}  // namespace user_upload
