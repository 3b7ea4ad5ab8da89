#include "features/attempts/answer_queue.h"

#include <algorithm>

#include "base/unavailable.h"

namespace attempts {
namespace {

constexpr std::size_t most_together = 64;
constexpr int most_leaders = 2;  // one gathers and writes while the other's commit reaches the disk

}  // namespace

base::Result<Outcome> AnswerQueue::save(const access::Actor& actor, AttemptId id, const FormItems& form) {
  Waiting mine{.saving = {&actor, id, &form}};
  std::unique_lock lock(mutex_);
  queue_.push_back(&mine);
  while (!mine.done) {
    if (leaders_ >= most_leaders || queue_.empty()) {
      mine.woken.wait(lock);
      continue;
    }
    ++leaders_;
    const auto batch = next_batch();
    lock.unlock();
    run(batch);
    lock.lock();
    --leaders_;
    for (auto* waiting : batch) {
      waiting->done = true;
      waiting->woken.notify_one();
    }
    if (!queue_.empty()) queue_.front()->woken.notify_one();
  }
  if (mine.failure) std::rethrow_exception(mine.failure);
  return std::move(*mine.outcome);
}

AnswerQueue::Batch AnswerQueue::next_batch() {
  const auto size = static_cast<std::ptrdiff_t>(std::min(queue_.size(), most_together));
  Batch batch(queue_.begin(), queue_.begin() + size);
  queue_.erase(queue_.begin(), queue_.begin() + size);
  return batch;
}

// What is wrong with one must not touch the others: they are then saved one by one. A database that is away
// is away for all.
void AnswerQueue::run(const Batch& batch) {
  try {
    save_together(batch);
  } catch (const base::Unavailable&) {
    for (auto* waiting : batch) waiting->failure = std::current_exception();
  } catch (...) {
    if (batch.size() == 1) {
      batch.front()->failure = std::current_exception();
    } else {
      for (auto* waiting : batch) run({waiting});
    }
  }
}

void AnswerQueue::save_together(const Batch& batch) {
  std::vector<Saving> savings;
  for (const auto* waiting : batch) savings.push_back(waiting->saving);
  auto outcomes = database_.write([&](db::Connection& c) { return store_.save_all(c, savings); });
  for (std::size_t i = 0; i < batch.size(); ++i) batch[i]->outcome.emplace(std::move(outcomes[i]));
}

}  // namespace attempts
