#include "app/admin_routes.h"

#include <fmt/format.h>

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>

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

// Asks the database whether it is there, one question at a time however many want to know: a frozen one keeps
// this thread, and nobody else.
class Probe {
 public:
  explicit Probe(db::Database& database)
      : database_(database), thread_([this](const std::stop_token& stop) { run(stop); }) {}

  bool answers_within(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    const auto mine = ++asked_;
    changed_.notify_all();
    return changed_.wait_for(lock, patience, [&] { return answered_ >= mine; }) && good_;
  }

 private:
  void run(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [&] { return asked_ > answered_; })) {
      const auto asked = asked_;
      lock.unlock();
      const bool good = ask();
      lock.lock();
      good_ = good;
      answered_ = asked;
      changed_.notify_all();
    }
  }
  bool ask() const {
    try {
      database_.read([](db::Connection& c) { c.exec("SELECT number FROM schema_migration LIMIT 1"); });
      return true;
    } catch (const std::exception&) {
      return false;
    }
  }

  db::Database& database_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::uint64_t asked_ = 0;
  std::uint64_t answered_ = 0;
  bool good_ = false;
  std::jthread thread_;  // the last member: it uses the others
};

web::Handler ready(std::shared_ptr<Probe> probe, AdminRoutes::StoodStill stood_still,
                   AdminRoutes::ClockJump clock_jump) {
  return [probe = std::move(probe), stood_still = std::move(stood_still),
          clock_jump = std::move(clock_jump)](const web::Request&) {
    constexpr std::chrono::seconds too_long{10};
    constexpr std::chrono::milliseconds patience{2'500};
    if (const auto still = stood_still(); still >= too_long) {
      return web::Response::text(fmt::format("the workers for files have stood still for {} s\n",
                                             std::chrono::duration_cast<std::chrono::seconds>(still).count()),
                                 503);
    }
    if (!probe->answers_within(patience)) return web::Response::text("the database does not answer\n", 503);
    // People go on all the same, so this is no reason to send them elsewhere.
    if (const auto jump = clock_jump(); jump != std::chrono::milliseconds{0}) {
      return web::Response::text(fmt::format(
          "ready; the clock of the database jumped by {} s, and no section is handed in by itself "
          "until it has stood for five minutes\n",
          std::chrono::duration_cast<std::chrono::seconds>(jump).count()));
    }
    return web::Response::text("ready\n");
  };
}

}  // namespace

struct AdminRoutes::Parts {
  Parts(db::Database& database, const web::Metrics& metrics, StoodStill stood_still, ClockJump clock_jump)
      : dispatcher(
            web::RouteTable({
                {web::Takes::get, "/healthz", web::anyone, 0, live(), web::Work::at_once},
                {web::Takes::get, "/readyz", web::anyone, 0,
                 ready(std::make_shared<Probe>(database), std::move(stood_still), std::move(clock_jump))},
                {web::Takes::get, "/metrics", web::anyone, 0, web::metrics_page(metrics), web::Work::at_once},
            }),
            {}, nobody, pages, refusals) {}

  NobodySignedIn nobody;
  PlainErrorPages pages;
  NoRefusals refusals;
  web::Dispatcher dispatcher;
};

AdminRoutes::AdminRoutes(db::Database& database, const web::Metrics& metrics, StoodStill stood_still,
                         ClockJump clock_jump)
    : parts_(std::make_unique<Parts>(database, metrics, std::move(stood_still), std::move(clock_jump))) {}
AdminRoutes::~AdminRoutes() = default;

web::Dispatcher& AdminRoutes::dispatcher() {
  return parts_->dispatcher;
}

}  // namespace app
