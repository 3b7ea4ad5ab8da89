#include "features/user_upload/pages/pages.h"
#include "features/user_upload/user_kind.h"

namespace user_upload::pages {
namespace {

std::vector<std::string> ready_cells(const uploads::Values& values) {
  return {values[first_name] + " " + values[last_name], values[email], values[role]};
}

}  // namespace

uploads::pages::Site site() {
  return {
      .home = "/users",
      .home_title = "User Management",
      .title = "Upload users",
      .fill_in =
          "Write one person in each row: first name, last name, email, password, and as role EO, SLT or INV.",
      .choose_file = "Choose the file with your users.",
      .recent_title = "Your centre's latest uploads",
      .former = "A former user",
      .advice_when_added =
          "Tell each of them their email and password. They choose a password of their own when they "
          "first sign in. Your file holds all the passwords: delete it when everybody has theirs.",
      .ready_headings = {"Name", "Email", "Role"},
      .ready_cells = ready_cells};
}

}  // namespace user_upload::pages
