#include "features/audit/pages/detail_view.h"

namespace audit::pages {

void show_details(html::View::Part part, std::string_view name, std::span<const Detail> details) {
  auto all = part.include(name, "features/audit/pages/details.html");
  for (const auto& detail : details) {
    auto one = all.add("DETAIL");
    one.show_if("NEXT", &detail != &details.front());
    one.set("NAME", detail.name).set("BEFORE", detail.before).set("AFTER", detail.after);
    one.show(detail.before.empty() ? "PLAIN" : detail.after.empty() ? "REMOVED" : "CHANGED");
  }
}

}  // namespace audit::pages
