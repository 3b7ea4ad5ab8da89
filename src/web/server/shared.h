// What all connections of one Server share.
#pragma once

#include <atomic>

#include "web/body_memory.h"
#include "web/seats.h"
#include "web/server.h"

namespace web::server {

struct Shared {
  Shared(ServerSettings s, Dispatcher& d, Pools p)
      : settings(std::move(s)),
        dispatcher(d),
        pools(p),
        seats(settings.max_connections, settings.max_connections_of_one_address),
        strangers_forms(BodyMemory::shared_out(settings.max_stranger_bytes)),
        forms(BodyMemory::shared_out(settings.max_form_bytes)),
        files(BodyMemory::shared_out(settings.max_file_bytes)) {}

  // Whoever fills in a form never waits for somebody's files, nor whoever is signed in for a stranger.
  BodyMemory& bodies_of(const Route& route) {
    if ((route.who & strangers) != 0) return strangers_forms;
    return route.body_limit <= settings.largest_form ? forms : files;
  }

  const ServerSettings settings;
  Dispatcher& dispatcher;
  Pools pools;
  std::atomic<bool> stopping{false};
  Seats seats;
  BodyMemory strangers_forms;
  BodyMemory forms;
  BodyMemory files;
};

}  // namespace web::server
