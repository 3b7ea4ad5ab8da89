#include "db/sqlite_backup.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "db/errors.h"
#include "db/file_lock.h"

namespace db {
namespace {

struct Close {
  void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

struct Finish {
  void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
};

constexpr int patience_ms = 10'000;

Handle opened(const std::string& path, int flags) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &raw, flags | SQLITE_OPEN_EXRESCODE, nullptr);
  Handle handle(raw);
  if (code != SQLITE_OK) throw Unreachable(fmt::format("Cannot open {}: {}.", path, sqlite3_errstr(code)));
  sqlite3_busy_timeout(raw, patience_ms);
  return handle;
}

// Other processes checkpoint; this one never does, not even as the last to close.
void leave_checkpoints_to_the_server(sqlite3* connection) {
  sqlite3_exec(connection, "PRAGMA wal_autocheckpoint = 0", nullptr, nullptr, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void copy_all(sqlite3* to, sqlite3* from, const std::string& what) {
  const std::unique_ptr<sqlite3_backup, Finish> backup(sqlite3_backup_init(to, "main", from, "main"));
  if (!backup) throw Unreachable(fmt::format("Cannot copy {}: {}.", what, sqlite3_errmsg(to)));
  const int code = sqlite3_backup_step(backup.get(), -1);
  if (code != SQLITE_DONE) throw Unreachable(fmt::format("Cannot copy {}: {}.", what, sqlite3_errstr(code)));
}

void sync(const std::string& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  const bool synced = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!synced) throw Unreachable(fmt::format("Cannot write {} to the disk.", path));
}

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

bool is_whole(sqlite3* connection) {
  bool whole = false;
  const auto answer = [](void* found, int, char** values, char**) {
    *static_cast<bool*>(found) = values[0] != nullptr && std::string_view(values[0]) == "ok";
    return 0;
  };
  const int code = sqlite3_exec(connection, "PRAGMA integrity_check", answer, &whole, nullptr);
  return code == SQLITE_OK && whole;
}

// 0 where it has none.
int newest_migration(sqlite3* connection) {
  int newest = 0;
  const auto answer = [](void* found, int, char** values, char**) {
    if (values[0] != nullptr) *static_cast<int*>(found) = std::atoi(values[0]);
    return 0;
  };
  sqlite3_exec(connection, "SELECT MAX(number) FROM schema_migration", answer, &newest, nullptr);
  return newest;
}

}  // namespace

void back_up_sqlite(const std::string& path, const std::string& file) {
  const auto from = opened(path, SQLITE_OPEN_READWRITE);
  leave_checkpoints_to_the_server(from.get());
  const std::string unfinished = file + ".unfinished";
  std::remove(unfinished.c_str());
  // It holds personal data: only its owner may read it.
  const int made = ::open(unfinished.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made < 0)
    throw Unreachable(
        fmt::format("Cannot make {}. Its folder must exist and be yours to write.", unfinished));
  ::close(made);
  try {
    const auto to = opened(unfinished, SQLITE_OPEN_READWRITE);
    copy_all(to.get(), from.get(), path);
    sqlite3_exec(to.get(), "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
    if (!is_whole(to.get())) throw Unreachable(fmt::format("The copy of {} is not whole.", path));
  } catch (...) {
    std::remove(unfinished.c_str());
    throw;
  }
  sync(unfinished, O_RDONLY);
  if (std::rename(unfinished.c_str(), file.c_str()) != 0)
    throw Unreachable(fmt::format("Cannot write {}.", file));
  sync(folder_of(file), O_RDONLY | O_DIRECTORY);
}

void restore_sqlite(const std::string& path, const std::string& file, int newest_known) {
  const auto from = opened(file, SQLITE_OPEN_READONLY);
  if (!is_whole(from.get()))
    throw std::invalid_argument(fmt::format("{} is not a whole copy of a database.", file));
  const int newest = newest_migration(from.get());
  if (newest == 0)
    throw std::invalid_argument(fmt::format("{} is not a copy of an Exams Hub database.", file));
  if (newest > newest_known) throw std::invalid_argument(fmt::format("{} is of a newer Exams Hub.", file));
  FileLock writers(path + "-writer");
  const std::lock_guard lock(writers);
  const auto to = opened(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  leave_checkpoints_to_the_server(to.get());
  copy_all(to.get(), from.get(), file);
}

}  // namespace db
