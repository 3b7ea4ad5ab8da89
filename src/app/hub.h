// The whole product wired together over one database: what the server serves and what page tests drive.
#pragma once

#include <chrono>
#include <memory>
#include <stop_token>
#include <string>

#include "base/work_pool.h"
#include "db/database.h"
#include "web/dispatcher.h"
#include "web/metrics.h"

namespace app {

struct HubSettings {
  std::string public_url = "http://127.0.0.1:8080";  // the address people type, without a / at its end
  std::string support_email = "contact@theexamsoffice.com";
  web::Metrics* metrics = nullptr;  // counts requests there; not owned
};

class Hub {
 public:
  // `database` is migrated; it and `heavy` (passwords and documents) outlive the Hub.
  Hub(db::Database& database, base::WorkPool& heavy, HubSettings settings);
  ~Hub();

  web::Dispatcher& dispatcher();

  // What time alone brings about: attempts at their deadline are handed in, what is over is forgotten. Called
  // every few seconds, by one thread.
  void upkeep(const std::stop_token& = {});

  // By how much the database's clock jumped, while no section is handed in by itself because of it; else 0.
  std::chrono::milliseconds clock_jump() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace app
