#include "db/arguments.h"

#include <fmt/format.h>

#include <stdexcept>

#include "base/text.h"
#include "db/errors.h"

namespace db {
namespace {

constexpr auto end = std::string_view::npos;

std::size_t after(std::string_view sql, std::string_view closing, std::size_t from) {
  const std::size_t at = sql.find(closing, from);
  return at == end ? sql.size() : at + closing.size();
}

// A doubled quote inside closes and opens again at once, which comes to the same.
std::size_t after_quoted(std::string_view sql, std::size_t at) {
  return after(sql, sql.substr(at, 1), at + 1);
}

std::size_t after_block_comment(std::string_view sql, std::size_t at) {
  int depth = 0;
  while (at < sql.size()) {
    const std::string_view two = sql.substr(at, 2);
    if (two == "/*") ++depth;
    if (two == "*/") --depth;
    at += two == "/*" || two == "*/" ? 2 : 1;
    if (depth == 0) return at;
  }
  return sql.size();
}

bool in_a_tag(char c) {
  return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t after_dollar_quoted(std::string_view sql, std::size_t at) {
  std::size_t i = at + 1;
  while (i < sql.size() && in_a_tag(sql[i])) ++i;
  if (i == sql.size() || sql[i] != '$') return at + 1;
  return after(sql, sql.substr(at, i + 1 - at), i + 1);
}

// Where the text that starts at `at` and cannot hold a placeholder ends.
std::size_t after_opaque(std::string_view sql, std::size_t at) {
  switch (sql[at]) {
    case '\'':
    case '"':
      return after_quoted(sql, at);
    case '$':
      return after_dollar_quoted(sql, at);
    case '-':
      return sql.substr(at, 2) == "--" ? after(sql, "\n", at) : at + 1;
    case '/':
      return sql.substr(at, 2) == "/*" ? after_block_comment(sql, at) : at + 1;
    default:
      return at + 1;
  }
}

}  // namespace

void check_arguments(std::string_view sql, std::size_t placeholders, std::span<const Value> args) {
  if (placeholders != args.size())
    throw std::logic_error(
        fmt::format("{} arguments for {} placeholders in: {}", args.size(), placeholders, sql));
  for (std::size_t i = 0; i < args.size(); ++i) {
    const auto* text = std::get_if<std::string>(&args[i].held());
    if (text && !base::is_text(*text))
      throw Error(fmt::format("argument {} is not UTF-8 text without NUL in: {}", i + 1, sql));
  }
}

NumberedSql number_placeholders(std::string_view sql) {
  NumberedSql numbered{{}, 0};
  numbered.sql.reserve(sql.size() + 16);
  for (std::size_t at = 0; at < sql.size();) {
    if (sql[at] == '?') {
      numbered.sql += '$' + std::to_string(++numbered.count);
      ++at;
    } else {
      const std::size_t next = after_opaque(sql, at);
      numbered.sql += sql.substr(at, next - at);
      at = next;
    }
  }
  return numbered;
}

}  // namespace db
