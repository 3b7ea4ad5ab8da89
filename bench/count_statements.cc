// Preloaded into the Hub: for each run of a statement appends to the file that COUNT_STATEMENTS names a line
// of the virtual machine's steps, those of full scans, rows, microseconds, the thread and the SQL. So that
// the Hub itself need not count anything.
#include <dlfcn.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>

namespace {

using Clock = std::chrono::steady_clock;

// Of the statement that this thread runs at the moment.
thread_local Clock::duration taken{};
thread_local long rows = 0;

template <class F>
F* next(const char* name) {
  return reinterpret_cast<F*>(dlsym(RTLD_NEXT, name));
}

void tell(sqlite3_stmt* statement) {
  static const int file =
      open(std::getenv("COUNT_STATEMENTS"), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  const auto status = [&](int of) { return std::to_string(sqlite3_stmt_status(statement, of, 1)); };
  std::string line = status(SQLITE_STMTSTATUS_VM_STEP) + '\t' + status(SQLITE_STMTSTATUS_FULLSCAN_STEP) +
                     '\t' + std::to_string(rows) + '\t' +
                     std::to_string(std::chrono::duration_cast<std::chrono::microseconds>(taken).count()) +
                     '\t' + std::to_string(gettid()) + '\t';
  for (const char* c = sqlite3_sql(statement); *c != '\0'; ++c) line += *c == '\n' || *c == '\t' ? ' ' : *c;
  line += '\n';
  if (write(file, line.data(), line.size()) < 0) std::abort();
  taken = {};
  rows = 0;
}

}  // namespace

extern "C" int sqlite3_step(sqlite3_stmt* statement) {
  static const auto real = next<int(sqlite3_stmt*)>("sqlite3_step");
  const auto start = Clock::now();
  const int code = real(statement);
  taken += Clock::now() - start;
  rows += code == SQLITE_ROW;
  return code;
}

extern "C" int sqlite3_reset(sqlite3_stmt* statement) {
  static const auto real = next<int(sqlite3_stmt*)>("sqlite3_reset");
  if (sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_RUN, 1) != 0) tell(statement);
  return real(statement);
}
