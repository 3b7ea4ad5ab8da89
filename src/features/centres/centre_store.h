// The centre table's queries. Only the operator's side and the commands see more than one centre.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "db/connection.h"
#include "features/centres/centre.h"

namespace centres {

// Refuses (bad_input "number") a number that is taken.
base::Result<access::CentreId> add(db::Connection&, std::string_view number, std::string_view name);

Centre of(db::Connection&, const access::Actor&);  // the actor's own

// Which centre numbers are taken.
struct NumberOwner {
  std::string name;
  bool closed = false;
};

// The centre that has each number, in order. Nobody but a Hub operator is told of any.
std::vector<std::optional<NumberOwner>> number_owners(db::Connection&, const access::Actor&,
                                                      std::span<const std::string> numbers);

// Erases the row of a centre of which nothing else is left; its number can be added again.
// Who may, and when, is directory/erasure.h's to say; nobody else calls it.
void erase_centre(db::Connection&, access::CentreId);

}  // namespace centres
