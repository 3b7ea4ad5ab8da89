// The cells of a file's rows by the columns of its kind.
#pragma once

#include <optional>
#include <string>

#include "features/uploads/upload_columns.h"

namespace uploads {

class RowCells {
 public:
  // Both outlive it.
  RowCells(const Format& format, const Columns& columns) : format_(format), columns_(columns) {}

  const documents::Cell& of(const documents::SheetRow&, std::size_t column) const;
  Values values(const documents::SheetRow&) const;  // without the password
  std::string password(const documents::SheetRow&) const;

  bool blank(const documents::SheetRow&) const;       // nothing under any heading of the format
  bool is_example(const documents::SheetRow&) const;  // the template's, untouched
  // The first cell with something in it under no heading at all.
  std::optional<std::size_t> stray(const documents::SheetRow&) const;

 private:
  std::string text(const documents::SheetRow&, std::size_t column) const;

  const Format& format_;
  const Columns& columns_;
};

}  // namespace uploads
