#include "documents/csv_writer.h"
#include "features/audit/details.h"
#include "features/audit/pages/export.h"
#include "features/audit/pages/pages.h"

namespace audit::pages {
namespace {

class CsvStream : public web::BodyStream {
 public:
  CsvStream(ExportReader reader, Whose whose) : reader_(std::move(reader)), whose_(whose) {}

  std::optional<std::string> next() override {
    std::string piece;
    if (!started_) {
      piece = documents::csv_start;
      add(piece, {"When (UTC)", "Who", "What", "To whom or what", "Details"}, {"Centre number", "Centre"});
      started_ = true;
    }
    for (const auto& entry : reader_.next()) {
      add(piece,
          {base::iso_utc(entry.at), entry.actor_name, std::string(words(entry.action)), entry.subject.name,
           details_text(entry.details)},
          {entry.centre_number, entry.centre_name});
    }
    if (piece.empty()) return std::nullopt;
    return piece;
  }

 private:
  // `of_hub` only in the Hub's audit.
  void add(std::string& piece, std::vector<std::string> cells, const std::vector<std::string>& of_hub) const {
    if (whose_ == Whose::hub) cells.insert(cells.end(), of_hub.begin(), of_hub.end());
    piece += documents::csv_line(cells);
  }

  ExportReader reader_;
  Whose whose_;
  bool started_ = false;
};

}  // namespace

web::Handler audit_csv(db::Database& database, Whose whose) {
  return [&database, whose](const web::Request& request) {
    web::Response response;
    response.header("Content-Type", "text/csv; charset=utf-8");
    response.header("Content-Disposition", web::attachment(export_filename(database, ".csv")));
    response.stream = std::make_unique<CsvStream>(start_export(database, request, whose, "CSV"), whose);
    return response;
  };
}

}  // namespace audit::pages
