#include "features/certificates/drawing_ahead.h"

#include <atomic>
#include <future>

namespace certificates {

struct DrawingAhead::Slot {
  explicit Slot(Draw what) : draw(std::move(what)), drawn(promise.get_future()) {}

  bool begin() { return !begun.exchange(true); }
  void run() {
    try {
      promise.set_value(draw());
    } catch (...) {
      promise.set_exception(std::current_exception());
    }
  }

  Draw draw;
  std::promise<documents::DrawnCertificate> promise;
  std::future<documents::DrawnCertificate> drawn;
  std::atomic<bool> begun = false;
};

DrawingAhead::~DrawingAhead() {
  for (const auto& slot : slots_) slot->begin();
}

void DrawingAhead::push(Draw draw) {
  auto slot = std::make_shared<Slot>(std::move(draw));
  slots_.push_back(slot);
  // Where the pool is full, pop() draws it.
  std::ignore = pool_.try_submit(
      [slot] {
        if (slot->begin()) slot->run();
      },
      base::WorkPool::Priority::background);
}

bool DrawingAhead::draw_one() {
  for (const auto& slot : slots_) {
    if (slot->begin()) {
      slot->run();
      return true;
    }
  }
  return false;
}

documents::DrawnCertificate DrawingAhead::pop() {
  const auto slot = slots_.front();
  while (slot->drawn.wait_for(std::chrono::seconds{0}) != std::future_status::ready && draw_one()) {
  }
  slots_.pop_front();
  return slot->drawn.get();
}

}  // namespace certificates
