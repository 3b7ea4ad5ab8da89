// /healthz, /readyz and /metrics, on an address of their own that only the machine's operator reaches.
#pragma once

#include <memory>

#include "db/database.h"
#include "web/dispatcher.h"
#include "web/metrics.h"

namespace app {

class AdminRoutes {
 public:
  // Both outlive it.
  AdminRoutes(db::Database&, const web::Metrics&);
  ~AdminRoutes();

  web::Dispatcher& dispatcher();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace app
