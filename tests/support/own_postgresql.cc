#include "support/own_postgresql.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>

namespace test {

namespace {

std::array<int, 2> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
  return ends;
}

std::string first_line(int file) {
  std::string line;
  for (char c = 0; ::read(file, &c, 1) == 1 && c != '\n';) line.push_back(c);
  return line;
}

}  // namespace

OwnPostgresql::OwnPostgresql() {
  const auto [command_in, to_command] = make_pipe();
  const auto [from_command, command_out] = make_pipe();
  process_ = ::fork();
  if (process_ == 0) {
    ::dup2(command_in, STDIN_FILENO);
    ::dup2(command_out, STDOUT_FILENO);
    for (const int end : {command_in, to_command, from_command, command_out}) ::close(end);
    ::execl("tests/with_postgresql", "tests/with_postgresql", "sh", "-c",
            "echo $EXAMS_HUB_TEST_POSTGRESQL $EXAMS_HUB_TEST_POSTGRESQL_CONTROL; exec cat >/dev/null",
            nullptr);
    ::_exit(127);
  }
  ::close(command_in);
  ::close(command_out);
  standard_input_ = to_command;
  const std::string line = first_line(from_command);
  ::close(from_command);
  const std::size_t space = line.find(' ');
  if (space == std::string::npos) throw std::runtime_error("tests/with_postgresql did not start a server");
  url_ = line.substr(0, space);
  control_ = line.substr(space + 1);
}

OwnPostgresql::~OwnPostgresql() {
  ::close(standard_input_);
  ::waitpid(process_, nullptr, 0);
}

void OwnPostgresql::control(const char* what) {
  if (std::system((control_ + ' ' + what).c_str()) != 0)
    throw std::runtime_error(std::string("the server did not ") + what);
}

}  // namespace test
