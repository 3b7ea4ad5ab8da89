// The memory that the bodies of many requests take together: bounded, and bounded for each address and each
// person, so that nobody takes it from all the others. A share grows with what has arrived, never with what
// was announced. Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace web {

class BodyMemory {
 public:
  struct Limits {
    std::size_t all;
    std::size_t of_one_address;
    std::size_t of_one_person;
  };
  // A school behind one address has a quarter, a person an eighth of it.
  static Limits shared_out(std::size_t all) { return {all, all / 4, all / 8}; }

  explicit BodyMemory(Limits limits) : limits_(limits) {}

  // What one request holds. The memory outlives it.
  class Share {
   public:
    Share(BodyMemory& memory, std::string_view address);
    Share(const Share&) = delete;
    Share& operator=(const Share&) = delete;
    ~Share() { release(); }

    // Before anything is held: the request is this account's as well.
    void belongs_to(std::int64_t account);
    bool has_room_for(std::size_t bytes) const;
    // False, and nothing more is held, where there is no room.
    bool grow(std::size_t bytes);
    void release();

   private:
    friend class BodyMemory;
    struct Holder {
      std::string name;
      std::size_t most;
    };
    BodyMemory& memory_;
    std::vector<Holder> holders_;
    std::size_t held_ = 0;
  };

  std::size_t taken() const;

 private:
  bool has_room(const Share&, std::size_t bytes) const;

  const Limits limits_;
  mutable std::mutex mutex_;
  std::size_t taken_ = 0;
  std::unordered_map<std::string, std::size_t> of_;  // by holder; who holds nothing is not there
};

}  // namespace web
