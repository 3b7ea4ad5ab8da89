#include "features/resources/pages/file_response.h"

#include "features/resources/resource_store.h"

namespace resources::pages {
namespace {

class PieceStream : public web::BodyStream {
 public:
  PieceStream(db::Database& database, Version version) : database_(database), version_(std::move(version)) {}

  std::optional<std::string> next() override {
    return database_.read([&](db::Connection& c) { return piece(c, version_, position_++); });
  }

 private:
  db::Database& database_;
  Version version_;
  std::size_t position_ = 0;
};

}  // namespace

web::Response file_response(db::Database& database, const Resource& resource, const Version& version) {
  web::Response response;
  response.header("Content-Type", std::string(documents::content_type(version.kind)));
  response.header("Content-Disposition", web::attachment(download_name(resource, version)));
  response.stream = std::make_unique<PieceStream>(database, version);
  return response;
}

}  // namespace resources::pages
