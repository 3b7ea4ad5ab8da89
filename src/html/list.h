// A list that is searched, filtered, sorted and paged: its filters are told once, and what the address asks
// for is read, the form of filters drawn, and every link made from that one list. Links keep the filters; a
// page beyond the last is the last; where nothing matches, the page says so and what to do.
//
//   html::List list(request, "/users", {{.name = "q", .label = "Search", .kind = Kind::search}});
//   const auto found = list.load([&](std::size_t first_row) { return accounts::list(c, actor, query); });
//
//   html::View view("features/accounts/pages/users.html");
//   for (const auto& account : found.accounts) view.add("USER").set("NAME", account.full_name());
//
//   list.show(view.root(), {.one = "user", .many = "users"});
//
//   return list.page({.title = "User Management", .menu = "/users"}, std::move(view));
//
// The template: {{>FILTERS}} <div id="results"> {{>EMPTY}} {{#TABLE}} ... {{/TABLE}} {{>PAGING}} </div>. The
// filters bring what stands in #results afresh.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"
#include "html/field.h"
#include "html/page.h"
#include "html/view.h"
#include "web/request.h"

namespace html {

// path?query with `name` set to `value` (removed where empty), percent-encoded.
std::string with_query(std::string_view path, const web::Fields& query, std::string_view name,
                       std::string_view value);

// A column that the list can be sorted by: `sort=name`, or `sort=-name` for descending. The first one is the
// order of a list that nobody sorted.
struct SortColumn {
  std::string_view name;
  std::string_view label;
};

// Instead of the table where there is no row.
struct Empty {
  std::string title;
  std::string text;
  std::string href{};  // what to do; empty for nothing
  std::string label{};
};
void show_empty(View::Part, const Empty&);  // as {{>EMPTY}}

struct ListWords {
  std::string_view one;   // "user"
  std::string_view many;  // "users"
  Empty empty{};  // where the list has no row; by default that no user matches, and a link to all of them
  std::string_view button = "Show";  // of the filters
};

class List {
 public:
  static constexpr std::size_t page_size = 50;

  List(const web::Request&, std::string address, std::vector<Field> filters = {},
       std::vector<SortColumn> = {}, std::size_t rows_a_page = page_size);

  // What the address asks for, or a form of the page that carries it on; without white space at the ends; of
  // a filter with choices always one of them.
  std::string get(std::string_view filter) const;
  bool is_filtered() const;       // by any of them
  std::string_view sort() const;  // the name of a column
  bool is_descending() const;
  std::size_t first_row() const { return (page_ - 1) * rows_a_page_; }  // from 0: the OFFSET
  std::size_t page_number() const { return page_; }                     // from 1

  // Loads the page that is asked for, or the last one where there are fewer. `load` takes the first row (from
  // 0) and returns what has a `total`, of all pages.
  template <class Load>
  auto load(Load load) {
    auto found = load(first_row());
    if (took(found.total)) found = load(first_row());
    return found;
  }

  // Where all of them are loaded anyway: how many there are. Whether the page that was asked for is another
  // one now.
  bool took(std::size_t total);

  // Those of `all` that stand on the page.
  template <class T>
  std::span<const T> rows_of(const std::vector<T>& all) {
    took(all.size());
    return std::span(all).subspan(first_row(), std::min(rows_a_page_, all.size() - first_row()));
  }

  // Whether there are none; else they stand beside their filters, and the page answers 422.
  bool check(std::span<const base::FieldError>);
  bool wrong(std::string_view filter, std::string message);  // false
  const std::vector<base::FieldError>& errors() const { return errors_; }

  // The list's address with its filters and its order, without its page; and that with one of them changed.
  std::string address() const { return with_query(address_, kept_, "page", ""); }
  std::string with(std::string_view name, std::string_view value) const {
    return with_query(address_, kept_, name, value);
  }
  const std::string& place() const { return address_; }  // the whole list, unfiltered
  const web::Fields& kept() const { return kept_; }

  // {{>FILTERS}}, {{>COLUMNS}} (the heads of those that it can be sorted by), {{>EMPTY}} or {{#TABLE}},
  // {{>PAGING}}.
  void show(View::Part, const ListWords&) const;
  void show_filters(View::Part, std::string_view button) const;  // alone, where the table stands in a form
  web::Response page(PageHead, View) const;

 private:
  std::size_t pages() const { return total_ == 0 ? 1 : (total_ + rows_a_page_ - 1) / rows_a_page_; }
  std::string count(const ListWords&) const;
  void show_columns(View::Part) const;
  void show_paging(View::Part, const ListWords&) const;

  const web::Request& request_;
  const web::Fields& asked_;
  std::string address_;
  std::vector<Field> filters_;
  std::vector<SortColumn> columns_;
  std::size_t rows_a_page_;
  web::Fields kept_;
  std::size_t page_;
  std::size_t total_ = 0;
  std::vector<base::FieldError> errors_;
};

}  // namespace html
