#include <fmt/format.h>

#include "features/audit/actions.h"
#include "features/audit/audit.h"
#include "features/summary/download.h"
#include "features/summary/pages/filter_form.h"
#include "features/summary/pages/pages.h"
#include "html/download.h"

namespace summary::pages {
namespace {

void keep_in_audit(db::Connection& c, const access::Actor& actor, html::Format format, const Filter& filter,
                   std::size_t people) {
  const auto fields = fields_of(filter);
  std::vector<audit::Detail> details{{"Format", "", std::string(html::words(format))},
                                     {"Users", "", fmt::to_string(people)}};
  for (const auto& [name, value] : fields.items()) details.push_back({"Filter " + name, "", value});
  audit::record(c, actor,
                {audit::action::summary_downloaded, {"summary", std::nullopt, "User Summary"}, details});
}

}  // namespace

web::Response SummaryPages::download(const web::Request& request) {
  const auto& actor = request.actor();
  const auto filter = filter_of(request.query);
  const auto format = html::format_of(request);
  const auto board = std::make_shared<const Board>(database_.read(load_board, actor, filter));
  database_.write([&](db::Connection& c) { keep_in_audit(c, actor, format, filter, board->people.size()); });
  const auto name = fmt::format("User Summary {}", base::iso_date(database_.now()));
  if (format == html::Format::csv) return html::download(name, format, board_table(board));
  documents::Workbook workbook;
  documents::add(workbook, board_table(board));
  documents::add(workbook, attempt_table(database_, actor, board));
  return html::download(name, std::move(workbook));
}

}  // namespace summary::pages
