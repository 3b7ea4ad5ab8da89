// What the page tests of Assessment Access share: two assessments for invigilators, one for others.
#pragma once

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "support/page/test_browser.h"

namespace visibility::pages {

class OnAccessPages : public test::PageTest {
 public:
  OnAccessPages() {
    publish("essentials", "Exam room essentials", {access::Role::exams_officer, access::Role::invigilator});
    publish("emergencies", "Emergencies <b>", {access::Role::invigilator});
    publish("leading", "Leading", {access::Role::senior_leader});
  }
  void publish(std::string slug, std::string title, std::vector<access::Role> audience) {
    auto content = test::assessment(std::move(slug));
    content.title = std::move(title);
    content.audience = std::move(audience);
    database().write([&](db::Connection& c) { assessments::publish(c, content, nullptr).value(); });
  }

  static std::string page_of(const access::Actor& actor, std::string_view page) {
    return fmt::format("/users/{}/{}", std::to_underlying(actor.account), page);
  }
  test::Answer post_as(const access::Actor& actor, const std::string& address,
                       const test::FormFields& fields) {
    auto browser = signed_in(actor);
    browser.get("/");
    return browser.post(address, fields);
  }
  std::string id(const access::Actor& actor) const {
    return std::to_string(std::to_underlying(actor.account));
  }

  // What an invigilator's own Assessments page says.
  std::string seen_by(const access::Actor& actor) { return signed_in(actor).get("/assessments").body; }

  const access::Actor& admin() const { return cast().here.admin; }
  const access::Actor& ivan() const { return cast().here.invigilator; }
};

// What stands between `name="NAME" value="` and the next quote.
inline std::string field_value(const std::string& page, std::string_view name) {
  const auto start = fmt::format("name=\"{}\" value=\"", name);
  const auto at = page.find(start);
  if (at == std::string::npos) return {};
  return page.substr(at + start.size(), page.find('"', at + start.size()) - at - start.size());
}

}  // namespace visibility::pages
