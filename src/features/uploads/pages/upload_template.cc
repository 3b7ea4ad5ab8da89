#include "features/uploads/pages/pages.h"
#include "features/uploads/pages/workbook_response.h"

namespace uploads::pages {

web::Handler upload_template(Uploads& uploads) {
  return [&uploads](const web::Request&) {
    return workbook_response(uploads.format().template_filename, uploads.template_workbook());
  };
}

}  // namespace uploads::pages
