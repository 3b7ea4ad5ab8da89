// Random numbers that are the same on every machine for the same seed: what the standard's distributions make
// of a generator is each library's own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace fill {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  // One of its own for each thing that is made, so that what is made of one never changes another.
  Dice(std::uint64_t seed, std::uint64_t of) : state_(seed ^ (of + 1) * 0xd1342543de82ef95) { next(); }

  std::uint64_t next() {  // SplitMix64
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
  }
  std::uint64_t below(std::uint64_t n) { return next() % n; }
  bool chance(unsigned percent) { return below(100) < percent; }
  template <class Range>
  const auto& one_of(const Range& range) {
    return std::data(range)[below(std::size(range))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace fill
