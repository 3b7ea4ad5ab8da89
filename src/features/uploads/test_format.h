// A format as far as the store looks at it.
#pragma once

#include "features/audit/actions.h"
#include "features/uploads/kind.h"

namespace uploads {

// "users" or "centres", as the upload table knows them.
inline const Format& test_format(std::string_view code) {
  using namespace audit::action;
  const auto made = [](std::string_view of, const audit::Action& checked, const audit::Action& added,
                       const audit::Action& failed) {
    return Format{.code = of,
                  .one = "row",
                  .many = "rows",
                  .none = "no row",
                  .none_first = "No row",
                  .sheet = "Rows",
                  .taken_since = "Emails were registered since the check",
                  .template_name = "Template",
                  .most_rows = 10,
                  .columns = {},
                  .instructions = {},
                  .checked = checked,
                  .added = added,
                  .failed = failed};
  };
  static const Format users = made("users", upload_checked, upload_added, upload_failed);
  static const Format centres =
      made("centres", centre_upload_checked, centre_upload_added, centre_upload_failed);
  return code == "users" ? users : centres;
}

}  // namespace uploads
