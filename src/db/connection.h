// One connection inside one transaction, as db::Database hands it to a lambda. The same SQL text serves both
// databases: `?` for each argument, CAST(x AS t) and never ::, booleans as 0 and 1, times as BIGINT
// milliseconds, RETURNING and ON CONFLICT welcome. Not for two threads at once; never keep it after the
// lambda.
//
// PostgreSQL takes an argument's type from what stands around it. Where nothing does (`? IS NULL`, `SELECT
// ?`, INSERT ... SELECT ?) write CAST(? AS BIGINT) or CAST(? AS TEXT). A sum of BIGINTs or an average is
// neither integer nor text: CAST it too. After a statement failed, nothing more can be run in its
// transaction, and it cannot be committed.
#pragma once

#include <algorithm>
#include <concepts>
#include <iterator>
#include <span>
#include <string_view>
#include <vector>

#include "db/query.h"
#include "db/value.h"

namespace db {

enum class Dialect { sqlite, postgresql };

class Connection {
 public:
  virtual ~Connection() = default;

  // Runs one statement (a literal: it is kept prepared) and returns all its rows. One of the arguments may be
  // db::keys(...) of any number: it runs once for every 256 of them, so that an order holds within these
  // only, and a key that is there twice brings its rows once for each 256; not at all for none.
  template <class... Args>
  Rows exec(std::string_view sql, const Args&... args) {
    if constexpr (sizeof...(args) == 0) {
      return run(sql, {});
    } else if constexpr ((std::same_as<Args, Keys> || ...)) {
      Rows all;
      for (const auto& part : keys_in(args...).parts()) {
        std::ranges::move(exec(Query(sql, part_for(args, part)...)), std::back_inserter(all));
      }
      return all;
    } else {
      const Value values[] = {Value(args)...};
      return run(sql, values);
    }
  }
  Rows exec(const Query& query) { return run(query.sql(), query.args()); }
  // Where the arguments are a list of their own.
  Rows exec_values(std::string_view sql, std::span<const Value> args) { return run(sql, args); }

  // One statement for many rows of arguments, without a round trip for each; throws as exec would, at the
  // first failure.
  virtual void exec_many(std::string_view sql, std::span<const std::vector<Value>> rows) = 0;

  // Several statements without arguments, their rows ignored: what a migration is.
  virtual void run_script(std::string_view sql) = 0;

  // The one clock of the Hub: the database's. Does not stand still within a transaction. clock() is the same
  // as an expression, for a statement that tells the time by the way.
  base::Instant now() { return run(std::string("SELECT ").append(clock()), {}).front().instant(0); }
  virtual std::string_view clock() const = 0;

  virtual Dialect dialect() const = 0;

 protected:
  virtual Rows run(std::string_view sql, std::span<const Value> args) = 0;

 private:
  template <class First, class... Rest>
  static const Keys& keys_in(const First& first, const Rest&... rest) {
    if constexpr (std::same_as<First, Keys>) {
      return first;
    } else {
      return keys_in(rest...);
    }
  }
  template <class T>
  static const T& part_for(const T& arg, const Keys& part) {
    if constexpr (std::same_as<T, Keys>) {
      return part;
    } else {
      return arg;
    }
  }
};

}  // namespace db
