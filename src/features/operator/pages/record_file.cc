#include <fmt/format.h>

#include "features/operator/pages/pages.h"
#include "features/operator/pages/record_of.h"
#include "features/operator/pages/record_workbook.h"
#include "web/file_stream.h"

namespace hub_operator::pages {

web::Handler person_record_file(db::Database& database) {
  return [&database](const web::Request& request) {
    auto found = record_of(database, request);
    if (auto* ended = std::get_if<web::Response>(&found)) return std::move(*ended);
    const auto& open = std::get<OpenRecord>(found);
    // Nobody gets a record without its being kept in the audit.
    database.write([&](db::Connection& c) { record_downloaded(c, request.actor(), open.request); });
    const std::shared_ptr<documents::TemporaryFile> file = record_workbook(database, open);
    web::Response response;
    response.header("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.header("Content-Disposition",
                    web::attachment(fmt::format("Record of {} {}.xlsx", open.record.person.full_name(),
                                                base::iso_date(open.record.read_at))));
    response.stream = std::make_unique<web::FileStream>(file->path(), file);
    return response;
  };
}

}  // namespace hub_operator::pages
