// A PostgreSQL server that only this test uses, so that it may crash it: tests/with_postgresql, from the
// project's folder.
#pragma once

#include <sys/types.h>

#include <string>

namespace test {

class OwnPostgresql {
 public:
  OwnPostgresql();
  ~OwnPostgresql();
  OwnPostgresql(const OwnPostgresql&) = delete;
  OwnPostgresql& operator=(const OwnPostgresql&) = delete;

  const std::string& url() const { return url_; }
  void start() { control("start"); }
  void stop() { control("stop"); }
  void crash() { control("crash"); }  // SIGKILL

 private:
  void control(const char* what);

  std::string url_;
  std::string control_;
  pid_t process_;
  int standard_input_;  // the server goes when it is closed
};

}  // namespace test
