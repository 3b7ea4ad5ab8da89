// A statement put together as it goes, each piece with its arguments; and many keys as one argument.
#pragma once

#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "db/value.h"

namespace db {

// For "id IN (?)". The `?` becomes as many as there are keys, rounded up and filled with the last one, so
// that a few texts serve all numbers and stay prepared.
class Keys {
 public:
  static constexpr std::size_t at_once = 256;

  explicit Keys(std::vector<Value> values) : values_(std::move(values)) {}

  std::size_t size() const { return values_.size(); }
  std::vector<Keys> parts() const;    // of at most `at_once` each; none of no keys
  std::vector<Value> filled() const;  // 1, 8, 64 or 256; throws std::logic_error for none and for more

 private:
  std::vector<Value> values_;
};

template <std::ranges::range Range>
Keys keys(const Range& range) {
  return Keys(std::vector<Value>(std::ranges::begin(range), std::ranges::end(range)));
}

class Query {
 public:
  template <class... Args>
  explicit Query(std::string_view sql, const Args&... args) {
    also(sql, args...);
  }

  // Arguments are Values, or Keys of at most Keys::at_once.
  template <class... Args>
  Query& also(std::string_view sql, const Args&... args) {
    if constexpr (sizeof...(args) == 0) {
      sql_ += sql;
    } else {
      const Argument all[] = {argument(args)...};
      add(sql, all);
    }
    return *this;
  }

  // " AND ..." for each word that was typed: it is somewhere in `column`, an expression that holds what
  // base::search_key makes of a text. So words find in any order, in any letters, with or without accents.
  // Nothing for nothing typed; words after the eighth narrow no further.
  Query& search(std::string_view column, std::string_view typed);

  const std::string& sql() const { return sql_; }
  const std::vector<Value>& args() const { return args_; }

 private:
  using Argument = std::variant<Value, Keys>;
  template <class T>
  static Argument argument(const T& arg) {
    return Value(arg);
  }
  static Argument argument(const Keys& keys) { return keys; }
  void add(std::string_view sql, std::span<const Argument> args);

  std::string sql_;
  std::vector<Value> args_;
};

}  // namespace db
