// An assessment as a person takes it, one section a page, with or without the right answers shown.
#pragma once

#include <string>

#include "features/assessments/assessment.h"
#include "html/page.h"
#include "web/request.h"

namespace authoring::pages {

// `path` is the page's own address, to which ?section=2 and ?answers=1 are added.
web::Response preview(const web::Request&, const assessments::Assessment&, const std::string& path,
                      const html::PageHead&);

}  // namespace authoring::pages
