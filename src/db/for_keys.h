// A query about many keys at once, whose text is the same for all numbers of keys above one, so that it is kept
// prepared.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "db/connection.h"

namespace db {

// Every row of `select_where` followed by " IN (the keys)" and `rest` ("" or " ORDER BY ..."), a round trip
// for every 250 keys: an order holds within these only. A key that is there twice brings its rows once for
// each 250.
Rows exec_for_keys(Connection&, std::string_view select_where, std::span<const Value> keys,
                   std::string_view rest = {});

}  // namespace db
