#include "db/file_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>

#include "db/errors.h"

namespace db {

namespace {
constexpr std::chrono::seconds patience{10};
constexpr std::chrono::milliseconds pause{1};
}  // namespace

FileLock::FileLock(const std::string& path)
    : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
  if (file_ < 0)
    throw Unreachable(fmt::format("cannot open {}: {}", path, std::generic_category().message(errno)));
}

FileLock::~FileLock() {
  ::close(file_);
}

void FileLock::lock() {
  const auto give_up = std::chrono::steady_clock::now() + patience;
  while (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR)
      throw Unreachable(fmt::format("cannot lock the database: {}", std::generic_category().message(errno)));
    if (std::chrono::steady_clock::now() > give_up)
      throw Contended("another program is writing to the database");
    std::this_thread::sleep_for(pause);
  }
}

void FileLock::unlock() noexcept {
  ::flock(file_, LOCK_UN);
}

}  // namespace db
