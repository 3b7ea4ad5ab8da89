#include "app/admin_routes.h"

#include <fmt/format.h>

#include "web/metrics.h"

namespace app {
namespace {

// Nobody signs in here: whoever reaches the address may ask.
class NobodySignedIn : public web::Authenticator {
 public:
  std::optional<web::Session> authenticate(const web::Request&) override { return {}; }
};

class PlainErrorPages : public web::ErrorPages {
 public:
  web::Response page(const web::Request&, int status, std::string_view) override {
    return web::Response::text(std::to_string(status) + "\n", status);
  }
};

class NoRefusals : public web::RefusalListener {
 public:
  void refused(const web::Request&) override {}
};

web::Handler live() {
  return [](const web::Request&) { return web::Response::text("live\n"); };
}

// A database that cannot be reached throws base::Unavailable, which the dispatcher answers with 503.
web::Handler ready(db::Database& database, AdminRoutes::StoodStill stood_still) {
  return [&database, stood_still = std::move(stood_still)](const web::Request&) {
    constexpr std::chrono::seconds too_long{10};
    if (const auto still = stood_still(); still >= too_long) {
      return web::Response::text(fmt::format("the workers for files have stood still for {} s\n",
                                             std::chrono::duration_cast<std::chrono::seconds>(still).count()),
                                 503);
    }
    database.read([](db::Connection& c) { c.exec("SELECT number FROM schema_migration LIMIT 1"); });
    return web::Response::text("ready\n");
  };
}

}  // namespace

struct AdminRoutes::Parts {
  Parts(db::Database& database, const web::Metrics& metrics, StoodStill stood_still)
      : dispatcher(web::RouteTable({
                       {web::Takes::get, "/healthz", web::anyone, 0, live()},
                       {web::Takes::get, "/readyz", web::anyone, 0, ready(database, std::move(stood_still))},
                       {web::Takes::get, "/metrics", web::anyone, 0, web::metrics_page(metrics)},
                   }),
                   {}, nobody, pages, refusals) {}

  NobodySignedIn nobody;
  PlainErrorPages pages;
  NoRefusals refusals;
  web::Dispatcher dispatcher;
};

AdminRoutes::AdminRoutes(db::Database& database, const web::Metrics& metrics, StoodStill stood_still)
    : parts_(std::make_unique<Parts>(database, metrics, std::move(stood_still))) {}
AdminRoutes::~AdminRoutes() = default;

web::Dispatcher& AdminRoutes::dispatcher() {
  return parts_->dispatcher;
}

}  // namespace app
