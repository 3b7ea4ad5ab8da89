#include "features/uploads/pages/workbook_response.h"

namespace uploads::pages {

web::Response workbook_response(std::string_view filename, std::string bytes) {
  web::Response response;
  response.header("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  response.header("Content-Disposition", web::attachment(filename));
  response.body = std::move(bytes);
  return response;
}

}  // namespace uploads::pages
