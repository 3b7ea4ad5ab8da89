// "1-50 of 312 users" and the links to the other pages, keeping the filters in the address.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "html/view.h"
#include "web/form.h"

namespace html {

struct Paging {
  std::size_t page = 1;  // from 1
  std::size_t page_size = 50;
  std::size_t total = 0;

  std::size_t first_row() const { return (page - 1) * page_size; }  // from 0: the OFFSET
  std::size_t pages() const { return total == 0 ? 1 : (total + page_size - 1) / page_size; }
};

// The page that an address asks for, of so many rows; the last one where there are fewer.
Paging paging_of(const web::Fields& query, std::size_t total);

// Includes the paging partial as {{>PAGING}}; `path` and `query` make the links.
void show_paging(View::Part, const Paging&, std::string_view path, const web::Fields& query,
                 std::string_view one, std::string_view many);

// path?query with `name` set to `value` (removed where empty), percent-encoded.
std::string with_query(std::string_view path, const web::Fields& query, std::string_view name,
                       std::string_view value);

}  // namespace html
