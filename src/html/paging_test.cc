#include "html/paging.h"

#include <gmock/gmock.h>

namespace html {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

web::Fields fields(std::initializer_list<std::pair<const char*, const char*>> all) {
  web::Fields made;
  for (const auto& [name, value] : all) made.add(name, value);
  return made;
}

std::string shown(const Paging& paging, const web::Fields& query = {}) {
  View holder("html/testing/list.html");
  show_paging(holder.root(), paging, "/users", query, "user", "users");
  return holder.render();
}

TEST(PagingTest, counts_what_is_on_one_page) {
  EXPECT_THAT(shown({.total = 1}), HasSubstr(">1 user<"));
  EXPECT_THAT(shown({.total = 0}), HasSubstr(">0 users<"));
  EXPECT_THAT(shown({.total = 50}), Not(HasSubstr("<nav")));
}

TEST(PagingTest, says_which_of_how_many_are_shown) {
  EXPECT_THAT(shown({.page = 1, .total = 312}), HasSubstr("1-50 of 312 users"));
  EXPECT_THAT(shown({.page = 7, .total = 312}), HasSubstr("301-312 of 312 users"));
  EXPECT_THAT(shown({.page = 25, .total = 5'000}), HasSubstr("1,201-1,250 of 5,000 users"));
}

TEST(PagingTest, the_first_page_has_no_previous_and_the_last_no_next) {
  const std::string first = shown({.page = 1, .total = 101});
  EXPECT_THAT(first, Not(HasSubstr("Previous")));
  EXPECT_THAT(first, HasSubstr("Next"));
  const std::string last = shown({.page = 3, .total = 101});
  EXPECT_THAT(last, HasSubstr("Previous"));
  EXPECT_THAT(last, Not(HasSubstr("Next")));
}

TEST(PagingTest, marks_the_current_page) {
  EXPECT_THAT(shown({.page = 2, .total = 101}), HasSubstr("aria-current=\"page\" aria-label=\"Page 2\""));
}

TEST(PagingTest, a_long_list_links_to_its_ends_and_the_neighbours) {
  const std::string html = shown({.page = 50, .total = 5'000});
  for (const char* page : {"Page 1\"", "Page 49\"", "Page 50\"", "Page 51\"", "Page 100\""})
    EXPECT_THAT(html, HasSubstr(page));
  EXPECT_THAT(html, Not(HasSubstr("Page 48\"")));
  EXPECT_THAT(html, HasSubstr("…"));
}

TEST(PagingTest, a_page_beyond_the_end_still_leads_back) {
  EXPECT_THAT(shown({.page = 9, .total = 101}), HasSubstr("href=\"/users?page=3\""));
}

TEST(PagingTest, links_keep_the_filters) {
  const std::string html =
      shown({.page = 1, .total = 101}, fields({{"q", "o'neil & co"}, {"role", "INV"}, {"page", "1"}}));
  EXPECT_THAT(html, HasSubstr("href=\"/users?q=o%27neil%20%26%20co&amp;role=INV&amp;page=2\""));
}

TEST(WithQueryTest, replaces_one_value_and_keeps_the_others) {
  EXPECT_EQ(with_query("/users", fields({{"q", "x"}, {"sort", "name"}}), "sort", "email"),
            "/users?q=x&sort=email");
}

TEST(WithQueryTest, drops_what_is_empty) {
  EXPECT_EQ(with_query("/users", fields({{"q", ""}, {"page", "3"}}), "page", ""), "/users");
}

TEST(WithQueryTest, encodes_every_script) {
  EXPECT_EQ(with_query("/users", {}, "q", "李 #&=+"), "/users?q=%E6%9D%8E%20%23%26%3D%2B");
}

TEST(PagingOf, takes_the_page_of_the_address_within_what_there_is) {
  const auto page = [](std::string asked, std::size_t total) {
    web::Fields query;
    query.add("page", std::move(asked));
    return paging_of(query, total).page;
  };
  EXPECT_EQ(page("2", 120), 2U);
  EXPECT_EQ(page("9", 120), 3U) << "the last one";
  for (const auto* nonsense : {"0", "-4", "two", ""}) EXPECT_EQ(page(nonsense, 120), 1U) << nonsense;
  EXPECT_EQ(page("3", 0), 1U);
}

}  // namespace
}  // namespace html
