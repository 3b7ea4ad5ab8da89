// 1,000 users from a spreadsheet, from the file's bytes to the committed accounts, against the bare hashing
// of their passwords on the same cores in the same run.
#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "features/accounts/password.h"
#include "features/uploads/uploads.h"
#include "features/user_upload/user_kind.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t users = 1'000;

std::string password_of(std::size_t i, std::size_t round) {
  return fmt::format("violet-kettle-{}-orbit-{}", i, round);
}

std::string file_of(std::size_t round) {
  std::string csv = "First name*,Last name*,Email*,Password*,Role*\n";
  for (std::size_t i = 0; i < users; ++i) {
    csv += fmt::format("Bench,User {},user{}-{}@bench.example,{},INV\n", i, i, round, password_of(i, round));
  }
  return csv;
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double bare_hashing(std::size_t threads, std::size_t round) {
  const auto start = Clock::now();
  std::atomic<std::size_t> next = 0;
  {
    std::vector<std::jthread> workers;
    for (std::size_t t = 0; t < threads; ++t) {
      workers.emplace_back([&] {
        for (std::size_t i = next++; i < users; i = next++) accounts::hash_password(password_of(i, round));
      });
    }
  }
  return seconds_since(start);
}

double whole_upload(uploads::Uploads& uploads, const access::Actor& officer, std::size_t round) {
  const auto file = file_of(round);
  const auto start = Clock::now();
  const auto id = uploads.take(officer, "users.csv", file);
  if (!id || !uploads.confirm(officer, *id)) throw std::runtime_error("the upload was refused");
  uploads.wait_until_idle();
  const auto took = seconds_since(start);
  if (uploads.look(officer, *id)->upload.status != uploads::Status::added)
    throw std::runtime_error("not added");
  return took;
}

}  // namespace

int main() {
  const auto cores = std::max(1U, std::thread::hardware_concurrency());
  test::TestDatabase database(db::Dialect::sqlite);
  const auto cast = test::make_cast(*database);
  base::WorkPool heavy(cores, 20'000);
  uploads::Uploads uploads(*database, heavy, user_upload::users());
  double bare = 0;
  double whole = 0;
  constexpr std::size_t rounds = 3;  // one after the other, so that both meet the same noise
  for (std::size_t round = 0; round < rounds; ++round) {
    bare += bare_hashing(cores, round);
    whole += whole_upload(uploads, cast.here.officer, round);
  }
  fmt::print(
      "upload: {} users {} times on {} cores: bare hashing {:.2f} s, file to accounts {:.2f} s, ratio "
      "{:.3f}\n",
      users, rounds, cores, bare, whole, whole / bare);
}
