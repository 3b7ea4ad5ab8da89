// What one kind of upload is about: the columns of its template, how one row is judged, how the ready rows
// are added. Everything else (reading the file, holding its passwords, hashing them, all or nothing, the
// pages) is the same for every kind and knows none of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "base/refusal.h"
#include "db/connection.h"
#include "features/audit/actions.h"
#include "features/uploads/secret.h"

namespace uploads {

// A column of the template. Every one must be filled in.
struct Column {
  std::string_view name;        // "First name"; the template adds a star
  std::string_view form_field;  // "first_name", as a FieldError about it says
  std::string_view example;     // in the template's example row; a row that is all example is left out
  std::array<std::string_view, 4>
      headings{};         // under which a file may have it: folded, without spaces and hyphens
  std::string_view note;  // shown in the template beside a cell that is selected
  double width = 24;      // in characters
  std::span<const std::string_view> choices{};      // of the template's drop-down
  bool secret = false;                              // the password: one column has it
  std::string (*same)(std::string_view) = nullptr;  // no two rows of a file may have what this makes the same
  std::string_view if_twice{};                      // then what to do, a sentence
  std::string_view
      whose{};  // "this person's": who must have a value of their own, not the example's; else empty
};

struct Format {
  std::string_view code;         // in the upload table
  std::string_view one;          // "user"
  std::string_view many;         // "users"
  std::string_view none;         // what was not added: "nobody", "no centre"
  std::string_view none_first;   // the same at the beginning of a sentence
  std::string_view sheet;        // of the workbooks: "Users"
  std::string_view taken_since;  // "Emails were registered since the check", for the audit
  std::string_view template_name;
  std::size_t most_rows;
  std::vector<Column> columns;  // in the template's order
  std::vector<std::string> instructions;
  audit::Action checked, added, failed;
};

// One for each column, white space at the ends off; the password's is empty.
using Values = std::vector<std::string>;

struct Row {
  std::size_t number = 0;  // in the file
  Values values;
};

struct ReadyRow {
  Row row;
  Secret password;
};

// A row that cannot be added because somebody or something has its email, or its number, already.
struct Taken {
  std::size_t at;  // which of the rows that were asked about
  std::size_t column;
  std::string what_to_do;     // for the check
  std::string what_happened;  // where it was free at the check and is not now
};

// The rows that somebody confirmed, with the hashes of their passwords in the same order.
struct Confirmed {
  std::optional<int> declaration_version;
  std::span<const ReadyRow> rows;
  std::span<const std::string> hashes;
};

class Kind {
 public:
  virtual ~Kind() = default;

  virtual const Format& format() const = 0;
  // Of the declaration that whoever uploads must tick; nothing where none is asked for.
  virtual std::optional<int> declaration_version() const { return {}; }

  // What is wrong with one row by itself, beside the columns' form fields. Pure.
  virtual std::vector<base::FieldError> judge(const access::Actor&, const Values&,
                                              const std::string& password) const = 0;
  // Only what the actor may know of who has it.
  virtual std::vector<Taken> taken(db::Connection&, const access::Actor&,
                                   std::span<const Row> rows) const = 0;

  // Still, when it comes to adding.
  virtual bool may_add(db::Connection&, const access::Actor&) const = 0;
  // All of them, or none: refuses conflict where something was taken meanwhile. Returns the ids of what was
  // added where the upload's page lists it, else nothing.
  virtual base::Result<std::vector<std::int64_t>> add(db::Connection&, const access::Actor&,
                                                      const Confirmed&) const = 0;
};

}  // namespace uploads
