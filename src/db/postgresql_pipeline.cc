// PostgresqlConnection::exec_many: many rows of arguments go out before the first answer is read.
#include <libpq-fe.h>

#include "db/arguments.h"
#include "db/errors.h"
#include "db/postgresql_connection.h"
#include "db/postgresql_values.h"

namespace db {

namespace {

constexpr std::size_t rows_at_once = 500;  // bounds the memory for answers not yet read

struct Pipeline {
  PGconn* connection;
  explicit Pipeline(PGconn* c) : connection(c) { PQenterPipelineMode(c); }
  ~Pipeline() { PQexitPipelineMode(connection); }
};

}  // namespace

void PostgresqlConnection::exec_many(std::string_view sql, std::span<const std::vector<Value>> rows) {
  if (rows.empty()) return;
  ++executed_;
  const Statement& statement = prepared(sql);
  for (const auto& row : rows) check_arguments(sql, statement.placeholders, row);
  while (!rows.empty()) {
    const std::size_t count = std::min(rows.size(), rows_at_once);
    run_pipelined(statement, sql, rows.first(count));
    rows = rows.subspan(count);
  }
}

void PostgresqlConnection::run_pipelined(const Statement& statement, std::string_view sql,
                                         std::span<const std::vector<Value>> rows) {
  Result first_failure;
  {
    const Pipeline pipeline(connection_.get());
    send_pipelined(statement, sql, rows);
    first_failure = receive_pipelined(rows.size(), sql);
  }
  if (first_failure) fail(first_failure.get(), sql);
}

void PostgresqlConnection::send_pipelined(const Statement& statement, std::string_view sql,
                                          std::span<const std::vector<Value>> rows) {
  PGconn* c = connection_.get();
  bool sent = true;
  for (const auto& row : rows) {
    const PostgresqlArguments args(row);
    sent = sent && PQsendQueryPrepared(c, statement.name.c_str(), args.count(), args.values(), args.lengths(),
                                       args.formats(), 1);
  }
  if (!sent || !PQpipelineSync(c)) fail(nullptr, sql);
}

// Reads every answer up to the one for the sync, so that the connection can be used again.
PostgresqlConnection::Result PostgresqlConnection::receive_pipelined(std::size_t rows, std::string_view sql) {
  Result first_failure;
  for (std::size_t i = 0; i < rows; ++i) {
    for (;;) {
      await_answer(sql, patience_);
      Result result{PQgetResult(connection_.get())};
      if (!result) break;
      const ExecStatusType status = PQresultStatus(result.get());
      const bool good =
          status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_PIPELINE_ABORTED;
      if (!good && !first_failure) first_failure = std::move(result);
    }
    if (PQstatus(connection_.get()) != CONNECTION_OK) fail(first_failure.get(), sql);
  }
  await_answer(sql, patience_);
  const Result sync(PQgetResult(connection_.get()));
  if (PQresultStatus(sync.get()) != PGRES_PIPELINE_SYNC) fail(nullptr, sql);
  return first_failure;
}

}  // namespace db
