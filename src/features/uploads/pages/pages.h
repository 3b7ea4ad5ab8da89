// The pages of an upload. Their look and behaviour are the same for every kind; where they stand and what
// they say is the kind's own Site.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "features/uploads/uploads.h"
#include "html/view.h"
#include "web/request.h"
#include "web/response.h"

namespace uploads::pages {

struct Site {
  std::string_view home;         // "/users": its form stands at /users/upload, an upload at /users/uploads/12
  std::string_view home_title;   // "User Management"
  std::string_view title;        // of the form
  std::string_view fill_in;      // how to fill in the template, a sentence or two
  std::string_view choose_file;  // where none was chosen
  std::string_view recent_title;  // over the latest uploads
  std::string_view former;        // for an uploader whose account is gone
  std::string advice_when_added;  // what to do then

  // The rows that are ready, in a table of these headings.
  std::vector<std::string_view> ready_headings;
  std::vector<std::string> (*ready_cells)(const Values&);

  // What lists them once they are added, and what fills it; null where the page lists nothing.
  std::string_view added_template{};
  std::function<void(html::View::Part, const web::Request&, const Upload&)> show_added{};

  std::string form() const { return fmt::format("{}/upload", home); }
  std::string upload(UploadId id) const { return fmt::format("{}/uploads/{}", home, std::to_underlying(id)); }
};

class UploadPages {
 public:
  // Over the 5 MB that a file may have, so that one a little larger is told so by the form.
  static constexpr std::size_t file_limit = 6 << 20;

  UploadPages(Uploads& uploads, Site site) : uploads_(uploads), site_(std::move(site)) {}

  web::Response form(const web::Request&);           // HOME/upload, a form: file_limit, heavy
  web::Response template_file(const web::Request&);  // HOME/upload/template: heavy
  web::Response upload(const web::Request&);         // HOME/uploads/{id}
  web::Response confirm(const web::Request&);        // POST HOME/uploads/{id}/confirm
  web::Response problems(const web::Request&);       // HOME/uploads/{id}/problems.xlsx: heavy

 private:
  Uploads& uploads_;
  Site site_;
};

}  // namespace uploads::pages
