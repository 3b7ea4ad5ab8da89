#include "support/postgresql_server.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <cstdlib>
#include <functional>
#include <memory>
#include <random>
#include <stdexcept>

#include "db/database.h"
#include "db/migrations.h"

namespace test {

namespace {

constexpr int template_lock = 4711;

std::string server_url() {
  const char* url = std::getenv("EXAMS_HUB_TEST_POSTGRESQL");
  if (!url)
    throw std::runtime_error(
        "EXAMS_HUB_TEST_POSTGRESQL is not set: run the tests with tests/with_postgresql COMMAND, which "
        "starts a server "
        "and "
        "sets it");
  return url;
}

class Server {
 public:
  Server() : connection_(PQconnectdb(server_url().c_str()), PQfinish) {
    if (PQstatus(connection_.get()) != CONNECTION_OK) fail();
    PQsetNoticeProcessor(connection_.get(), [](void*, const char*) {}, nullptr);
  }

  // Whether it returned any rows.
  bool run(const std::string& sql) {
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection_.get(), sql.c_str()),
                                                               PQclear);
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail();
    return PQntuples(result.get()) > 0;
  }

 private:
  [[noreturn]] void fail() const { throw std::runtime_error(PQerrorMessage(connection_.get())); }

  std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
};

std::string unused_name() {
  std::random_device random;
  return fmt::format("hub_{:08x}{:08x}", random(), random());
}

// Changes with the migrations, for a server that outlives a change of them.
std::string template_name() {
  std::string all;
  for (const db::Migration& migration : db::all_migrations()) all.append(migration.sql);
  return fmt::format("template_{:x}", std::hash<std::string>{}(all));
}

// Only a finished one gets its name, should the test be killed meanwhile.
void make_template(Server& server, const std::string& name) {
  const std::string unfinished = unused_name();
  server.run("CREATE DATABASE " + unfinished);
  db::migrate(*db::Database::open({.url = postgresql_url(unfinished), .connections = 1}),
              db::all_migrations());
  server.run(fmt::format("ALTER DATABASE {} RENAME TO {}", unfinished, name));
}

std::string template_database(Server& server) {
  const std::string name = template_name();
  server.run(fmt::format("SELECT pg_advisory_lock({})", template_lock));
  if (!server.run(fmt::format("SELECT 1 FROM pg_database WHERE datname = '{}'", name)))
    make_template(server, name);
  server.run(fmt::format("SELECT pg_advisory_unlock({})", template_lock));
  return name;
}

}  // namespace

std::string postgresql_url(const std::string& database) {
  const std::string url = server_url();
  const std::size_t path = url.find('/', url.find("://") + 3);
  const std::size_t query = url.find('?');
  if (path == std::string::npos) throw std::runtime_error("EXAMS_HUB_TEST_POSTGRESQL names no database");
  return url.substr(0, path + 1) + database + (query == std::string::npos ? "" : url.substr(query));
}

std::string make_postgresql_database() {
  Server server;
  const std::string name = unused_name();
  server.run(fmt::format("CREATE DATABASE {} TEMPLATE {}", name, template_database(server)));
  return name;
}

std::string make_empty_postgresql_database() {
  const std::string name = unused_name();
  Server().run("CREATE DATABASE " + name);
  return name;
}

void remove_postgresql_database(const std::string& name) noexcept {
  try {
    Server().run(fmt::format("DROP DATABASE IF EXISTS {} WITH (FORCE)", name));
  } catch (const std::exception&) {  // the server goes with all its databases
  }
}

void on_postgresql_server(const std::string& sql) {
  Server().run(sql);
}

}  // namespace test
