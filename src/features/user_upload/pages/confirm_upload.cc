#include "features/user_upload/pages/address.h"
#include "features/user_upload/pages/pages.h"
#include "web/dispatcher.h"

namespace user_upload::pages {

web::Handler confirm_upload(Uploads& uploads) {
  return [&uploads](const web::Request& request) {
    const UploadId id{request.path_id("id")};
    web::or_refuse(uploads.confirm(request.actor(), id));
    return web::Response::see_other(address(id));
  };
}

}  // namespace user_upload::pages
