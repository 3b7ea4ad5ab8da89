#include "db/sqlite_database.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "db/nesting.h"

namespace db {

namespace {

constexpr std::chrono::seconds patience_for_a_reader{10};

// It holds personal data: only its owner may read it. SQLite gives its -wal and -shm the same permissions.
std::string made_if_missing(std::string path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file >= 0) ::close(file);
  if (file < 0 && errno != EEXIST)
    throw Unreachable(
        fmt::format("Cannot make the database file {}: {}. Its folder must exist and this user must be "
                    "allowed to write there.",
                    path, std::generic_category().message(errno)));
  return path;
}

struct EndTransaction {
  SqliteConnection& connection;
  ~EndTransaction() {
    connection.forget_failure();
    try {
      if (connection.in_transaction()) connection.control("ROLLBACK");
    } catch (...) {
      return;  // still in a transaction, which run_read notices
    }
  }
};

}  // namespace

SqliteDatabase::SqliteDatabase(const std::string& path, std::size_t readers)
    : path_(made_if_missing(path)),
      writer_(path, executed_),
      readers_(readers, patience_for_a_reader, [this, path] {
        return std::make_unique<SqliteConnection>(path, SqliteMode::reader, executed_);
      }) {
  struct stat file{};
  if (::stat(path_.c_str(), &file) == 0) {
    device_ = file.st_dev;
    inode_ = file.st_ino;
  }
}

// SQLite goes on in a file that was deleted or replaced below it, and all of that would be lost.
void SqliteDatabase::require_file() const {
  struct stat file{};
  if (::stat(path_.c_str(), &file) == 0 && file.st_dev == device_ && file.st_ino == inode_) return;
  throw Unreachable(fmt::format(
      "The database file {} was deleted, moved or replaced while it was in use. Stop the Hub, put the "
      "file in its place, and start it again.",
      path_));
}

void SqliteDatabase::run_read(const std::function<void(Connection&)>& work) {
  const NotNested not_nested(this);
  require_file();
  auto reader = readers_.take();
  try {
    const EndTransaction at_the_end{*reader};
    reader->control("BEGIN");
    work(*reader);
  } catch (const Unreachable&) {
    reader.drop();
    throw;
  }
  if (reader->in_transaction()) reader.drop();
}

void SqliteDatabase::run_write(const std::function<Outcome(Connection&)>& work) {
  const NotNested not_nested(this);
  require_file();
  writer_.write([&](Connection& c) { return work(c) == Outcome::commit; });
  require_file();  // nobody is told of what went into a file that is no more
}

}  // namespace db
