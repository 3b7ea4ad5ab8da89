#include "app/admin_routes.h"

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
web::Handler ready(db::Database& database) {
  return [&database](const web::Request&) {
    database.read([](db::Connection& c) { c.exec("SELECT number FROM schema_migration LIMIT 1"); });
    return web::Response::text("ready\n");
  };
}

}  // namespace

struct AdminRoutes::Parts {
  explicit Parts(db::Database& database, const web::Metrics& metrics)
      : dispatcher(web::RouteTable({
                       {web::Takes::get, "/healthz", web::anyone, 0, live()},
                       {web::Takes::get, "/readyz", web::anyone, 0, ready(database)},
                       {web::Takes::get, "/metrics", web::anyone, 0, web::metrics_page(metrics)},
                   }),
                   {}, nobody, pages, refusals) {}

  NobodySignedIn nobody;
  PlainErrorPages pages;
  NoRefusals refusals;
  web::Dispatcher dispatcher;
};

AdminRoutes::AdminRoutes(db::Database& database, const web::Metrics& metrics)
    : parts_(std::make_unique<Parts>(database, metrics)) {}
AdminRoutes::~AdminRoutes() = default;

web::Dispatcher& AdminRoutes::dispatcher() {
  return parts_->dispatcher;
}

}  // namespace app
