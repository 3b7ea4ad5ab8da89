#include <fmt/format.h>

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <exception>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <typeinfo>

#include "app/admin_routes.h"
#include "app/commands.h"
#include "app/hub.h"
#include "base/end_within.h"
#include "base/log.h"
#include "web/descriptors.h"
#include "web/metrics.h"
#include "web/server.h"

namespace app {
namespace {

struct Listen {
  std::string address;
  std::uint16_t port;
};

// 127.0.0.1:8080 or [::1]:8080.
Listen listen_from(const std::string& option, const std::string& text) {
  const auto colon = text.rfind(':');
  const auto wrong = [&] {
    return CommandFailed(
        fmt::format("{} is an address and a port, such as 127.0.0.1:8080, not \"{}\".", option, text));
  };
  if (colon == std::string::npos || colon == 0) throw wrong();
  auto address = text.substr(0, colon);
  if (address.front() == '[' && address.back() == ']') address = address.substr(1, address.size() - 2);
  const auto digits = text.substr(colon + 1);
  if (digits.empty() || digits.size() > 5 || digits.find_first_not_of("0123456789") != std::string::npos)
    throw wrong();
  const auto port = std::stoul(digits);
  if (port > 65'535) throw wrong();
  return {std::move(address), static_cast<std::uint16_t>(port)};
}

std::string without_end_slash(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  return url;
}

std::string checked_public_url(const ServeSettings& settings, const Listen& listen) {
  if (settings.public_url.empty()) return fmt::format("http://{}:{}", listen.address, listen.port);
  const auto& url = settings.public_url;
  if (!url.starts_with("http://") && !url.starts_with("https://")) {
    throw CommandFailed(fmt::format("--public-url starts with https:// (or http://), not \"{}\".", url));
  }
  return without_end_slash(url);
}

std::vector<web::Network> trusted_proxies(const ServeSettings& settings) {
  std::vector<web::Network> networks;
  for (const auto& text : settings.trusted_proxies) {
    const auto network = web::Network::from(text);
    if (!network) {
      throw CommandFailed(fmt::format(
          "--trusted-proxy is an address or a network, such as 127.0.0.1 or 10.0.0.0/8, not \"{}\".", text));
    }
    networks.push_back(*network);
  }
  return networks;
}

// SIGTERM and SIGINT, waited for by whoever calls wait(); every thread made after this leaves them to it.
class StopSignals {
 public:
  StopSignals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGTERM);
    sigaddset(&set_, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
  }
  void wait() const {
    int signal = 0;
    sigwait(&set_, &signal);
  }

 private:
  sigset_t set_{};
};

// Until the Hub stops. A database that is away for a while is tried again the next time.
void keep_up(Hub& hub, const std::stop_token& stop) {
  constexpr auto pause = std::chrono::seconds(3);
  std::mutex mutex;
  std::condition_variable_any stopping;
  while (!stop.stop_requested()) {
    try {
      hub.upkeep(stop);
    } catch (const std::exception& failure) {
      base::log(base::LogLevel::warning, "upkeep_failed", {{"what", typeid(failure).name()}});
    }
    std::unique_lock lock(mutex);
    stopping.wait_for(lock, stop, pause, [] { return false; });
  }
}

}  // namespace

void serve(const Common& common, const ServeSettings& settings) {
  const StopSignals signals;
  const auto listen = listen_from("--listen", settings.listen);
  const auto admin_listen = listen_from("--admin-listen", settings.admin_listen);
  const auto database = open_migrated(common);

  std::optional<base::EndWithin> end;  // after all below
  const auto cores = std::max(1U, std::thread::hardware_concurrency());
  constexpr std::size_t max_waiting = 1'000;
  constexpr std::size_t max_heavy_waiting = 20'000;  // an upload's 10,000 passwords, twice
  base::WorkPool pages(2 * cores, max_waiting);
  base::WorkPool heavy(cores, max_heavy_waiting);
  base::WorkPool sign_ins(cores, max_waiting);
  base::WorkPool asked_by_operators(2, max_waiting);  // whatever the others wait for

  const auto public_url = checked_public_url(settings, listen);
  web::Metrics metrics;
  metrics.add_gauge("exams_hub_waiting", "Work that waits for a thread", "pool=\"pages\"",
                    [&pages] { return static_cast<double>(pages.waiting()); });
  metrics.add_gauge("exams_hub_waiting", "Work that waits for a thread", "pool=\"heavy\"",
                    [&heavy] { return static_cast<double>(heavy.waiting()); });
  metrics.add_gauge("exams_hub_waiting", "Work that waits for a thread", "pool=\"sign_ins\"",
                    [&sign_ins] { return static_cast<double>(sign_ins.waiting()); });
  Hub hub(*database, heavy,
          {.public_url = public_url, .support_email = settings.support_email, .metrics = &metrics});
  constexpr std::size_t max_admin_connections = 64;
  metrics.add_gauge("exams_hub_clock_jump_seconds", "By how much the database's clock jumped, while doubted",
                    "", [&hub] { return std::chrono::duration<double>(hub.clock_jump()).count(); });
  web::ServerSettings server_settings{.address = listen.address, .port = listen.port};
  // Each worker may have the three files of an SQLite database open, and one that it reads or makes.
  const auto kept_back = max_admin_connections + 64 + 4 * 4 * cores;
  server_settings.max_connections =
      std::min(server_settings.max_connections,
               web::descriptors_for_connections(web::raise_descriptor_limit(), kept_back));
  // Enough for a school behind one address, and three more can be as many.
  server_settings.max_connections_of_one_address = server_settings.max_connections / 4;
  server_settings.trusted_proxies = trusted_proxies(settings);
  server_settings.hsts = public_url.starts_with("https://");
  const web::Pools pools{pages, heavy, sign_ins};
  web::Server server(server_settings, hub.dispatcher(), pools);

  metrics.add_gauge("exams_hub_connections", "Connections open now", "",
                    [&server] { return static_cast<double>(server.connections()); });

  AdminRoutes admin(
      *database, metrics, [&heavy] { return heavy.stood_still(); }, [&hub] { return hub.clock_jump(); });
  web::Server admin_server({.address = admin_listen.address,
                            .port = admin_listen.port,
                            .max_connections = max_admin_connections,
                            .max_connections_of_one_address = max_admin_connections},
                           admin.dispatcher(), {asked_by_operators, asked_by_operators, asked_by_operators});

  std::jthread serving([&] { server.run(); });
  std::jthread admin_serving([&] { admin_server.run(); });
  const auto where =
      settings.public_url.empty() ? fmt::format("http://{}:{}", listen.address, server.port()) : public_url;
  std::printf("Exams Hub is serving at %s\n", where.c_str());
  std::fflush(stdout);
  base::log(base::LogLevel::info, "serving",
            {{"port", std::int64_t{server.port()}}, {"admin_port", std::int64_t{admin_server.port()}}});

  const std::jthread upkeep([&hub](const std::stop_token& stop) { keep_up(hub, stop); });

  signals.wait();
  base::log(base::LogLevel::info, "stopping");
  end.emplace(server_settings.drain_timeout + std::chrono::seconds(5));
  server.stop();
  admin_server.stop();
}

}  // namespace app
