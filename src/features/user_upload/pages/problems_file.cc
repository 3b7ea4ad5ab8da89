#include "features/user_upload/pages/pages.h"
#include "features/user_upload/pages/workbook_response.h"
#include "web/dispatcher.h"

namespace user_upload::pages {

web::Handler problems_file(Uploads& uploads) {
  return [&uploads](const web::Request& request) {
    return workbook_response(
        "problems.xlsx", web::or_refuse(uploads.problems_workbook(request.actor(), UploadId{request.path_id("id")})));
  };
}

}  // namespace user_upload::pages
