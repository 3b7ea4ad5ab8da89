// /healthz, /readyz and /metrics, on an address of their own that only the machine's operator reaches.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "db/database.h"
#include "web/dispatcher.h"
#include "web/metrics.h"

namespace app {

class AdminRoutes {
 public:
  using StoodStill = std::function<std::chrono::steady_clock::duration()>;

  using ClockJump = std::function<std::chrono::milliseconds()>;

  // Both outlive it. `stood_still`: how long the workers for files have (base::WorkPool); `clock_jump`:
  // Hub::clock_jump.
  AdminRoutes(db::Database&, const web::Metrics&, StoodStill stood_still, ClockJump clock_jump);
  ~AdminRoutes();

  web::Dispatcher& dispatcher();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace app
