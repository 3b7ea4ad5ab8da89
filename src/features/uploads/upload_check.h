// The check of an uploaded file: which rows are ready, and everything that is wrong with the others. Pure:
// what is taken is asked of the caller. Every row is judged on its own; nothing is altered, nothing accepted
// with a warning.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "access/actor.h"
#include "features/uploads/kind.h"
#include "features/uploads/upload_file.h"

namespace uploads {

struct Problem {
  std::size_t row = 0;     // its number in the file
  std::string column;      // "Email"; empty: the row as a whole
  std::string value;       // as typed, shortened; always empty for a password
  std::string what_to_do;  // a sentence or two
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

using FindTaken = std::function<std::vector<Taken>(std::span<const Row>)>;

CheckedFile check_upload(const Kind&, UploadFile, const access::Actor&, const FindTaken&);

}  // namespace uploads
