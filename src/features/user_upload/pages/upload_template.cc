#include "features/user_upload/pages/pages.h"
#include "features/user_upload/pages/workbook_response.h"
#include "features/user_upload/upload_workbooks.h"

namespace user_upload::pages {

web::Handler upload_template() {
  return [](const web::Request&) { return workbook_response(template_filename, template_workbook()); };
}

}  // namespace user_upload::pages
