// One PostgreSQL connection with its prepared statements. One thread at a time.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "db/connection.h"

struct pg_conn;
struct pg_result;

namespace db {

class PostgresqlConnection final : public Connection {
 public:
  // Throws Unreachable, also later where the server says nothing for as long as `patience`. `executed` counts
  // the statements of the whole Database.
  PostgresqlConnection(const std::string& url, std::chrono::milliseconds patience,
                       std::atomic<std::uint64_t>& executed);

  void exec_many(std::string_view sql, std::span<const std::vector<Value>> rows) override;
  void run_script(std::string_view sql) override;
  std::string_view clock() const override;
  Dialect dialect() const override { return Dialect::postgresql; }

  void control(const char* sql);  // BEGIN and COMMIT: not counted
  void roll_back() noexcept;      // usable() says whether it could
  bool usable() const;            // false: the connection must not be used for another transaction
  bool failed() const;            // a statement of this transaction failed: COMMIT would roll back

 private:
  struct Close {
    void operator()(pg_conn*) const;
  };
  struct Clear {
    void operator()(pg_result*) const;
  };
  using Result = std::unique_ptr<pg_result, Clear>;
  struct Statement {
    std::string name;
    std::size_t placeholders;
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  Rows run(std::string_view sql, std::span<const Value> args) override;
  void configure();
  void await_answer(std::string_view what, std::chrono::milliseconds patience);
  Result answer(std::string_view what, std::chrono::milliseconds patience);
  void simple(const char* sql, std::string_view what, std::chrono::milliseconds patience);
  const Statement& prepared(std::string_view sql);
  void forget_statements();
  void run_pipelined(const Statement&, std::string_view sql, std::span<const std::vector<Value>> rows);
  void send_pipelined(const Statement&, std::string_view sql, std::span<const std::vector<Value>> rows);
  Result receive_pipelined(std::size_t rows, std::string_view sql);
  void check(const pg_result*, std::string_view sql);
  [[noreturn]] void fail(const pg_result*, std::string_view sql);

  const std::chrono::milliseconds patience_;
  std::atomic<std::uint64_t>& executed_;
  std::unique_ptr<pg_conn, Close> connection_;
  std::unordered_map<std::string, Statement, Hash, std::equal_to<>> statements_;
  std::uint64_t names_given_ = 0;
  bool useless_ = false;
};

// PostgreSQL's SQLSTATEs as the exceptions of db/errors.h.
// `what`: the statement, or what was being done. Names no value of a row.
[[noreturn]] void throw_postgresql_error(std::string_view sqlstate, std::string_view message,
                                         std::string_view what);

// After these the connection is of no more use, though it may still look open: it leads to a standby, or its
// prepared statements no longer fit.
bool ends_the_connection(std::string_view sqlstate);

}  // namespace db
