// The two statements of a list, so that a test can ask the database how it would run them.
#pragma once

#include <string>
#include <vector>

#include "features/accounts/account_store.h"

namespace accounts {

struct Statement {
  std::string sql;
  std::vector<db::Value> args;
};

Statement count_statement(const access::Actor&, const ListQuery&);
Statement page_statement(const access::Actor&, const ListQuery&);

}  // namespace accounts
