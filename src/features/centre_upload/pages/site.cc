#include <fmt/format.h>

#include "features/accounts/centre_people.h"
#include "features/centre_upload/centre_kind.h"
#include "features/centre_upload/pages/pages.h"
#include "html/list.h"

namespace centre_upload::pages {
namespace {

std::vector<std::string> ready_cells(const uploads::Values& values) {
  return {values[name], values[number], values[first_name] + " " + values[last_name], values[email]};
}

// As they are now, with whom to tell.
void show_added(html::View::Part part, db::Database& database, const web::Request& request,
                const uploads::Upload& upload) {
  html::List list(request, fmt::format("/operator/centres/uploads/{}", std::to_underlying(upload.id)));
  std::vector<access::CentreId> ids;
  for (const auto id : list.rows_of(upload.report.added)) ids.push_back(access::CentreId{id});
  for (const auto& contact : database.read(accounts::centre_contacts, request.actor(), ids)) {
    auto row = part.add("CENTRE");
    row.set("HREF", fmt::format("/operator/centres/{}", std::to_underlying(contact.centre.id)));
    row.set("NAME", contact.centre.name).set("NUMBER", contact.centre.number);
    row.set("ADMIN", contact.name).set("EMAIL", contact.email);
  }
  list.show(part, {.one = "centre", .many = "centres"});
}

}  // namespace

uploads::pages::Site site(db::Database& database, const std::string& public_url) {
  return {
      .home = "/operator/centres",
      .home_title = "Centres",
      .title = "Upload centres",
      .fill_in =
          "Write one centre in each row: its number and name, and the first name, last name, email and "
          "password of its Centre Admin. You appoint further Centre Admins later, on the centre's page.",
      .choose_file = "Choose the file with the centres.",
      .recent_title = "The latest uploads of centres",
      .former = "A former operator",
      .advice_when_added = fmt::format(
          "Tell each Centre Admin to go to {} and to sign in with the email below and the password that you "
          "created. They choose their own password then. Your file holds all the passwords: delete it when "
          "everybody has theirs.",
          public_url),
      .ready_headings = {"Centre", "Number", "Centre Admin", "Email"},
      .ready_cells = ready_cells,
      .added_template = "features/centre_upload/pages/added_centres.html",
      .show_added = [&database](html::View::Part part, const web::Request& request,
                                const uploads::Upload& upload) {
        show_added(part, database, request, upload);
      }};
}

}  // namespace centre_upload::pages
