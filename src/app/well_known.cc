#include "app/well_known.h"

#include <fmt/format.h>

#include "base/instant.h"

namespace app {

web::Handler security_txt(std::string support_email, std::string public_url) {
  const auto contact = support_email.empty() ? public_url : "mailto:" + support_email;
  return [contact, public_url = std::move(public_url)](const web::Request&) {
    // It has to be less than a year away, and is said anew each day.
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    auto text = fmt::format("Contact: {}\nExpires: {}\nPreferred-Languages: en\n", contact,
                            base::iso_utc(today + std::chrono::days{180}));
    if (public_url.starts_with("https://"))
      text += fmt::format("Canonical: {}/.well-known/security.txt\n", public_url);
    return web::Response::text(std::move(text));
  };
}

web::Handler change_password_page() {
  return [](const web::Request&) { return web::Response::see_other("/account/password"); };
}

}  // namespace app
