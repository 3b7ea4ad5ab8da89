#include "features/uploads/pages/pages.h"
#include "web/dispatcher.h"

namespace uploads::pages {

web::Handler confirm_upload(Uploads& uploads, Site site) {
  return [&uploads, site = std::move(site)](const web::Request& request) {
    const UploadId id{request.path_id("id")};
    web::or_refuse(uploads.confirm(request.actor(), id));
    return web::Response::see_other(address(site, id));
  };
}

}  // namespace uploads::pages
