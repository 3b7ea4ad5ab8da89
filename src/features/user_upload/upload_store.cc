#include "features/user_upload/upload_store.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/text.h"
#include "features/audit/audit.h"

namespace user_upload {
namespace {

constexpr std::chrono::days report_kept{7};
constexpr std::array<std::string_view, 4> status_codes{"checked", "adding", "added", "failed"};
constexpr std::array<std::string_view, 4> failure_codes{"taken", "stopped", "lost", "power"};
constexpr std::array<std::string_view, 4> failure_words{"Emails were registered since the check", "The Hub was stopped",
                                                        "The passwords were no longer in memory",
                                                        "The uploader may no longer add users"};

template <class T>
T from_code(const std::array<std::string_view, 4>& codes, std::string_view code) {
  const auto at = std::ranges::find(codes, code);
  if (at == codes.end()) throw std::logic_error("an upload has an unknown code");
  return static_cast<T>(at - codes.begin());
}

// The columns that upload_from reads, in its order; the report comes last.
#define EXAMS_UPLOAD_COLUMNS                                                                                 \
  "u.id, u.uploaded_by, COALESCE(a.first_name || ' ' || a.last_name, ''), u.filename, u.status, u.failure, " \
  "u.held_by, "                                                                                              \
  "u.declaration_version, u.created_at, u.finished_at, u.ready_rows, u.problem_rows, u.secured_rows"
#define EXAMS_UPLOAD_TABLES " FROM upload u LEFT JOIN account a ON a.id = u.uploaded_by AND a.centre_id = u.centre_id "

std::size_t count(const db::Row& row, std::size_t column) {
  return static_cast<std::size_t>(row.integer(column));
}

Upload upload_from(const db::Row& row) {
  std::optional<Failure> failure;
  if (const auto code = row.maybe_text(5)) failure = from_code<Failure>(failure_codes, *code);
  return {.id = row.id<UploadId>(0),
          .uploaded_by = row.id<access::AccountId>(1),
          .uploader = row.text(2),
          .filename = row.text(3),
          .status = from_code<Status>(status_codes, row.text(4)),
          .failure = failure,
          .held_by = row.text(6),
          .declaration_version = static_cast<int>(row.integer(7)),
          .created_at = row.instant(8),
          .finished_at = row.maybe_instant(9),
          .ready_rows = count(row, 10),
          .problem_rows = count(row, 11),
          .secured_rows = count(row, 12),
          .report = {}};
}

// What the audit says of an upload: RETURNING id, filename, ready_rows.
void record(db::Connection& connection, const access::Actor& actor, const audit::Action& action, const db::Row& row,
            std::vector<audit::Detail> details) {
  audit::record(connection, actor, {action, {"upload", row.integer(0), row.text(1)}, std::move(details)});
}

}  // namespace

UploadId add(db::Connection& connection, const access::Actor& actor, const NewUpload& upload) {
  const base::Instant now = connection.now();
  connection.exec("UPDATE upload SET report = '' WHERE centre_id = ? AND created_at < ? AND report <> ''", actor.centre,
                  now - report_kept);
  const db::Rows rows = connection.exec(
      "INSERT INTO upload (centre_id, uploaded_by, filename, status, held_by, declaration_version, created_at, "
      "ready_rows, problem_rows, report) "
      "VALUES (?, ?, ?, 'checked', ?, ?, ?, ?, ?, ?) RETURNING id, filename, ready_rows",
      actor.centre, actor.account, upload.filename, upload.held_by, upload.declaration_version, now, upload.ready_rows,
      upload.problem_rows, to_json(upload.report));
  record(connection, actor, audit::action::upload_checked, rows.at(0),
         {{"Rows ready", "", base::thousands(upload.ready_rows)},
          {"Rows with problems", "", base::thousands(upload.problem_rows)}});
  return rows[0].id<UploadId>(0);
}

std::optional<Upload> find(db::Connection& connection, const access::Actor& actor, UploadId id) {
  const db::Rows rows = connection.exec("SELECT " EXAMS_UPLOAD_COLUMNS ", u.report" EXAMS_UPLOAD_TABLES
                                        "WHERE u.centre_id = ? AND u.id = ?",
                                        actor.centre, id);
  if (rows.empty()) return {};
  Upload upload = upload_from(rows[0]);
  upload.report = report_from(rows[0].text(13));
  return upload;
}

std::vector<Upload> recent(db::Connection& connection, const access::Actor& actor, std::size_t limit) {
  const db::Rows rows = connection.exec("SELECT " EXAMS_UPLOAD_COLUMNS EXAMS_UPLOAD_TABLES
                                        "WHERE u.centre_id = ? ORDER BY u.id DESC LIMIT ?",
                                        actor.centre, limit);
  std::vector<Upload> uploads;
  for (const db::Row& row : rows) uploads.push_back(upload_from(row));
  return uploads;
}

bool start_adding(db::Connection& connection, const access::Actor& actor, UploadId id, std::string_view held_by) {
  return !connection
              .exec(
                  "UPDATE upload SET status = 'adding', beat_at = ? WHERE centre_id = ? AND id = ? AND status = "
                  "'checked' "
                  "AND ready_rows > 0 AND held_by = ? RETURNING id",
                  connection.now(), actor.centre, id, held_by)
              .empty();
}

void beat(db::Connection& connection, const access::Actor& actor, UploadId id, std::string_view held_by,
          std::size_t secured_rows) {
  connection.exec(
      "UPDATE upload SET beat_at = ?, secured_rows = ? WHERE centre_id = ? AND id = ? AND status = 'adding' AND "
      "held_by = ?",
      connection.now(), secured_rows, actor.centre, id, held_by);
}

bool finish_adding(db::Connection& connection, const access::Actor& actor, UploadId id, std::string_view held_by) {
  const db::Rows rows = connection.exec(
      "UPDATE upload SET status = 'added', finished_at = ?, secured_rows = ready_rows WHERE centre_id = ? AND id = ? "
      "AND status = 'adding' "
      "AND held_by = ? RETURNING id, filename, ready_rows",
      connection.now(), actor.centre, id, held_by);
  if (rows.empty()) return false;
  record(connection, actor, audit::action::upload_added, rows[0],
         {{"Users added", "", base::thousands(count(rows[0], 2))}});
  return true;
}

void fail(db::Connection& connection, const access::Actor& actor, UploadId id, std::string_view held_by,
          Failure failure, const Report& report) {
  const auto which = static_cast<std::size_t>(failure);
  const db::Rows rows = connection.exec(
      "UPDATE upload SET status = 'failed', failure = ?, finished_at = ?, report = ? WHERE centre_id = ? AND id = ? "
      "AND status = 'adding' "
      "AND held_by = ? RETURNING id, filename, ready_rows",
      failure_codes.at(which), connection.now(), to_json(report), actor.centre, id, held_by);
  if (!rows.empty())
    record(connection, actor, audit::action::upload_failed, rows[0],
           {{"Why", "", std::string(failure_words.at(which))}});
}

void fail_if_silent(db::Connection& connection, const access::Actor& actor, UploadId id, base::Instant silent_since) {
  const db::Rows rows = connection.exec(
      "UPDATE upload SET status = 'failed', failure = 'stopped', finished_at = ? WHERE centre_id = ? AND id = ? AND "
      "status = 'adding' "
      "AND beat_at < ? RETURNING id, filename, ready_rows",
      connection.now(), actor.centre, id, silent_since);
  constexpr auto which = static_cast<std::size_t>(Failure::stopped);
  if (!rows.empty())
    record(connection, actor, audit::action::upload_failed, rows[0], {{"Why", "", std::string(failure_words[which])}});
}

}  // namespace user_upload
