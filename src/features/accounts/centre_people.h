// How many people each centre has, and when they were last here: what the Hub's operator sees of them,
// without a name.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/actor.h"
#include "base/instant.h"
#include "db/connection.h"
#include "features/centres/centre.h"

namespace accounts {

struct CentrePeople {
  std::size_t exams_officers = 0;  // the Centre Admins among them
  std::size_t senior_leaders = 0;
  std::size_t invigilators = 0;
  std::size_t active = 0;  // signed in within the last 30 days
  std::optional<base::Instant> last_signed_in_at{};

  std::size_t total() const { return exams_officers + senior_leaders + invigilators; }
};

inline constexpr std::chrono::days active_days{30};

// One for each centre, in order; all of them empty for anybody but a Hub operator. At most 50 centres.
std::vector<CentrePeople> people_of(db::Connection&, const access::Actor&, std::span<const access::CentreId>);

// Centres with their Centre Admins, several at once: whom the Hub's operator writes to.
struct CentreContact {
  centres::Centre centre;
  std::string name;  // of one of its Centre Admins
  std::string email;
};

// Of these centres as far as they are there, one for each Centre Admin, by centre number, then by name;
// nothing for anybody but a Hub operator. At most 250 centres.
std::vector<CentreContact> centre_contacts(db::Connection&, const access::Actor&,
                                           std::span<const access::CentreId>);

}  // namespace accounts
