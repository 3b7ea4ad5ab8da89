#include "features/accounts/account.h"
#include "features/audit/actions.h"
#include "features/centre_upload/centre_kind.h"

namespace centre_upload {
namespace {

std::string as_it_is(std::string_view value) {
  return std::string(value);
}

std::vector<uploads::Column> columns() {
  return {
      {.name = "Centre number",
       .form_field = "number",
       .example = "00000",
       .headings = {"centrenumber", "number", "centreno", "centreno."},
       .note = "Five digits, as the awarding bodies know it. It stays the same for ever.",
       .width = 16,
       .same = as_it_is,
       .if_twice = "Leave it in one of them only: you appoint further Centre Admins on the centre's page.",
       .whose = "this centre's"},
      {.name = "Centre name",
       .form_field = "name",
       .example = "Example School",
       .headings = {"centrename", "centre", "school", "schoolname"},
       .note = "As it should read on certificates.",
       .width = 36},
      {.name = "First name",
       .form_field = "first_name",
       .example = "Alex",
       .headings = {"firstname", "forename", "givenname", "firstnames"},
       .note = "Of the exams officer who becomes the Centre Admin."},
      {.name = "Last name",
       .form_field = "last_name",
       .example = "Example",
       .headings = {"lastname", "surname", "familyname"},
       .note = "Of the exams officer who becomes the Centre Admin."},
      {.name = "Email",
       .form_field = "email",
       .example = "alex.example@school.example",
       .headings = {"email", "emailaddress"},
       .note =
           "The Centre Admin's. Wherever possible their email address at the centre: they sign in with it.",
       .width = 36,
       .same = accounts::email_key,
       .if_twice = "Leave it in one of them only: a person can be in one centre.",
       .whose = "this person's"},
      {.name = "Password",
       .form_field = "password",
       .example = "four words you choose",
       .headings = {"password"},
       .note = "At least 12 characters, for example four words that have nothing to do with each other. The "
               "Centre "
               "Admin chooses their own at first sign-in.",
       .width = 34,
       .secret = true},
  };
}

std::vector<std::string> instructions() {
  return {
      "How to upload centres",
      "1. Save this workbook under a name of your own (Save As): it opens as read-only so that the template "
      "stays as "
      "it is.",
      "2. On the sheet Centres write one centre in each row, with the person who becomes its Centre Admin. "
      "Every "
      "column "
      "with a star must be filled in. The example in row 2 is left out when the file is uploaded; you may "
      "overwrite or "
      "delete it.",
      "3. Centre number: five digits, as the awarding bodies know it. The column is text, so that zeros at "
      "the front "
      "stay.",
      "4. The Centre Admin is an exams officer who owns the centre's accounts. A centre has one row: you "
      "appoint "
      "further Centre Admins on its page in the Hub.",
      "5. Password: at least 12 characters and not easy to guess, for example four words that have nothing "
      "to do with "
      "each other. Each Centre Admin chooses their own at first sign-in.",
      "6. One email can have one account in the whole Hub.",
      "7. Save and close the file. In the Hub choose Centres, Upload centres, choose the file, and look at "
      "the check: "
      "no centre is added before you press Add. A file may have 2,000 centres.",
      "You may add columns of your own; they are not read. Order and letter case of the headings do not "
      "matter.",
      "Delete the file when the centres are added and the Centre Admins have their passwords: it holds all "
      "of them.",
  };
}

}  // namespace

const uploads::Format& format() {
  static const uploads::Format made{
      .code = "centres",
      .one = "centre",
      .many = "centres",
      .none = "no centre",
      .none_first = "No centre",
      .sheet = "Centres",
      .taken_since = "Centre numbers or emails were registered since the check",
      .template_name = "CentreUploadTemplate",
      .most_rows = 2'000,
      .columns = columns(),
      .instructions = instructions(),
      .checked = audit::action::centre_upload_checked,
      .added = audit::action::centre_upload_added,
      .failed = audit::action::centre_upload_failed,
  };
  return made;
}

}  // namespace centre_upload
