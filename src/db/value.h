// What goes into a statement as an argument and comes out of it as a column.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/instant.h"

namespace db {

struct Blob {
  std::string bytes;
  bool operator==(const Blob&) const = default;
};

template <class T>
concept IntegerId = std::is_enum_v<T> && std::same_as<std::underlying_type_t<T>, std::int64_t>;

// NULL, an integer (also booleans as 0 and 1, instants in milliseconds, ids), UTF-8 text, or bytes.
class Value {
 public:
  Value() = default;
  Value(std::nullptr_t) {}
  Value(bool b) : held_(std::int64_t{b}) {}
  template <std::integral T>
    requires(!std::same_as<T, bool>)
  Value(T n) : held_(static_cast<std::int64_t>(n)) {}
  Value(base::Instant at) : held_(base::to_millis(at)) {}
  template <IntegerId T>
  Value(T id) : held_(std::to_underlying(id)) {}
  Value(std::string text) : held_(std::move(text)) {}
  Value(std::string_view text) : held_(std::string(text)) {}
  Value(const char* text) : held_(std::string(text)) {}
  Value(Blob blob) : held_(std::move(blob)) {}
  template <class T>
  Value(const std::optional<T>& maybe) {
    if (maybe) *this = Value(*maybe);
  }

  bool is_null() const { return std::holds_alternative<std::monostate>(held_); }
  const std::variant<std::monostate, std::int64_t, std::string, Blob>& held() const { return held_; }

 private:
  std::variant<std::monostate, std::int64_t, std::string, Blob> held_;
};

// One row of a result, all of it in memory. Columns count from 0. Reading a column as the wrong type, NULL as
// something other than `maybe_...`, or beyond the last column throws std::logic_error: it is a mistake in the
// code.
class Row {
 public:
  explicit Row(std::vector<Value> values) : values_(std::move(values)) {}

  std::size_t size() const { return values_.size(); }
  bool is_null(std::size_t column) const;
  std::int64_t integer(std::size_t column) const;
  bool boolean(std::size_t column) const { return integer(column) != 0; }
  base::Instant instant(std::size_t column) const { return base::from_millis(integer(column)); }
  const std::string& text(std::size_t column) const;
  const std::string& blob(std::size_t column) const;
  template <IntegerId T>
  T id(std::size_t column) const {
    return T{integer(column)};
  }

  std::optional<std::int64_t> maybe_integer(std::size_t column) const;
  std::optional<base::Instant> maybe_instant(std::size_t column) const;
  std::optional<std::string> maybe_text(std::size_t column) const;

 private:
  const Value& at(std::size_t column) const;

  std::vector<Value> values_;
};

using Rows = std::vector<Row>;

}  // namespace db
