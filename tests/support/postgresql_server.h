// Databases on the PostgreSQL server of EXAMS_HUB_TEST_POSTGRESQL, which tests/with_postgresql starts.
// Everything here throws std::runtime_error where there is no such server.
#pragma once

#include <string>

namespace test {

std::string postgresql_url(const std::string& database);

// A copy of a database with every migration, which the first test of all makes; its name.
std::string make_postgresql_database();
std::string make_empty_postgresql_database();
void remove_postgresql_database(const std::string& name) noexcept;

// One statement in the server's own database, as its superuser.
void on_postgresql_server(const std::string& sql);

}  // namespace test
