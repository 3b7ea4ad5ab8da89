// The people of the demo centre: names that say they are made up, in the scripts that real centres meet.
#pragma once

#include <span>
#include <string_view>

namespace app {

struct DemoPerson {
  std::string_view first_name;
  std::string_view last_name;
  std::string_view email_name;  // before @demo.example
  std::string_view role;
};

std::span<const DemoPerson> demo_people();

}  // namespace app
