// The connections there may be: so many in all, and a share of them for each address. Where it gets tight,
// whoever has been silent for longest makes room for the next. Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace web {

class Seats {
 public:
  Seats(std::size_t all, std::size_t of_one_address) : all_(all), of_one_address_(of_one_address) {}

  using Way = std::function<void()>;

  // One connection's, until it is destroyed. The Seats outlive it.
  class Seat {
   public:
    ~Seat() { seats_.leave(*this); }
    Seat(const Seat&) = delete;
    Seat& operator=(const Seat&) = delete;

    // How it is told to make room: at most once, while it is silent, by the thread that needs the place. It
    // may be gone by then. Said before it is silent for the first time.
    void give_up_by(Way way) { way_ = std::move(way); }
    void silent() { seats_.set_silent(*this); }  // nothing is asked for, or has not arrived yet
    void busy() { seats_.set_busy(*this); }

   private:
    friend class Seats;
    Seat(Seats& seats, std::string address) : seats_(seats), address_(std::move(address)) {}

    Seats& seats_;
    const std::string address_;
    Way way_;
    std::uint64_t silent_since_ = 0;  // a number that grows; 0: not silent
    bool given_up_ = false;           // told to make room, and counted no more
  };

  // Null where there is none and nobody is silent, of this address or of all. An empty address has no share.
  std::unique_ptr<Seat> take(std::string address);
  // Has the one that has been silent for longest make room, if there is any.
  bool free_one();

 private:
  using Silent = std::map<std::uint64_t, Seat*>;  // the longest first
  struct Group {
    std::size_t taken = 0;
    Silent silent;
  };

  std::unique_ptr<Seat> take(std::string address, Way& told);
  Way give_up(const Silent&);
  void set_silent(Seat&);
  void set_busy(Seat&);
  void leave(Seat&);
  void stop_counting(Seat&);
  void forget_silence(Seat&);

  const std::size_t all_;
  const std::size_t of_one_address_;
  std::mutex mutex_;
  std::size_t taken_ = 0;
  std::uint64_t clock_ = 0;
  Silent silent_;
  std::unordered_map<std::string, Group> of_;  // by address
};

}  // namespace web
