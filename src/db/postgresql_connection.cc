#include "db/postgresql_connection.h"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <sys/poll.h>

#include <algorithm>
#include <cerrno>
#include <span>
#include <stdexcept>

#include "db/arguments.h"
#include "db/errors.h"
#include "db/postgresql_values.h"

namespace db {
namespace {

constexpr std::size_t most_statements_kept = 256;
constexpr int binary = 1;
constexpr std::int64_t longest_poll = 60'000;  // ms

std::string one_line(const char* message) {
  std::string line(message);
  while (line.ends_with('\n')) line.pop_back();
  return line;
}

// The address may set any of these otherwise, but for those after it.
PGconn* connect(const std::string& url) {
  const char* names[] = {"target_session_attrs", "connect_timeout",
                         "application_name",     "keepalives_idle",
                         "keepalives_interval",  "keepalives_count",
                         "tcp_user_timeout",     "dbname",
                         "client_encoding",      nullptr};
  const char* values[] = {"read-write", "5",     "exams-hub", "30",   "10",
                          "3",          "20000", url.c_str(), "UTF8", nullptr};
  return PQconnectdbParams(names, values, 1);
}

constexpr std::string_view crossed[] = {"40001", "40P01", "55P03"};
constexpr std::string_view refused_by_a_check[] = {"23514", "23502", "P0001"};
constexpr std::string_view of_no_more_use[] = {"26000", "0A000"};

// The first two characters: lost connection, out of resources, stopped by an operator, system error, corrupt
// data; and not allowed to (an operator must grant it).
constexpr std::string_view out_of_reach[] = {"08", "53", "57", "58", "XX", "28", "3D"};

bool one_of(std::string_view state, std::span<const std::string_view> states) {
  return std::ranges::find(states, state) != states.end();
}

}  // namespace

void PostgresqlConnection::Close::operator()(PGconn* connection) const {
  PQfinish(connection);
}
void PostgresqlConnection::Clear::operator()(PGresult* result) const {
  PQclear(result);
}

PostgresqlConnection::PostgresqlConnection(const std::string& url, std::chrono::milliseconds patience,
                                           std::atomic<std::uint64_t>& executed)
    : patience_(patience), executed_(executed), connection_(connect(url)) {
  if (PQstatus(connection_.get()) != CONNECTION_OK)
    throw Unreachable(
        fmt::format("Cannot reach the database: {}", one_line(PQerrorMessage(connection_.get()))));
  const char* encoding = PQparameterStatus(connection_.get(), "server_encoding");
  if (!encoding || std::string_view(encoding) != "UTF8")
    throw Unreachable("The PostgreSQL database must be made with ENCODING 'UTF8'.");
  configure();
}

// Notices would go to standard error. What was acknowledged must be on disk, whatever the server's default;
// nobody may wait for a lock, or keep one, for ever.
void PostgresqlConnection::configure() {
  PQsetNoticeReceiver(connection_.get(), [](void*, const PGresult*) {}, nullptr);
  control(
      "SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s';"
      "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = "
      "'off'");
}

Rows PostgresqlConnection::run(std::string_view sql, std::span<const Value> args) {
  ++executed_;
  const Statement& statement = prepared(sql);
  check_arguments(sql, statement.placeholders, args);
  const PostgresqlArguments sent(args);
  if (!PQsendQueryPrepared(connection_.get(), statement.name.c_str(), sent.count(), sent.values(),
                           sent.lengths(), sent.formats(), binary)) {
    fail(nullptr, sql);
  }
  const Result result = answer(sql, patience_);
  check(result.get(), sql);
  return rows_of(result.get());
}

// Until PQgetResult would not wait. Nothing is waited for without an end: the server may be stopped, or the
// network gone.
void PostgresqlConnection::await_answer(std::string_view what, std::chrono::milliseconds patience) {
  using std::chrono::steady_clock;
  PGconn* c = connection_.get();
  const auto until = steady_clock::now() + patience;
  while (PQisBusy(c)) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - steady_clock::now()).count();
    pollfd socket{PQsocket(c), POLLIN, 0};
    const int ready = left > 0 ? poll(&socket, 1, static_cast<int>(std::min(left, longest_poll))) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0 && left > longest_poll) continue;
    if (ready == 0) {
      useless_ = true;
      throw Unreachable(fmt::format("The database has said nothing for {} ms: {}", patience.count(), what));
    }
    if (!PQconsumeInput(c)) return;  // PQgetResult tells why
  }
}

