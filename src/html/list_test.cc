#include "html/list.h"

#include <gmock/gmock.h>

namespace html {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using Kind = Field::Kind;

struct Found {
  std::size_t first;
  std::size_t total;
};

class ListTest : public ::testing::Test {
 public:
  List list(std::string_view query) {
    request_.path = "/users";
    request_.query = web::parse_urlencoded(query).value();
    return {request_,
            "/users",
            {{.name = "q", .label = "Search", .kind = Kind::search},
             {.name = "role",
              .label = "Role",
              .kind = Kind::drop_down,
              .choices = {{"", "All"}, {"INV", "Invigilator"}}},
             {.name = "from", .label = "From", .kind = Kind::date}},
            {{"name", "Name"}, {"email", "Email"}}};
  }
  static Found load(List& list, std::size_t total) {
    return list.load([&](std::size_t first) { return Found{first, total}; });
  }
  std::string shown(const List& list) {
    View view("html/testing/list.html");
    list.show(view.root(), {.one = "user", .many = "users"});
    return view.render();
  }

 private:
  web::Request request_;
};

TEST_F(ListTest, reads_what_is_asked_for_and_of_choices_only_those_that_there_are) {
  EXPECT_EQ(list("q=+Ann+&role=INV").get("q"), "Ann");
  EXPECT_EQ(list("q=+Ann+&role=INV").get("role"), "INV");
  EXPECT_EQ(list("role=GOD").get("role"), "");
  EXPECT_FALSE(list("role=GOD&page=3").is_filtered());
  EXPECT_TRUE(list("q=Ann").is_filtered());
}

TEST_F(ListTest, loads_the_page_that_is_asked_for_and_the_last_one_where_there_are_fewer) {
  auto second = list("page=2");
  EXPECT_EQ(load(second, 312).first, 50u);
  EXPECT_THAT(shown(second), HasSubstr("51-100 of 312 users"));
  auto beyond = list("page=99");
  EXPECT_EQ(load(beyond, 312).first, 300u);
  EXPECT_THAT(shown(beyond), HasSubstr("301-312 of 312 users"));
  for (const auto* odd : {"page=0", "page=-1", "page=x"}) {
    auto first = list(odd);
    EXPECT_EQ(load(first, 312).first, 0u) << odd;
  }
}

TEST_F(ListTest, gives_those_that_stand_on_the_page_of_all_that_are_loaded) {
  const std::vector<int> all{1, 2, 3, 4, 5};
  const auto rows = [&](const char* query) {
    web::Request request;
    request.query = web::parse_urlencoded(query).value();
    const auto page = List(request, "/numbers", {}, {}, 2).rows_of(all);
    return std::vector(page.begin(), page.end());
  };
  EXPECT_EQ(rows(""), (std::vector{1, 2}));
  EXPECT_EQ(rows("page=2"), (std::vector{3, 4}));
  EXPECT_EQ(rows("page=99"), (std::vector{5}));
}

TEST_F(ListTest, asks_for_a_search_as_it_is_typed_and_not_again_when_it_is_left) {
  EXPECT_THAT(
      shown(list("")),
      HasSubstr("hx-trigger=\"input changed delay:250ms from:#q, change from:#role, change from:#from, "
                "submit\""));
}

TEST_F(ListTest, every_link_keeps_the_filters_and_the_order) {
  auto filtered = list("q=O%27Neil+%26+Co&role=INV&sort=-email&other=1");
  load(filtered, 120);
  EXPECT_THAT(shown(filtered),
              HasSubstr("/users?q=O%27Neil%20%26%20Co&amp;role=INV&amp;sort=-email&amp;page=2"));
  EXPECT_EQ(filtered.address(), "/users?q=O%27Neil%20%26%20Co&role=INV&sort=-email");
}

TEST_F(ListTest, a_column_sorts_and_once_more_the_other_way) {
  auto by_name = list("");
  EXPECT_EQ(by_name.sort(), "name");
  EXPECT_THAT(shown(by_name),
              AllOf(HasSubstr("aria-sort=\"ascending\"><a class=\"sort\" href=\"/users?sort=-name\""),
                    HasSubstr("href=\"/users?sort=email\"")));
  EXPECT_TRUE(list("sort=-email").is_descending());
  EXPECT_EQ(list("sort=password").sort(), "name");
}

TEST_F(ListTest, without_a_row_says_so_and_leads_back_to_all) {
  auto none = list("q=nobody");
  load(none, 0);
  EXPECT_THAT(shown(none), AllOf(HasSubstr("No user matches"), HasSubstr("href=\"/users\">Show all users"),
                                 HasSubstr("0 users")));
}

TEST_F(ListTest, a_wrong_filter_answers_422_with_the_message_beside_it_and_what_was_typed) {
  auto wrong = list("from=yesterday");
  const base::FieldError error{"from", "Write a day."};
  EXPECT_FALSE(wrong.check({&error, 1}));
  View view("html/testing/list.html");
  wrong.show(view.root(), {.one = "user", .many = "users"});
  const auto page = wrong.page({.title = "Users", .menu = {}}, std::move(view));
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("<a href=\"#from\">Write a day.</a>"), HasSubstr("value=\"yesterday\""),
                    HasSubstr("aria-describedby=\"from-error\" aria-invalid=\"true\"")));
}

TEST_F(ListTest, the_first_page_has_no_previous_and_the_last_no_next) {
  auto first = list("");
  load(first, 101);
  EXPECT_THAT(shown(first), AllOf(Not(HasSubstr("Previous")), HasSubstr("Next")));
  auto last = list("page=3");
  load(last, 101);
  EXPECT_THAT(shown(last), AllOf(HasSubstr("Previous"), Not(HasSubstr("Next"))));
  auto only = list("");
  load(only, 50);
  EXPECT_THAT(shown(only), AllOf(HasSubstr("50 users"), Not(HasSubstr("aria-label=\"Pages\""))));
}

TEST_F(ListTest, a_long_list_marks_its_page_and_links_to_its_ends_and_the_neighbours) {
  auto long_list = list("page=50");
  load(long_list, 5'000);
  const auto html = shown(long_list);
  EXPECT_THAT(html, HasSubstr("aria-current=\"page\" aria-label=\"Page 50\""));
  for (const char* page : {"Page 1\"", "Page 49\"", "Page 50\"", "Page 51\"", "Page 100\""}) {
    EXPECT_THAT(html, HasSubstr(page));
  }
  EXPECT_THAT(html, AllOf(Not(HasSubstr("Page 48\"")), HasSubstr("…")));
}

web::Fields fields(std::string_view query) {
  return web::parse_urlencoded(query).value();
}

TEST(WithQueryTest, replaces_one_value_and_keeps_the_others) {
  EXPECT_EQ(with_query("/users", fields("q=x&sort=name"), "sort", "email"), "/users?q=x&sort=email");
}

TEST(WithQueryTest, drops_what_is_empty) {
  EXPECT_EQ(with_query("/users", fields("q=&page=3"), "page", ""), "/users");
}

TEST(WithQueryTest, encodes_every_script) {
  EXPECT_EQ(with_query("/users", {}, "q", "李 #&=+"), "/users?q=%E6%9D%8E%20%23%26%3D%2B");
}

}  // namespace
}  // namespace html
