#include "html/paging.h"

#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include "base/text.h"

namespace html {
namespace {

std::string encoded(std::string_view text) {
  return boost::urls::encode(text, boost::urls::unreserved_chars);
}

std::string page_address(std::string_view path, const web::Fields& query, std::size_t page) {
  return with_query(path, query, "page", page == 1 ? "" : fmt::to_string(page));
}

// First, last, and the neighbours of the current one.
std::vector<std::size_t> shown_pages(std::size_t current, std::size_t last) {
  std::vector<std::size_t> shown;
  for (std::size_t page = 1; page <= last; ++page) {
    const std::size_t distance = page > current ? page - current : current - page;
    if (page == 1 || page == last || distance <= 1) shown.push_back(page);
  }
  return shown;
}

std::string count_text(const Paging& paging, std::string_view one, std::string_view many) {
  const std::string total = base::counted(paging.total, one, many);
  if (paging.pages() == 1) return total;
  const std::size_t first = std::min(paging.first_row() + 1, paging.total);
  const std::size_t last = std::min(paging.first_row() + paging.page_size, paging.total);
  return fmt::format("{}-{} of {}", base::thousands(first), base::thousands(last), total);
}

}  // namespace

Paging paging_of(const web::Fields& query, std::size_t total) {
  Paging paging;
  paging.total = total;
  paging.page = std::min(static_cast<std::size_t>(std::max(1L, query.number("page", 1))), paging.pages());
  return paging;
}

std::string with_query(std::string_view path, const web::Fields& query, std::string_view name,
                       std::string_view value) {
  std::string address(path);
  char separator = '?';
  const auto append = [&](std::string_view key, std::string_view text) {
    address += separator;
    address += encoded(key) + '=' + encoded(text);
    separator = '&';
  };
  for (const auto& [key, text] : query.items()) {
    if (key != name && !text.empty()) append(key, text);
  }
  if (!value.empty()) append(name, value);
  return address;
}

void show_paging(View::Part part, const Paging& paging, std::string_view path, const web::Fields& query,
                 std::string_view one, std::string_view many) {
  auto bar = part.include("PAGING", "html/partials/paging.html");
  bar.set("COUNT", count_text(paging, one, many));
  if (paging.pages() == 1) return;
  auto links = bar.add("LINKS");
  if (paging.page > 1) links.add("PREVIOUS").set("HREF", page_address(path, query, paging.page - 1));
  if (paging.page < paging.pages()) links.add("NEXT").set("HREF", page_address(path, query, paging.page + 1));
  std::size_t before = 0;
  for (const std::size_t page : shown_pages(paging.page, paging.pages())) {
    auto item = links.add("PAGE");
    item.show_if("GAP", page > before + 1);
    auto link = item.add(page == paging.page ? "CURRENT" : "OTHER");
    link.set("HREF", page_address(path, query, page)).set("NUMBER", base::thousands(page));
    before = page;
  }
}

}  // namespace html
