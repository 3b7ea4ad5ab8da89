// The project's `?` placeholders as PostgreSQL wants them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace db {

struct NumberedSql {
  std::string sql;  // $1, $2 ... for each `?` outside strings, quoted names, dollar quotes and comments
  std::size_t count;
};

NumberedSql number_placeholders(std::string_view sql);

}  // namespace db
