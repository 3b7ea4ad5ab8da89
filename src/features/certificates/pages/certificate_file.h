#pragma once

#include "db/database.h"
#include "features/certificates/certificate.h"
#include "web/request.h"
#include "web/response.h"

namespace certificates::pages {

// What is to be drawn for this address; or where to go instead: a replaced one's address leads to the new
// one's. Throws web::Refused for one that is not there or was withdrawn.
struct ToDraw {
  Certificate certificate;
  std::optional<web::Response> instead{};
};
ToDraw to_draw(db::Database&, const web::Request&, std::string_view ending);

web::Response file_response(const web::Request&, const Certificate&, std::string_view type,
                            std::string_view ending, std::string bytes);

}  // namespace certificates::pages
