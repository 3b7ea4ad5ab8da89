// How a rule says no. A refusal is an expected answer to a person ("this email is taken"), never a fault of
// the machine: what breaks throws instead (see unavailable.h and the exceptions of db/errors.h).
#pragma once

#include <chrono>
#include <expected>
#include <string>
#include <utility>
#include <vector>

namespace base {

// What is wrong with one field of a form or one cell of a file: `field` is its name in the form, `message` a
// whole sentence in plain English that says what to do.
struct FieldError {
  std::string field;
  std::string message;

  bool operator==(const FieldError&) const = default;
};

struct Refusal {
  enum class Kind {
    bad_input,  // 422: the form again, with `fields`
    forbidden,  // 403: this actor may not, whatever the input; kept in the audit
    not_found,  // 404: no such thing in this actor's centre
    conflict,   // 409: somebody else changed it meanwhile
    too_many,   // 429: try again after `retry_after`
    too_large,  // 413
  };

  Kind kind;
  std::string message;  // a whole sentence for the person, empty where `fields` say it all
  std::vector<FieldError> fields{};
  std::chrono::seconds retry_after{0};

  static Refusal bad_input(std::vector<FieldError> fields) {
    return {Kind::bad_input, {}, std::move(fields)};
  }
  static Refusal bad_input(std::string field, std::string message) {
    return {Kind::bad_input, {}, {{std::move(field), std::move(message)}}};
  }
  static Refusal forbidden(std::string message) { return {Kind::forbidden, std::move(message)}; }
  static Refusal not_found() { return {Kind::not_found, {}}; }
  static Refusal conflict(std::string message) { return {Kind::conflict, std::move(message)}; }
};

template <class T>
using Result = std::expected<T, Refusal>;

inline std::unexpected<Refusal> refuse(Refusal refusal) {
  return std::unexpected(std::move(refusal));
}

}  // namespace base
