// Holds back whoever guesses passwords: for one email, known or not, at most ten guesses are checked until
// five minutes have gone by without one, whichever instance or address they come to and from. Counted before
// the check, in one statement, so that fifty guesses at once are not fifty chances. A success forgets the
// count.
#pragma once

#include <chrono>
#include <string_view>

#include "db/connection.h"

namespace sign_in {

inline constexpr std::int64_t max_guesses = 10;
inline constexpr std::chrono::milliseconds guess_window = std::chrono::minutes{5};

struct Admission {
  bool admitted = false;
  bool first_refused = false;  // since the last one that was admitted
  base::Instant again_at;      // where refused
  std::chrono::seconds wait{0};
};

Admission count_guess(db::Connection&, std::string_view email_key, base::Instant now);

// After a wrong guess was checked: the five minutes run from now. Also where nobody has the email, so that
// both are one durable write and the time that it takes tells nothing.
void note_wrong_guess(db::Connection&, std::string_view email_key, base::Instant now);

void forget_guesses(db::Connection&, std::string_view email_key);
void forget_old_guesses(db::Connection&, base::Instant now);

}  // namespace sign_in
