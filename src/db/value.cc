#include "db/value.h"

#include <fmt/format.h>

#include <stdexcept>

namespace db {

namespace {

[[noreturn]] void not_a(std::string_view wanted, std::size_t column, const Value& value) {
  static constexpr std::string_view names[] = {"NULL", "an integer", "text", "bytes"};
  throw std::logic_error(fmt::format("column {} is {}, not {}", column, names[value.held().index()], wanted));
}

}  // namespace

const Value& Row::at(std::size_t column) const {
  if (column >= values_.size())
    throw std::logic_error(fmt::format("column {} of a row of {} columns", column, values_.size()));
  return values_[column];
}

bool Row::is_null(std::size_t column) const {
  return at(column).is_null();
}

std::int64_t Row::integer(std::size_t column) const {
  const Value& value = at(column);
  if (const auto* number = std::get_if<std::int64_t>(&value.held())) return *number;
  not_a("an integer", column, value);
}

const std::string& Row::text(std::size_t column) const {
  const Value& value = at(column);
  if (const auto* text = std::get_if<std::string>(&value.held())) return *text;
  not_a("text", column, value);
}

const std::string& Row::blob(std::size_t column) const {
  const Value& value = at(column);
  if (const auto* blob = std::get_if<Blob>(&value.held())) return blob->bytes;
  not_a("bytes", column, value);
}

std::optional<std::int64_t> Row::maybe_integer(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

std::optional<base::Instant> Row::maybe_instant(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return instant(column);
}

std::optional<std::string> Row::maybe_text(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return text(column);
}

}  // namespace db
