// A coroutine's way to a worker and back.
#pragma once

#include <memory>
#include <utility>

#include "base/work_pool.h"
#include "web/server/asio.h"

namespace web::server {

// Runs `task` on the pool while the coroutine waits; what it refers to stays alive as long. False, and not
// run, when the pool's queue is full. The task must not throw.
template <class Task>
Awaitable<bool> run_on(base::WorkPool& pool, Task task) {
  const auto initiate = [&pool](auto handler, Task work) {
    using Handler = decltype(handler);
    struct Waiting {
      Handler handler;
      Task task;
      asio::executor_work_guard<Strand> strand;  // keeps run() from returning meanwhile
    };
    const auto strand = asio::get_associated_executor(handler);
    const auto waiting = std::make_shared<Waiting>(
        Waiting{std::move(handler), std::move(work), asio::executor_work_guard<Strand>(strand)});
    const auto resume = [waiting](bool ran) {
      asio::post(waiting->strand.get_executor(), [waiting, ran] {
        Handler continue_with(std::move(waiting->handler));
        continue_with(ran);
      });
    };
    const bool taken = pool.try_submit([waiting, resume] {
      waiting->task();
      resume(true);
    });
    if (!taken) resume(false);
  };
  return asio::async_initiate<const asio::use_awaitable_t<Strand>&, void(bool)>(
      initiate, asio::use_awaitable_t<Strand>{}, std::move(task));
}

}  // namespace web::server
