#include <fmt/format.h>

#include <algorithm>

#include "features/audit/audit.h"
#include "features/summary/download.h"
#include "features/summary/pages/filter_form.h"
#include "features/summary/pages/pages.h"
#include "web/file_stream.h"

namespace summary::pages {
namespace {

constexpr std::size_t people_at_once = 200;

class CsvStream : public web::BodyStream {
 public:
  explicit CsvStream(Board board) : board_(std::move(board)) {}

  std::optional<std::string> next() override {
    std::string piece;
    if (!started_) piece = csv_heading(board_);
    started_ = true;
    const auto end = std::min(board_.people.size(), next_ + people_at_once);
    for (; next_ < end; ++next_) piece += csv_line(board_, board_.people[next_]);
    if (piece.empty()) return std::nullopt;
    return piece;
  }

 private:
  Board board_;
  std::size_t next_ = 0;
  bool started_ = false;
};

void keep_in_audit(db::Connection& c, const access::Actor& actor, std::string_view format,
                   const Filter& filter, std::size_t people) {
  const auto fields = fields_of(filter);
  std::vector<audit::Detail> details{{"Format", "", std::string(format)},
                                     {"Users", "", fmt::to_string(people)}};
  for (const auto& [name, value] : fields.items()) details.push_back({"Filter " + name, "", value});
  audit::record(c, actor,
                {audit::action::summary_downloaded, {"summary", std::nullopt, "User Summary"}, details});
}

Board board_to_send(db::Database& database, const web::Request& request, std::string_view format) {
  const auto filter = filter_of(request.query);
  auto board = database.read([&](db::Connection& c) { return load_board(c, request.actor(), filter); });
  database.write(
      [&](db::Connection& c) { keep_in_audit(c, request.actor(), format, filter, board.people.size()); });
  return board;
}

web::Response download(db::Database& database, std::string_view ending, std::string_view type,
                       std::unique_ptr<web::BodyStream> stream) {
  web::Response response;
  response.header("Content-Type", std::string(type));
  response.header("Content-Disposition",
                  web::attachment(fmt::format("User Summary {}{}", base::iso_date(database.now()), ending)));
  response.stream = std::move(stream);
  return response;
}

}  // namespace

web::Handler summary_xlsx(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto board = board_to_send(database, request, "Excel");
    AttemptReader reader(database, request.actor(), board);
    const std::shared_ptr<documents::TemporaryFile> file = write_workbook(board, reader);
    return download(database, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    std::make_unique<web::FileStream>(file->path(), file));
  };
}

web::Handler summary_csv(db::Database& database) {
  return [&database](const web::Request& request) {
    return download(database, ".csv", "text/csv; charset=utf-8",
                    std::make_unique<CsvStream>(board_to_send(database, request, "CSV")));
  };
}

}  // namespace summary::pages
