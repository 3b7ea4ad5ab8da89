#include "features/uploads/pages/pages.h"
#include "features/uploads/pages/workbook_response.h"
#include "web/dispatcher.h"

namespace uploads::pages {

web::Handler problems_file(Uploads& uploads) {
  return [&uploads](const web::Request& request) {
    return workbook_response("problems.xlsx", web::or_refuse(uploads.problems_workbook(
                                                  request.actor(), UploadId{request.path_id("id")})));
  };
}

}  // namespace uploads::pages
