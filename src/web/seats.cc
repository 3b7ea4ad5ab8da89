#include "web/seats.h"

namespace web {

std::unique_ptr<Seats::Seat> Seats::take(std::string address) {
  Way told;
  std::unique_ptr<Seat> seat;
  {
    const std::scoped_lock lock(mutex_);
    seat = take(std::move(address), told);
  }
  if (told) told();
  return seat;
}

// Room in the address's share is room in all: nobody has to be told twice.
std::unique_ptr<Seats::Seat> Seats::take(std::string address, Way& told) {
  const auto group = address.empty() ? of_.end() : of_.find(address);
  if (group != of_.end() && group->second.taken >= of_one_address_) {
    if (group->second.silent.empty()) return nullptr;
    told = give_up(group->second.silent);
  } else if (taken_ >= all_) {
    if (silent_.empty()) return nullptr;
    told = give_up(silent_);
  }
  ++taken_;
  ++of_[address].taken;
  return std::unique_ptr<Seat>(new Seat(*this, std::move(address)));
}

bool Seats::free_one() {
  Way told;
  {
    const std::scoped_lock lock(mutex_);
    if (silent_.empty()) return false;
    told = give_up(silent_);
  }
  if (told) told();
  return true;
}

Seats::Way Seats::give_up(const Silent& silent) {
  Seat& longest = *silent.begin()->second;
  forget_silence(longest);
  stop_counting(longest);
  longest.given_up_ = true;
  return std::move(longest.way_);
}

void Seats::set_silent(Seat& seat) {
  const std::scoped_lock lock(mutex_);
  if (seat.given_up_ || seat.silent_since_ != 0) return;
  seat.silent_since_ = ++clock_;
  silent_.emplace(seat.silent_since_, &seat);
  of_[seat.address_].silent.emplace(seat.silent_since_, &seat);
}

void Seats::set_busy(Seat& seat) {
  const std::scoped_lock lock(mutex_);
  forget_silence(seat);
}

void Seats::leave(Seat& seat) {
  const std::scoped_lock lock(mutex_);
  forget_silence(seat);
  if (!seat.given_up_) stop_counting(seat);
}

void Seats::stop_counting(Seat& seat) {
  --taken_;
  const auto group = of_.find(seat.address_);
  if (--group->second.taken == 0) of_.erase(group);
}

void Seats::forget_silence(Seat& seat) {
  if (seat.silent_since_ == 0) return;
  silent_.erase(seat.silent_since_);
  of_[seat.address_].silent.erase(seat.silent_since_);
  seat.silent_since_ = 0;
}

}  // namespace web
