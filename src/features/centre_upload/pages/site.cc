#include <fmt/format.h>

#include "features/centre_upload/centre_kind.h"
#include "features/centre_upload/pages/added_centres.h"
#include "features/centre_upload/pages/pages.h"

namespace centre_upload::pages {
namespace {

std::vector<std::string> ready_cells(const uploads::Values& values) {
  return {values[name], values[number], values[first_name] + " " + values[last_name], values[email]};
}

}  // namespace

uploads::pages::Site site(db::Database& database, const std::string& public_url) {
  return {.home = "/operator/centres",
          .home_title = "Centres",
          .title = "Upload centres",
          .fill_in =
              "Write one centre in each row: its number and name, and the first name, last name, email and "
              "password of its Centre Admin. You appoint further Centre Admins later, on the centre's page.",
          .choose_file = "Choose the file with the centres.",
          .recent_title = "The latest uploads of centres",
          .former = "A former operator",
          .advice_when_added = fmt::format("Tell each Centre Admin to go to {} and to sign in with the email "
                                           "below and the password that you created. "
                                           "They choose their own password then. Your file holds all the "
                                           "passwords: delete it when everybody has "
                                           "theirs.",
                                           public_url),
          .ready_headings = {"Centre", "Number", "Centre Admin", "Email"},
          .ready_cells = ready_cells,
          .added_template = "features/centre_upload/pages/added_centres.html",
          .show_added = [&database](html::View::Part list, const web::Request& request,
                                    const uploads::Upload& upload) {
            show_added_centres(list, database, request, upload);
          }};
}

}  // namespace centre_upload::pages