// The last of the results, as PQexec gives it.
PostgresqlConnection::Result PostgresqlConnection::answer(std::string_view what,
                                                          std::chrono::milliseconds patience) {
  Result last;
  for (;;) {
    await_answer(what, patience);
    Result next(PQgetResult(connection_.get()));
    if (!next) return last;
    last = std::move(next);
  }
}

// Building an index over a large Hub takes longer than any page may.
void PostgresqlConnection::run_script(std::string_view sql) {
  simple(std::string(sql).c_str(), "a script", std::chrono::hours{24});
}

std::string_view PostgresqlConnection::clock() const {
  return "CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS BIGINT)";
}

void PostgresqlConnection::control(const char* sql) {
  simple(sql, sql, patience_);
}

void PostgresqlConnection::roll_back() noexcept {
  if (useless_ || PQtransactionStatus(connection_.get()) == PQTRANS_IDLE) return;
  try {
    control("ROLLBACK");
  } catch (const std::exception&) {
    useless_ = true;
  }
}

bool PostgresqlConnection::usable() const {
  return !useless_ && PQstatus(connection_.get()) == CONNECTION_OK &&
         PQtransactionStatus(connection_.get()) != PQTRANS_UNKNOWN;
}

bool PostgresqlConnection::failed() const {
  return PQtransactionStatus(connection_.get()) == PQTRANS_INERROR;
}

void PostgresqlConnection::simple(const char* sql, std::string_view what,
                                  std::chrono::milliseconds patience) {
  if (!PQsendQuery(connection_.get(), sql)) fail(nullptr, what);
  const Result result = answer(what, patience);
  check(result.get(), what);
}

const PostgresqlConnection::Statement& PostgresqlConnection::prepared(std::string_view sql) {
  if (const auto found = statements_.find(sql); found != statements_.end()) return found->second;
  if (statements_.size() >= most_statements_kept) forget_statements();
  const NumberedSql numbered = number_placeholders(sql);
  Statement statement{fmt::format("s{}", ++names_given_), numbered.count};
  if (!PQsendPrepare(connection_.get(), statement.name.c_str(), numbered.sql.c_str(), 0, nullptr))
    fail(nullptr, sql);
  const Result result = answer(sql, patience_);
  check(result.get(), sql);
  return statements_.emplace(sql, std::move(statement)).first->second;
}

void PostgresqlConnection::forget_statements() {
  control("DEALLOCATE ALL");
  statements_.clear();
}

void PostgresqlConnection::check(const PGresult* result, std::string_view sql) {
  const ExecStatusType status = PQresultStatus(result);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
    fail(result, sql);
}

void PostgresqlConnection::fail(const PGresult* result, std::string_view sql) {
  const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  if (!state) {  // libpq's own: the connection broke
    useless_ = true;
    throw Unreachable(fmt::format("{}: {}", one_line(PQerrorMessage(connection_.get())), sql));
  }
  if (ends_the_connection(state)) useless_ = true;
  throw_postgresql_error(state, PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY), sql);
}

bool ends_the_connection(std::string_view sqlstate) {
  return one_of(sqlstate, of_no_more_use) || sqlstate.starts_with("08") || sqlstate.starts_with("57P");
}

void throw_postgresql_error(std::string_view sqlstate, std::string_view message, std::string_view what) {
  const std::string whole = fmt::format("{} (SQLSTATE {}): {}", message, sqlstate, what);
  if (sqlstate == "23505" || sqlstate == "23P01") throw UniqueViolation(whole);
  if (sqlstate == "23503") throw ForeignKeyViolation(whole);
  if (one_of(sqlstate, refused_by_a_check)) throw CheckViolation(whole);
  if (one_of(sqlstate, crossed)) throw Contended(whole);
  if (sqlstate == "42501" || one_of(sqlstate, of_no_more_use) || one_of(sqlstate.substr(0, 2), out_of_reach))
    throw Unreachable(whole);
  // The message of a class 22 error quotes the value, which may be somebody's name.
  if (sqlstate.starts_with("22")) throw std::logic_error(fmt::format("SQLSTATE {}: {}", sqlstate, what));
  throw std::logic_error(whole);
}

}  // namespace db
