// The Hub's database: SQLite or PostgreSQL behind one port. Any thread.
//
//   auto account = database.read([&](db::Connection& c) { return store.find(c, actor, id); });
//   auto added   = database.write([&](db::Connection& c) -> base::Result<AccountId> { ... });
//
// read: one consistent snapshot, and nothing can be changed in it.
// write: everything in the lambda or nothing. It is committed, durably, before write() returns. The lambda
// rolls back by throwing or by returning a Result that holds a Refusal. It may be run more than once (a
// PostgreSQL serialisation failure is tried again), on another thread (SQLite groups the writes that wait
// into one commit), and holds up other writers: so it must only talk to the database, never hash, draw,
// sleep, or call read() or write() again.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "base/refusal.h"
#include "db/connection.h"
#include "db/errors.h"

namespace db {

template <class T>
inline constexpr bool is_result = false;
template <class T>
inline constexpr bool is_result<base::Result<T>> = true;

class Database {
 public:
  struct Options {
    std::string url;              // sqlite:PATH, or a libpq URL (postgresql://..., several hosts allowed)
    std::size_t connections = 8;  // readers (SQLite) or the pool (PostgreSQL), opened as needed
    // For how long PostgreSQL may say nothing to a statement before it counts as out of reach. Migrations may
    // take longer.
    std::chrono::milliseconds patience = std::chrono::seconds{30};
  };
  // Throws Unreachable with a sentence for the operator, std::invalid_argument for a URL of neither kind.
  static std::unique_ptr<Database> open(const Options&);

  virtual ~Database() = default;

  // read(accounts::find, actor, id) is read([&](Connection& c) { return accounts::find(c, actor, id); }).
  template <class F, class... Args>
  auto read(F&& f, Args&&... args) {
    using T = std::invoke_result_t<F&, Connection&, Args&...>;
    if constexpr (std::is_void_v<T>) {
      run_read([&](Connection& c) { f(c, args...); });
    } else {
      std::optional<T> result;
      run_read([&](Connection& c) { result.emplace(f(c, args...)); });
      return std::move(*result);
    }
  }

  template <class F, class... Args>
  auto write(F&& f, Args&&... args) {
    using T = std::invoke_result_t<F&, Connection&, Args&...>;
    if constexpr (std::is_void_v<T>) {
      run_write([&](Connection& c) {
        f(c, args...);
        return Outcome::commit;
      });
    } else {
      std::optional<T> result;
      run_write([&](Connection& c) {
        result.emplace(f(c, args...));
        if constexpr (is_result<T>) return result->has_value() ? Outcome::commit : Outcome::roll_back;
        return Outcome::commit;
      });
      return std::move(*result);
    }
  }

  base::Instant now() {
    return read([](Connection& c) { return c.now(); });
  }

  virtual Dialect dialect() const = 0;
  virtual std::uint64_t statements_executed() const = 0;  // since it was opened: tests count queries with it

 protected:
  enum class Outcome { commit, roll_back };
  virtual void run_read(const std::function<void(Connection&)>&) = 0;
  virtual void run_write(const std::function<Outcome(Connection&)>&) = 0;
};

}  // namespace db
