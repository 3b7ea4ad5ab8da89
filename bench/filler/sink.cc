#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <stdexcept>

#include "batch.h"

namespace fill {
namespace {

struct Index {
  std::string name;
  std::string definition;
};

// Those that CREATE INDEX made: a key's own goes with its table.
std::vector<Index> take_indexes_off(db::Connection& c) {
  const auto* const made_by_hand =
      c.dialect() == db::Dialect::sqlite
          ? "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
          : "SELECT i.indexname, i.indexdef FROM pg_indexes i WHERE i.schemaname = current_schema()"
            " AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conname = i.indexname) ORDER BY 1";
  std::vector<Index> indexes;
  for (const auto& row : c.exec(made_by_hand)) indexes.push_back({row.text(0), row.text(1)});
  for (const auto& index : indexes) c.run_script("DROP INDEX " + index.name);
  return indexes;
}

class SqliteSink final : public Sink {
 public:
  explicit SqliteSink(db::Database& database)
      : database_(database), indexes_(database.write(take_indexes_off)) {}

  void finish() override {
    for (const auto& index : indexes_)
      database_.write([&](db::Connection& c) { c.run_script(index.definition); });
  }

 private:
  void write(Batch& batch) override {
    database_.write([&](db::Connection& c) {
      for (const auto* table : batch.tables()) {
        std::string places = "?";
        for (auto commas = std::ranges::count(table->columns, ','); commas > 0; --commas) places += ", ?";
        c.exec_many(fmt::format("INSERT INTO {} ({}) VALUES ({})", table->name, table->columns, places),
                    table->rows);
      }
    });
  }

  db::Database& database_;
  std::vector<Index> indexes_;
};

void append_escaped(std::string& line, std::string_view text) {
  for (const char c : text) {
    if (c == '\\')
      line += "\\\\";
    else if (c == '\n')
      line += "\\n";
    else if (c == '\r')
      line += "\\r";
    else if (c == '\t')
      line += "\\t";
    else
      line += c;
  }
}

// As COPY reads it: columns with tabs between, \N for NULL.
void append_row(std::string& text, const std::vector<db::Value>& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) text += '\t';
    const auto& held = row[i].held();
    if (const auto* number = std::get_if<std::int64_t>(&held))
      fmt::format_to(std::back_inserter(text), "{}", *number);
    else if (const auto* string = std::get_if<std::string>(&held))
      append_escaped(text, *string);
    else
      text += "\\N";
  }
  text += '\n';
}

class PostgresqlSink final : public Sink {
 public:
  PostgresqlSink(db::Database& database, const std::string& url)
      : database_(database),
        indexes_(database.write(take_indexes_off)),
        connection_(PQconnectdb(url.c_str())) {
    if (PQstatus(connection_.get()) != CONNECTION_OK) fail();
  }

  void finish() override {
    for (const auto& index : indexes_) run(index.definition, PGRES_COMMAND_OK);
    database_.write([](db::Connection& c) {
      for (const auto& row :
           c.exec("SELECT table_name FROM information_schema.columns WHERE is_identity = 'YES' "
                  "AND table_schema = current_schema()")) {
        const auto& table = row.text(0);
        c.exec_values(fmt::format("SELECT setval(pg_get_serial_sequence('{0}', 'id'), "
                                  "(SELECT COALESCE(MAX(id), 0) + 1 FROM {0}), false)",
                                  table),
                      {});
      }
    });
    run("VACUUM ANALYZE", PGRES_COMMAND_OK);
  }

 private:
  struct Close {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
  };

  void write(Batch& batch) override {
    run("BEGIN", PGRES_COMMAND_OK);
    for (const auto* table : batch.tables()) {
      if (!table->rows.empty()) copy(*table);
    }
    run("COMMIT", PGRES_COMMAND_OK);
  }

  void copy(const Table& table) {
    run(fmt::format("COPY {} ({}) FROM STDIN", table.name, table.columns), PGRES_COPY_IN);
    std::string text;
    for (const auto& row : table.rows) append_row(text, row);
    if (PQputCopyData(connection_.get(), text.data(), static_cast<int>(text.size())) != 1 ||
        PQputCopyEnd(connection_.get(), nullptr) != 1) {
      fail();
    }
    expect(PGRES_COMMAND_OK);
    PQgetResult(connection_.get());  // that there is nothing more
  }

  void run(const std::string& sql, ExecStatusType wanted) {
    if (PQsendQuery(connection_.get(), sql.c_str()) != 1) fail();
    expect(wanted);
    if (wanted != PGRES_COPY_IN) PQgetResult(connection_.get());
  }

  void expect(ExecStatusType wanted) {
    const std::unique_ptr<PGresult, Clear> result(PQgetResult(connection_.get()));
    if (PQresultStatus(result.get()) != wanted) fail();
  }

  [[noreturn]] void fail() { throw std::runtime_error(PQerrorMessage(connection_.get())); }

  db::Database& database_;
  std::vector<Index> indexes_;
  std::unique_ptr<PGconn, Close> connection_;
};

}  // namespace

std::unique_ptr<Sink> Sink::open(db::Database& database, const std::string& url) {
  if (database.dialect() == db::Dialect::sqlite) return std::make_unique<SqliteSink>(database);
  return std::make_unique<PostgresqlSink>(database, url);
}

void Sink::put(Batch& batch) {
  write(batch);
  for (auto* table : batch.tables()) {
    rows_put_ += table->rows.size();
    table->rows.clear();
  }
}

}  // namespace fill
