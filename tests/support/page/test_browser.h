// A browser for page tests: drives the whole product through its dispatcher, without a socket. Keeps cookies,
// sends the CSRF token of the last page with every form, as a person's browser would.
//
//   TEST_P(AddUserTest, refuses_a_second_account_for_an_email) {
//     auto browser = signed_in(cast().here.officer);
//     browser.get("/users/add");
//     const auto page = browser.post("/users/add", {{"first_name", "Ann"}, ...});
//     EXPECT_EQ(page.status, 422);
//     EXPECT_THAT(page.body, HasSubstr("already a user of your centre"));
//   }
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/hub.h"
#include "base/work_pool.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace test {

using FormFields = std::vector<std::pair<std::string, std::string>>;

struct Answer {
  int status = 0;
  std::string body;      // a streamed body whole
  std::string location;  // of a redirect
  std::vector<std::pair<std::string, std::string>> headers;

  std::string header(std::string_view name) const;  // any letter case
};

class TestBrowser {
 public:
  explicit TestBrowser(web::Dispatcher& dispatcher) : dispatcher_(dispatcher) {}

  Answer get(std::string_view path_and_query);
  Answer post(std::string_view path, const FormFields& fields = {});
  Answer post_file(std::string_view path, const FormFields& fields, std::string_view file_field,
                   std::string_view filename, std::string_view bytes);
  Answer follow(const Answer& redirect) { return get(redirect.location); }
  Answer sign_in(std::string_view email, std::string_view password = cast_password);

  // Sent instead of the last page's token from now on; empty: back to that.
  void use_csrf(std::string token) { forced_csrf_ = std::move(token); }
  // Sent with every request.
  void set_header(std::string lower_case_name, std::string value) {
    headers_[std::move(lower_case_name)] = std::move(value);
  }
  void drop_cookies() { cookies_.clear(); }

 private:
  Answer send(web::Request);
  std::string csrf();

  web::Dispatcher& dispatcher_;
  std::map<std::string, std::string> cookies_;
  std::map<std::string, std::string> headers_;
  std::string last_csrf_;
  std::string forced_csrf_;
};

// Both databases, the fixed cast, the product over them.
class PageTest : public OnBothDatabases {
 public:
  const Cast& cast() const { return cast_; }
  app::Hub& hub() { return hub_; }
  TestBrowser stranger() { return TestBrowser(hub_.dispatcher()); }
  TestBrowser signed_in(const access::Actor&);
  TestBrowser hub_browser() { return signed_in(cast_.hub_operator); }

 private:
  Cast cast_ = make_cast(database());
  base::WorkPool heavy_{2, 10'000};
  app::Hub hub_{database(), heavy_, {}};
};

}  // namespace test
