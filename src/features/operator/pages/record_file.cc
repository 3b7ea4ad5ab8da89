#include <fmt/format.h>

#include "features/operator/pages/pages.h"
#include "features/operator/pages/record_of.h"
#include "features/operator/pages/record_workbook.h"
#include "html/download.h"

namespace hub_operator::pages {

web::Response CentrePages::record_file(const web::Request& request) {
  auto found = record_of(database_, request);
  if (auto* ended = std::get_if<web::Response>(&found)) return std::move(*ended);
  const auto& open = std::get<OpenRecord>(found);
  // Nobody gets a record without its being kept in the audit.
  database_.write([&](db::Connection& c) { record_downloaded(c, request.actor(), open.request); });
  return html::download(
      fmt::format("Record of {} {}", open.record.person.full_name(), base::iso_date(open.record.read_at)),
      record_workbook(database_, open));
}

}  // namespace hub_operator::pages
