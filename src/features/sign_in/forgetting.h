// Forgets what is over whether or not anybody signs in: ended sessions, and the guesses that strangers heap
// up.
#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "db/database.h"

namespace sign_in {

// What app runs every few seconds; it does something every five minutes. One thread.
class Forgetting {
 public:
  using Steady = std::chrono::steady_clock::time_point;
  explicit Forgetting(db::Database& database, std::function<Steady()> steady = std::chrono::steady_clock::now)
      : database_(database), steady_(std::move(steady)) {}
  void run();

 private:
  db::Database& database_;
  std::function<Steady()> steady_;
  std::optional<Steady> last_{};
};

}  // namespace sign_in
