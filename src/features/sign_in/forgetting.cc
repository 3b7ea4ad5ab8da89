#include "features/sign_in/forgetting.h"

#include "features/sign_in/session_store.h"
#include "features/sign_in/throttle.h"

namespace sign_in {

void Forgetting::run() {
  const auto now = steady_();
  if (last_ && now - *last_ < guess_window) return;
  last_ = now;
  database_.write([](db::Connection& c) {
    const auto at = c.now();
    forget_old_sessions(c, at);
    forget_old_guesses(c, at);
  });
}

}  // namespace sign_in
