#include "features/progress/pages/picture.h"

#include <fmt/format.h>

namespace progress::pages {
namespace {

// The ring's length is 100 (pathLength); it begins at the top.
struct Ring {
  html::View::Part picture;
  std::size_t all;
  std::size_t before = 0;

  void arc(std::string_view kind, std::size_t count) {
    if (count == 0) return;
    const auto share = [&](std::size_t n) {
      return 100.0 * static_cast<double>(n) / static_cast<double>(all);
    };
    picture.add("ARC")
        .set("KIND", kind)
        .set("LENGTH", fmt::format("{:.2f}", share(count)))
        .set("REST", fmt::format("{:.2f}", 100 - share(count)))
        .set("OFFSET", fmt::format("{:.2f}", -share(before)));
    before += count;
  }
};

}  // namespace

void show_picture(html::View::Part part, const Shares& shares) {
  auto picture = part.include("PICTURE", "features/progress/pages/picture.html");
  picture.set("RIGHT", static_cast<std::int64_t>(shares.right));
  picture.set("WRONG", static_cast<std::int64_t>(shares.wrong));
  picture.set("UNANSWERED", static_cast<std::int64_t>(shares.unanswered));
  picture.set("ALL", static_cast<std::int64_t>(shares.all()));
  Ring ring{.picture = picture, .all = shares.all()};
  ring.arc("ring-right", shares.right);
  ring.arc("ring-wrong", shares.wrong);
  ring.arc("ring-unanswered", shares.unanswered);
}

}  // namespace progress::pages
