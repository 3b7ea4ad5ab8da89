// The upload table's queries for one kind of upload, each within the actor's own centre; a Hub operator's
// belong to no centre, and are every operator's to see. A change of status is one statement that names the
// status it comes from: of two who try, one succeeds.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "db/connection.h"
#include "features/uploads/kind.h"
#include "features/uploads/upload.h"

namespace uploads {

struct NewUpload {
  std::string filename;
  std::string held_by;  // the process that has its passwords
  std::optional<int> declaration_version;
  std::size_t ready_rows;
  std::size_t problem_rows;
  Report report;
};

class UploadStore {
 public:
  // The format outlives it.
  explicit UploadStore(const Format& format) : format_(format) {}

  // Recorded in the audit. Empties the reports of the centre's uploads older than a week.
  UploadId add(db::Connection&, const access::Actor&, const NewUpload&) const;

  std::optional<Upload> find(db::Connection&, const access::Actor&, UploadId) const;
  std::vector<Upload> recent(db::Connection&, const access::Actor&,
                             std::size_t limit) const;  // newest first, without their reports

  // checked to adding. False where it was not checked, has no ready row, or another process holds it.
  bool start_adding(db::Connection&, const access::Actor&, UploadId, std::string_view held_by) const;

  // While adding: this process is alive, and so far it is.
  void beat(db::Connection&, const access::Actor&, UploadId, std::string_view held_by,
            std::size_t secured_rows) const;

  // adding to added, recorded in the audit. False where it is no longer this process's to finish.
  bool finish_adding(db::Connection&, const access::Actor&, UploadId, std::string_view held_by,
                     const Report&) const;

  // adding to failed, recorded in the audit; `held_by` as for finish_adding.
  void fail(db::Connection&, const access::Actor&, UploadId, std::string_view held_by, Failure,
            const Report&) const;

  // Every report of the actor's that is kept; what `change` changes, and says so, is kept changed.
  void change_reports(db::Connection&, const access::Actor&,
                      const std::function<bool(Report&)>& change) const;

  // adding to failed (stopped) where its process has been silent since before `silent_since`.
  void fail_if_silent(db::Connection&, const access::Actor&, UploadId, base::Instant silent_since) const;

 private:
  void record_failure(db::Connection&, const access::Actor&, const db::Rows&, Failure) const;

  const Format& format_;
};

// Erases the uploads of a centre, with the names and emails that their reports hold.
// Who may, and when, is directory/erasure.h's to say; nobody else calls it.
void erase_centre(db::Connection&, access::CentreId);

}  // namespace uploads
