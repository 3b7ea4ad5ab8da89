// The error pages: what happened and what to do next, nothing for a stranger to learn from.
#pragma once

#include "web/dispatcher.h"

namespace html {

class HtmlErrorPages : public web::ErrorPages {
 public:
  web::Response page(const web::Request&, int status, std::string_view message) override;
};

}  // namespace html
