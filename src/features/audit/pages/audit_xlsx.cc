#include <fmt/format.h>

#include "documents/workbook.h"
#include "features/audit/details.h"
#include "features/audit/pages/export.h"
#include "features/audit/pages/pages.h"

namespace audit::pages {
namespace {

using Figure = documents::Workbook::Figure;

constexpr std::size_t rows_of_a_sheet = 1'000'000;  // Excel takes 1,048,576

const std::array all_columns = {
    documents::Column{.heading = "When", .width = 26},
    documents::Column{.heading = "Who", .width = 28},
    documents::Column{.heading = "What", .width = 30},
    documents::Column{.heading = "To whom or what", .width = 32},
    documents::Column{.heading = "Details", .width = 70},
    documents::Column{.heading = "Centre number", .width = 14},
    documents::Column{.heading = "Centre", .width = 36},
};
constexpr std::size_t of_a_centre = 5;  // the first ones: where it was done is told in the Hub's audit alone

void add_row(documents::Workbook& workbook, const Entry& entry, std::size_t columns) {
  const Figure cells[] = {{.kind = Figure::Kind::date_time, .at = entry.at},
                          {.text = entry.actor_name},
                          {.text = std::string(words(entry.action))},
                          {.text = entry.subject.name},
                          {.text = details_text(entry.details)},
                          {.text = entry.centre_number},
                          {.text = entry.centre_name}};
  workbook.row(std::span(cells).first(columns));
}

std::string workbook_of(ExportReader reader, Whose whose) {
  const auto columns = std::span(all_columns).first(whose == Whose::hub ? all_columns.size() : of_a_centre);
  documents::Workbook workbook;
  std::size_t rows = 0;
  workbook.sheet("Audit", columns);
  for (auto entries = reader.next(); !entries.empty(); entries = reader.next()) {
    for (const auto& entry : entries) {
      if (rows > 0 && rows % rows_of_a_sheet == 0) {
        workbook.sheet(fmt::format("Audit {}", rows / rows_of_a_sheet + 1), columns);
      }
      add_row(workbook, entry, columns.size());
      ++rows;
    }
  }
  return workbook.bytes();
}

}  // namespace

web::Handler audit_xlsx(db::Database& database, Whose whose) {
  return [&database, whose](const web::Request& request) {
    web::Response response;
    response.header("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.header("Content-Disposition", web::attachment(export_filename(database, ".xlsx")));
    response.body = workbook_of(start_export(database, request, whose, "Excel"), whose);
    return response;
  };
}

}  // namespace audit::pages
