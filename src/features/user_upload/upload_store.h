// The upload table's queries, each within the actor's own centre. A change of status is one statement that names the
// status it comes from: of two who try, one succeeds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.h"
#include "features/user_upload/upload.h"

namespace user_upload {

struct NewUpload {
  std::string filename;
  std::string held_by;  // the process that has its passwords
  int declaration_version;
  std::size_t ready_rows;
  std::size_t problem_rows;
  Report report;
};

// Recorded in the audit. Empties the reports of the centre's uploads older than a week.
UploadId add(db::Connection&, const access::Actor&, const NewUpload&);

std::optional<Upload> find(db::Connection&, const access::Actor&, UploadId);
std::vector<Upload> recent(db::Connection&, const access::Actor&,
                           std::size_t limit);  // newest first, without their reports

// checked to adding. False where it was not checked, has no ready row, or another process holds it.
bool start_adding(db::Connection&, const access::Actor&, UploadId, std::string_view held_by);

// While adding: this process is alive, and so far it is.
void beat(db::Connection&, const access::Actor&, UploadId, std::string_view held_by, std::size_t secured_rows);

// adding to added, recorded in the audit. False where it is no longer this process's to finish.
bool finish_adding(db::Connection&, const access::Actor&, UploadId, std::string_view held_by);

// adding to failed, recorded in the audit; `held_by` as for finish_adding.
void fail(db::Connection&, const access::Actor&, UploadId, std::string_view held_by, Failure, const Report&);

// adding to failed (stopped) where its process has been silent since before `silent_since`.
void fail_if_silent(db::Connection&, const access::Actor&, UploadId, base::Instant silent_since);

}  // namespace user_upload
