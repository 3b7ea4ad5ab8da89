// What a statement can fail with. Everything else (a wrong number of arguments, SQL that does not parse) is
// std::logic_error. Whatever a statement failed with, its transaction is over: only throwing or refusing is
// left.
#pragma once

#include <stdexcept>
#include <string>

#include "base/unavailable.h"

namespace db {

// Itself: text that is not UTF-8 or holds NUL, or a value too big to keep. Nothing that a checked input can
// bring about.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A constraint said no. Stores turn the ones they expect into a Refusal: by ON CONFLICT, or by letting the
// exception leave write() and catching it there.
class UniqueViolation : public Error {
 public:
  using Error::Error;
};
class ForeignKeyViolation : public Error {
 public:
  using Error::Error;
};
class CheckViolation : public Error {  // CHECK, NOT NULL, and what a trigger raises
 public:
  using Error::Error;
};

// Two transactions crossed; Database::write has already tried again as often as it is worth. 503.
class Contended : public base::Unavailable {
 public:
  using Unavailable::Unavailable;
};

// The server is gone, the disk is full, the file cannot be opened. 503; the next request opens a connection
// afresh.
class Unreachable : public base::Unavailable {
 public:
  using Unavailable::Unavailable;
};

}  // namespace db
