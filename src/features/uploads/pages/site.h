// Where the pages of one kind of upload stand and what they say; their look and behaviour are the same for
// all.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "features/uploads/uploads.h"
#include "html/view.h"
#include "web/request.h"

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
};

std::string form_address(const Site&);
std::string address(const Site&, UploadId);
std::string none_first(const Format&);  // "Nobody", "No centre": for the beginning of a sentence

}  // namespace uploads::pages
