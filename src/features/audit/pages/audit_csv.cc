#include "documents/csv_writer.h"
#include "features/audit/pages/export.h"
#include "features/audit/pages/pages.h"

namespace audit::pages {
namespace {

class CsvStream : public web::BodyStream {
 public:
  explicit CsvStream(ExportReader reader) : reader_(std::move(reader)) {}

  std::optional<std::string> next() override {
    std::string piece;
    if (!started_) {
      piece = documents::csv_start;
      add(piece, {"When (UTC)", "Who", "What", "To whom or what", "Details"});
      started_ = true;
    }
    for (const auto& entry : reader_.next()) {
      add(piece, {base::iso_utc(entry.at), entry.actor_name, std::string(words(entry.action)), entry.subject.name,
                  details_text(entry.details)});
    }
    if (piece.empty()) return std::nullopt;
    return piece;
  }

 private:
  static void add(std::string& piece, const std::vector<std::string>& cells) { piece += documents::csv_line(cells); }

  ExportReader reader_;
  bool started_ = false;
};

}  // namespace

web::Handler audit_csv(db::Database& database) {
  return [&database](const web::Request& request) {
    web::Response response;
    response.header("Content-Type", "text/csv; charset=utf-8");
    response.header("Content-Disposition", web::attachment(export_filename(database, ".csv")));
    response.stream = std::make_unique<CsvStream>(start_export(database, request, "CSV"));
    return response;
  };
}

}  // namespace audit::pages
