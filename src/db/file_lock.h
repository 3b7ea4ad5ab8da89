// An exclusive lock between processes (and between two Databases of one process) on a file beside the
// database. SQLite 3.40 must not write and checkpoint from two connections at once, so whoever writes holds
// this lock meanwhile.
#pragma once

#include <string>

namespace db {

class FileLock {
 public:
  explicit FileLock(const std::string& path);  // makes the file; throws Unreachable
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

  void lock();  // throws Contended when another holds it for seconds on end
  void unlock() noexcept;

 private:
  int file_;
};

}  // namespace db
