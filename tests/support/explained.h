// How SQLite would run what a store asks: the very statements, not copies of them.
#pragma once

#include <string>
#include <vector>

#include "db/database.h"

namespace test {

// Passes everything on, and notes the plan of each statement before it runs.
class Explained final : public db::Connection {
 public:
  explicit Explained(db::Connection& real) : real_(real) {}

  void exec_many(std::string_view sql, std::span<const std::vector<db::Value>> rows) override {
    if (!rows.empty()) explain(sql, rows.front());
    real_.exec_many(sql, rows);
  }
  void run_script(std::string_view sql) override { real_.run_script(sql); }
  std::string_view clock() const override { return real_.clock(); }
  db::Dialect dialect() const override { return real_.dialect(); }

  std::vector<std::string> plan;  // "SEARCH attempt USING INDEX attempt_by_section (account_id=?)"

 private:
  db::Rows run(std::string_view sql, std::span<const db::Value> args) override {
    explain(sql, args);
    return real_.exec_values(sql, args);
  }
  void explain(std::string_view sql, std::span<const db::Value> args) {
    for (const auto& row : real_.exec_values("EXPLAIN QUERY PLAN " + std::string(sql), args)) {
      plan.push_back(row.text(3));
    }
  }

  db::Connection& real_;
};

// The plan of what `work` does with its connection; it is rolled back or kept as the work says. On SQLite
// alone: PostgreSQL plans by its statistics.
template <class Work>
std::vector<std::string> plan_of(db::Database& database, Work work) {
  return database.write([&](db::Connection& c) {
    Explained explained(c);
    work(explained);
    return explained.plan;
  });
}

}  // namespace test
