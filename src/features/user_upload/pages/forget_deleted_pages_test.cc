// Whoever is deleted is named by no check of their centre's files any more.
#include <gmock/gmock.h>

#include "support/page/test_browser.h"

namespace user_upload {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class DeletedUser : public test::PageTest {};
INSTANTIATE_TEST_SUITE_P(Databases, DeletedUser, test::both_databases(), test::database_name);

TEST_P(DeletedUser, is_named_no_more_on_the_page_of_a_file_that_named_them) {
  auto admin = signed_in(cast().here.admin);
  admin.get("/users/upload");
  const auto upload =
      admin.post_file("/users/upload", {{"declaration", "yes"}}, "file", "users.csv",
                      "First name,Last name,Email,Password,Role\n"
                      "Ivan,Invigilator,invigilator@here.example,tulip harbour velvet cactus,INV\n"
                      "Lena,Leader,leader@here.example,tulip harbour velvet cactus,SLT\n");
  ASSERT_EQ(upload.status, 303);
  ASSERT_THAT(admin.get(upload.location).body, HasSubstr("Ivan Invigilator"));
  const auto deleted =
      admin.post(fmt::format("/users/{}/delete", std::to_underlying(cast().here.invigilator.account)),
                 {{"confirm", "DELETE"}});
  ASSERT_EQ(deleted.status, 303);
  const auto page = admin.get(upload.location).body;
  EXPECT_THAT(page, Not(HasSubstr("Ivan")));
  EXPECT_THAT(page, Not(HasSubstr("invigilator@here.example")));
  EXPECT_THAT(page, HasSubstr("leader@here.example"));
}

}  // namespace
}  // namespace user_upload
