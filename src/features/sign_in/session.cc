#include "features/sign_in/session.h"

#include <algorithm>
#include <array>

namespace sign_in {
namespace {

struct Mark {
  std::string_view mark;
  std::string_view name;
};

// In this order: Edge and Opera also say Chrome, Chrome also says Safari; Android also says Linux, an iPad
// Mac OS.
constexpr std::array browsers = {
    Mark{"Edg/", "Edge"},
    Mark{"EdgA/", "Edge"},
    Mark{"EdgiOS/", "Edge"},
    Mark{"OPR/", "Opera"},
    Mark{"SamsungBrowser/", "Samsung Internet"},
    Mark{"Firefox/", "Firefox"},
    Mark{"FxiOS/", "Firefox"},
    Mark{"CriOS/", "Chrome"},
    Mark{"Chromium/", "Chromium"},
    Mark{"Chrome/", "Chrome"},
    Mark{"Safari/", "Safari"},
};
constexpr std::array systems = {
    Mark{"Windows", "Windows"}, Mark{"Android", "Android"}, Mark{"iPhone", "iPhone"}, Mark{"iPad", "iPad"},
    Mark{"CrOS", "ChromeOS"},   Mark{"Mac OS X", "a Mac"},  Mark{"Linux", "Linux"},
};

std::string_view first_of(std::span<const Mark> marks, std::string_view user_agent) {
  const auto found =
      std::ranges::find_if(marks, [&](const Mark& m) { return user_agent.find(m.mark) != user_agent.npos; });
  return found == marks.end() ? std::string_view() : found->name;
}

}  // namespace

std::string browser_name(std::string_view user_agent) {
  const auto browser = first_of(browsers, user_agent);
  const auto system = first_of(systems, user_agent);
  std::string name(browser.empty() ? "An unknown browser" : browser);
  if (!system.empty()) name.append(" on ").append(system);
  return name;
}

}  // namespace sign_in
