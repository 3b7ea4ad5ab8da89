// Uploading one kind of thing, whole: a file is taken and checked, looked at, confirmed; its rows are added
// in the background. One of each kind for each process. Any thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/work_pool.h"
#include "db/database.h"
#include "features/uploads/held_uploads.h"
#include "features/uploads/kind.h"
#include "features/uploads/row_adder.h"
#include "features/uploads/upload_check.h"
#include "features/uploads/upload_store.h"

namespace uploads {

class Uploads {
 public:
  // The database and the pool outlive it.
  Uploads(db::Database&, base::WorkPool& heavy, std::unique_ptr<const Kind>);
  ~Uploads();

  // Reads and checks it; adds nothing. Takes seconds for thousands of rows: on the heavy pool. Refuses
  // bad_input "file".
  base::Result<UploadId> take(const access::Actor&, std::string_view filename, std::string_view bytes);

  struct Look {
    Upload upload;
    bool may_confirm = false;     // it is the actor's own, and its rows are still in memory
    bool held = false;            // its ready rows are still in memory
    bool problems_held = false;   // problems.xlsx can be made
    std::size_t secured = 0;      // while adding
    std::vector<Values> ready{};  // the first of them, while held
  };
  // Of the actor's centre. One whose adding died is set to failed first.
  std::optional<Look> look(const access::Actor&, UploadId);
  std::vector<Upload> recent(const access::Actor&);

  // Starts to add the ready rows; does nothing where that was done before. Refuses not_found, and forbidden
  // for an upload of somebody else.
  base::Result<void> confirm(const access::Actor&, UploadId);

  // problems.xlsx. Refuses not_found, and conflict when its rows are no longer in memory.
  base::Result<std::string> problems_workbook(const access::Actor&, UploadId);

  std::string template_workbook() const;
  const Format& format() const { return kind_->format(); }
  bool asks_for_declaration() const { return kind_->declaration_version().has_value(); }

  void wait_until_idle() { adder_.wait_until_idle(); }

 private:
  std::optional<Upload> find(const access::Actor&, UploadId);

  db::Database& database_;
  const std::unique_ptr<const Kind> kind_;
  const UploadStore store_;
  const std::string process_;
  HeldUploads held_;
  RowAdder adder_;
  std::jthread sweeper_;
};

// The two workbooks that people download: the empty template, and the rows that have to be corrected.
std::string template_workbook(const Format&);

// The original columns and, in a last one, what to correct; can be corrected and uploaded again as it is.
std::string problems_workbook(const Format&, const CheckedFile&);

}  // namespace uploads
