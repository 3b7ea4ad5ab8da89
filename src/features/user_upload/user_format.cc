#include "features/user_upload/user_kind.h"

namespace user_upload {
namespace {

constexpr std::array<std::string_view, 3> roles{"EO", "SLT", "INV"};

std::vector<uploads::Column> columns() {
  return {
      {.name = "First name",
       .form_field = "first_name",
       .example = "Alex",
       .headings = {"firstname", "forename", "givenname", "firstnames"},
       .note = "As it should read on the certificate."},
      {.name = "Last name",
       .form_field = "last_name",
       .example = "Example",
       .headings = {"lastname", "surname", "familyname"},
       .note = "As it should read on the certificate."},
      {.name = "Email",
       .form_field = "email",
       .example = "alex.example@school.example",
       .headings = {"email", "emailaddress"},
       .note = "One email for each person. Use centre email addresses wherever possible.",
       .width = 36,
       .same = accounts::email_key,
       .if_twice = "Leave it in one of them only.",
       .whose = "this person's"},
      {.name = "Password",
       .form_field = "password",
       .example = "four words you choose",
       .headings = {"password"},
       .note = "At least 12 characters, for example four words that have nothing to do with each other. The "
               "person "
               "chooses their own at first sign-in.",
       .width = 34,
       .secret = true},
      {.name = "Role",
       .form_field = "role",
       .example = "INV",
       .headings = {"role", "userrole"},
       .note = "EO: exams officer or assistant, who may add and manage users. SLT: senior leader. INV: "
               "invigilator.",
       .width = 10,
       .choices = roles},
  };
}

std::vector<std::string> instructions() {
  return {
      "How to upload users",
      "1. Save this workbook under a name of your own (Save As): it opens as read-only so that the template "
      "stays as "
      "it is.",
      "2. On the sheet Users write one person in each row. Every column with a star must be filled in. The "
      "example in "
      "row 2 is left out when the file is uploaded; you may overwrite or delete it.",
      "3. Role is EO, SLT or INV. EO may create and manage user accounts. Those who only invigilate must be "
      "INV, which "
      "gives access to the assessments for invigilators and nothing else.",
      "4. Password: at least 12 characters and not easy to guess, for example four words that have nothing "
      "to do with "
      "each other. Each person chooses their own at first sign-in.",
      "5. One email can have one account. Where a person is already registered, delete their row.",
      "6. Save and close the file. In the Hub choose User Management, + Upload Users, choose the file, and "
      "look at the "
      "check: nobody is added before you press Add.",
      "You may add columns of your own; they are not read. Order and letter case of the headings do not "
      "matter.",
      "Delete the file when the users are added and have their passwords: it holds all of them.",
  };
}

}  // namespace

const uploads::Format& format() {
  static const uploads::Format made{
      .code = "users",
      .one = "user",
      .many = "users",
      .none = "nobody",
      .none_first = "Nobody",
      .sheet = "Users",
      .taken_since = "Emails were registered since the check",
      .template_name = "UserUploadTemplate",
      .most_rows = 10'000,
      .columns = columns(),
      .instructions = instructions(),
      .checked = audit::action::upload_checked,
      .added = audit::action::upload_added,
      .failed = audit::action::upload_failed,
  };
  return made;
}

}  // namespace user_upload
