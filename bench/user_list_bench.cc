// A page of 50 users out of 300,000 in the Hub, against the same page where the 50 are all there are, in the
// same run.
#include <fmt/format.h>

#include <chrono>

#include "base/text.h"
#include "features/accounts/account_store.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace {

using Clock = std::chrono::steady_clock;

// `centres` more centres of `each` users; the cast's first centre gets `here` users.
void fill(db::Database& database, access::CentreId first, std::size_t here, std::size_t centres,
          std::size_t each) {
  database.write([&](db::Connection& c) {
    std::size_t made = 0;
    const auto add = [&](access::CentreId centre, std::size_t n) {
      std::vector<std::vector<db::Value>> rows;
      for (std::size_t i = 0; i < n; ++i, ++made) {
        const auto last = fmt::format("User {}", made * 7919 % 1'000'003);
        const auto email = fmt::format("u{}@bench.example", made);
        rows.push_back({centre, "INV", "Bench", last, email, email, base::collation_key(last + " Bench"),
                        base::search_key("Bench " + last + " " + email), "-", 0, 0});
      }
      c.exec_many(
          "INSERT INTO account (centre_id, role, first_name, last_name, email, email_key, sort_key, "
          "search_key, "
          "password_hash, must_change_password, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          rows);
    };
    add(first, here);
    for (std::size_t i = 0; i < centres; ++i) {
      const auto id =
          c.exec("INSERT INTO centre (number, name, created_at) VALUES (?, 'Bench', 0) RETURNING id",
                 fmt::format("{:05}", 30'000 + i))
              .at(0)
              .id<access::CentreId>(0);
      add(id, each);
    }
  });
}

double page_microseconds(db::Database& database, const access::Actor& officer) {
  constexpr int rounds = 300;
  const auto start = Clock::now();
  for (int i = 0; i < rounds; ++i) {
    const auto page = database.read([&](db::Connection& c) { return accounts::list(c, officer, {}); });
    if (page.accounts.size() != 50) throw std::runtime_error("not a page of 50");
  }
  return std::chrono::duration<double, std::micro>(Clock::now() - start).count() / rounds;
}

}  // namespace

int main() {
  test::TestDatabase small(db::Dialect::sqlite);
  test::TestDatabase large(db::Dialect::sqlite);
  const auto small_cast = test::make_cast(*small);
  const auto large_cast = test::make_cast(*large);
  fill(*small, small_cast.here.officer.centre, 46, 0, 0);        // with the cast's four: 50
  fill(*large, large_cast.here.officer.centre, 46, 1'000, 300);  // and 300,000 elsewhere
  page_microseconds(*small, small_cast.here.officer);
  page_microseconds(*large, large_cast.here.officer);
  const auto of_50 = page_microseconds(*small, small_cast.here.officer);
  const auto of_300_000 = page_microseconds(*large, large_cast.here.officer);
  fmt::print("user list: a page of 50 of 50 {:.0f} us, of 300,000 in the Hub {:.0f} us, ratio {:.2f}\n",
             of_50, of_300_000, of_300_000 / of_50);
}
