#include "documents/workbook.h"
#include "features/audit/pages/export.h"
#include "features/audit/pages/pages.h"

namespace audit::pages {
namespace {

using Figure = documents::Workbook::Figure;

constexpr std::size_t rows_of_a_sheet = 1'000'000;  // Excel takes 1,048,576

const std::array columns = {
    documents::Column{.heading = "When", .width = 26},    documents::Column{.heading = "Who", .width = 28},
    documents::Column{.heading = "What", .width = 30},    documents::Column{.heading = "To whom or what", .width = 32},
    documents::Column{.heading = "Details", .width = 70},
};

void add_row(documents::Workbook& workbook, const Entry& entry) {
  const Figure cells[] = {{.kind = Figure::Kind::date_time, .at = entry.at},
                          {.text = entry.actor_name},
                          {.text = std::string(words(entry.action))},
                          {.text = entry.subject.name},
                          {.text = details_text(entry.details)}};
  workbook.row(cells);
}

std::string workbook_of(ExportReader reader) {
  documents::Workbook workbook;
  std::size_t rows = 0;
  workbook.sheet("Audit", columns);
  for (auto entries = reader.next(); !entries.empty(); entries = reader.next()) {
    for (const auto& entry : entries) {
      if (rows > 0 && rows % rows_of_a_sheet == 0) {
        workbook.sheet(fmt::format("Audit {}", rows / rows_of_a_sheet + 1), columns);
      }
      add_row(workbook, entry);
      ++rows;
    }
  }
  return workbook.bytes();
}

}  // namespace

web::Handler audit_xlsx(db::Database& database) {
  return [&database](const web::Request& request) {
    web::Response response;
    response.header("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.header("Content-Disposition", web::attachment(export_filename(database, ".xlsx")));
    response.body = workbook_of(start_export(database, request, "Excel"));
    return response;
  };
}

}  // namespace audit::pages
