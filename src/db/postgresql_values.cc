#include "db/postgresql_values.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <stdexcept>

#include "db/errors.h"

namespace db {

namespace {

constexpr int binary = 1;

// The types of pg_type.dat that the project's SQL can yield.
enum PgType : Oid {
  pg_bool = 16,
  pg_bytea = 17,
  pg_name = 19,
  pg_int8 = 20,
  pg_int2 = 21,
  pg_int4 = 23,
  pg_text = 25,
  pg_unknown = 705,
  pg_bpchar = 1042,
  pg_varchar = 1043,
  pg_void = 2278,
};

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

std::int64_t integer_of(std::string_view bytes) {
  const std::uint64_t number = big_endian(bytes);
  if (bytes.size() == 2) return static_cast<std::int16_t>(number);
  if (bytes.size() == 4) return static_cast<std::int32_t>(number);
  return static_cast<std::int64_t>(number);
}

Value value_of(const PGresult* result, int row, int column) {
  if (PQgetisnull(result, row, column)) return nullptr;
  const std::string_view bytes(PQgetvalue(result, row, column),
                               static_cast<std::size_t>(PQgetlength(result, row, column)));
  switch (const Oid type = PQftype(result, column)) {
    case pg_bool:
    case pg_int2:
    case pg_int4:
    case pg_int8:
      return integer_of(bytes);
    case pg_text:
    case pg_varchar:
    case pg_bpchar:
    case pg_name:
    case pg_unknown:
      return std::string(bytes);
    case pg_bytea:
      return Blob{std::string(bytes)};
    case pg_void:
      return nullptr;
    default:
      throw std::logic_error(
          fmt::format("column {} has PostgreSQL's type {}: CAST it to BIGINT or TEXT", column, type));
  }
}

}  // namespace

PostgresqlArguments::PostgresqlArguments(std::span<const Value> args) {
  digits_.reserve(args.size());  // so that the digits stay where values_ points
  for (const Value& arg : args) {
    if (const auto* number = std::get_if<std::int64_t>(&arg.held())) {
      const std::string& digits = digits_.emplace_back(std::to_string(*number));
      add(digits.c_str(), digits.size(), false);
    } else if (const auto* text = std::get_if<std::string>(&arg.held())) {
      add(text->data(), text->size(), true);
    } else if (const auto* blob = std::get_if<Blob>(&arg.held())) {
      add(blob->bytes.data(), blob->bytes.size(), true);
    } else {
      add(nullptr, 0, true);
    }
  }
}

void PostgresqlArguments::add(const char* value, std::size_t length, bool is_binary) {
  if (length > 0x3FFFFFFF) throw Error("an argument of more than 1 GiB");
  values_.push_back(value);
  lengths_.push_back(static_cast<int>(length));
  formats_.push_back(is_binary ? binary : 0);
}

Rows rows_of(const PGresult* result) {
  Rows rows;
  const int count = PQntuples(result);
  const int columns = PQnfields(result);
  rows.reserve(static_cast<std::size_t>(count));
  for (int row = 0; row < count; ++row) {
    std::vector<Value> values;
    values.reserve(static_cast<std::size_t>(columns));
    for (int column = 0; column < columns; ++column) values.push_back(value_of(result, row, column));
    rows.emplace_back(std::move(values));
  }
  return rows;
}

}  // namespace db
