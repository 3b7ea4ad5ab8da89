// What the commands can be told.
#pragma once

#include <string>
#include <vector>

namespace app {

struct Common {
  std::string database;
  std::string log_level = "info";
  bool quiet = false;
};

struct ServeSettings {
  std::string listen = "127.0.0.1:8080";
  std::string admin_listen = "127.0.0.1:9080";
  std::string public_url;  // empty: http:// and where it listens
  std::string support_email = "contact@theexamsoffice.com";
  std::vector<std::string> trusted_proxies;  // addresses and networks
};

struct PersonSettings {
  std::string email;
  std::string first_name;
  std::string last_name;
  bool must_change = false;
};

struct CentreSettings {
  std::string number;
  std::string name;
  PersonSettings admin;
};

}  // namespace app
