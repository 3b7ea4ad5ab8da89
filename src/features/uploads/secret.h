// A plain password on its way from a file to its hash: only ever in memory, wiped when it goes.
#pragma once

#include <string.h>

#include <string>
#include <utility>

namespace uploads {

inline void wipe(std::string& text) {
  explicit_bzero(text.data(), text.size());
  text.clear();
}

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string&& plain) : plain_(std::move(plain)) { wipe(plain); }
  ~Secret() { wipe(plain_); }
  Secret(Secret&& other) noexcept : plain_(std::move(other.plain_)) { wipe(other.plain_); }
  Secret& operator=(Secret&& other) noexcept {
    wipe(plain_);
    plain_ = std::move(other.plain_);
    wipe(other.plain_);
    return *this;
  }

  const std::string& plain() const { return plain_; }
  bool empty() const { return plain_.empty(); }

 private:
  std::string plain_;
};

}  // namespace uploads
