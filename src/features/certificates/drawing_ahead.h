// Drawings made on all cores and given out in order, only so many ahead of the reader. Whoever waits for the
// next one draws too, so that it goes on even where the pool has no thread to spare.
//
// One thread at a time. When it goes, what is not begun is never drawn.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>

#include "base/work_pool.h"
#include "documents/certificate.h"

namespace certificates {

class DrawingAhead {
 public:
  using Draw = std::function<documents::DrawnCertificate()>;

  DrawingAhead(base::WorkPool& pool, std::size_t ahead) : pool_(pool), ahead_(ahead) {}
  ~DrawingAhead();
  DrawingAhead(const DrawingAhead&) = delete;
  DrawingAhead& operator=(const DrawingAhead&) = delete;

  bool full() const { return slots_.size() >= ahead_; }
  bool empty() const { return slots_.empty(); }
  void push(Draw);
  documents::DrawnCertificate pop();  // the oldest; rethrows what its drawing threw

 private:
  struct Slot;

  bool draw_one();  // false where all are begun

  base::WorkPool& pool_;
  const std::size_t ahead_;
  std::deque<std::shared_ptr<Slot>> slots_;
};

}  // namespace certificates
