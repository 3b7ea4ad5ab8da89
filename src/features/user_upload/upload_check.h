// The check of an uploaded file: which rows are ready, and everything that is wrong with the others. Pure: who already
// has an email is asked of the caller. Every row is judged on its own; nothing is altered, nothing accepted with a
// warning.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "access/actor.h"
#include "features/accounts/account_store.h"
#include "features/user_upload/secret.h"
#include "features/user_upload/upload_file.h"

namespace user_upload {

struct Problem {
  std::size_t row = 0;     // its number in the file
  std::string column;      // "Email"; empty: the row as a whole
  std::string value;       // as typed, shortened; always empty for a password
  std::string what_to_do;  // a sentence or two
};

struct ReadyRow {
  std::size_t number = 0;
  accounts::PersonFields person;
  Secret password;
};

struct ProblemRow {
  std::size_t number = 0;
  std::vector<Secret> cells;  // all of the row, as typed
};

struct CheckedFile {
  Columns columns;
  std::vector<ReadyRow> ready;
  std::vector<ProblemRow> problem_rows;
  std::vector<Problem> problems;   // by row, then in the template's order of columns
  std::vector<std::string> notes;  // sentences
};

// Who has these folded emails, one answer each, in order.
using EmailOwners = std::function<std::vector<accounts::EmailOwner>(std::span<const std::string> email_keys)>;

CheckedFile check_upload(UploadFile, const access::Actor&, const EmailOwners&);

}  // namespace user_upload
