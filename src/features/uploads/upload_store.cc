#include "features/uploads/upload_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "access/rules.h"
#include "base/text.h"
#include "features/audit/audit.h"

namespace uploads {
namespace {

constexpr std::chrono::days report_kept{7};
constexpr std::array<std::string_view, 4> status_codes{"checked", "adding", "added", "failed"};
constexpr std::array<std::string_view, 4> failure_codes{"taken", "stopped", "lost", "power"};

std::string words(const Format& format, Failure failure) {
  switch (failure) {
    case Failure::taken:
      return std::string(format.taken_since);
    case Failure::stopped:
      return "The Hub was stopped";
    case Failure::lost:
      return "The passwords were no longer in memory";
    case Failure::power:
      return fmt::format("The uploader may no longer add {}", format.many);
  }
  return {};
}

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
#define EXAMS_UPLOAD_TABLES                                                                    \
  " FROM upload u LEFT JOIN account a ON a.id = u.uploaded_by AND COALESCE(a.centre_id, 0) = " \
  "COALESCE(u.centre_id, "                                                                     \
  "0) "
// Whose it is: an operator, whose centre is 0, has those of no centre (the table lets no other kind be
// without one).
#define EXAMS_UPLOAD_IS_THEIRS "COALESCE(centre_id, 0) = ? AND kind = ? "

std::size_t count(const db::Row& row, std::size_t column) {
  return static_cast<std::size_t>(row.integer(column));
}

std::optional<int> declaration(const db::Row& row) {
  const auto version = row.maybe_integer(7);
  return version ? std::optional(static_cast<int>(*version)) : std::nullopt;
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
          .declaration_version = declaration(row),
          .created_at = row.instant(8),
          .finished_at = row.maybe_instant(9),
          .ready_rows = count(row, 10),
          .problem_rows = count(row, 11),
          .secured_rows = count(row, 12),
          .report = {}};
}

// What the audit says of an upload: RETURNING id, filename, ready_rows.
void record(db::Connection& connection, const access::Actor& actor, const audit::Action& action,
            const db::Row& row, std::vector<audit::Detail> details) {
  audit::record(connection, actor, {action, {"upload", row.integer(0), row.text(1)}, std::move(details)});
}

}  // namespace

UploadId UploadStore::add(db::Connection& connection, const access::Actor& actor,
                          const NewUpload& upload) const {
  const base::Instant now = connection.now();
  connection.exec("UPDATE upload SET report = '' WHERE " EXAMS_UPLOAD_IS_THEIRS
                  "AND created_at < ? AND report <> ''",
                  actor.centre, format_.code, now - report_kept);
  const auto centre = access::runs_hub(actor) ? std::nullopt : std::optional(actor.centre);
  const db::Rows rows = connection.exec(
      "INSERT INTO upload (centre_id, kind, uploaded_by, filename, status, held_by, declaration_version, "
      "created_at, "
      "ready_rows, problem_rows, report) "
      "VALUES (?, ?, ?, ?, 'checked', ?, ?, ?, ?, ?, ?) RETURNING id, filename, ready_rows",
      centre, format_.code, actor.account, upload.filename, upload.held_by, upload.declaration_version, now,
      upload.ready_rows, upload.problem_rows, to_json(upload.report));
  record(connection, actor, format_.checked, rows.at(0),
         {{"Rows ready", "", base::thousands(upload.ready_rows)},
          {"Rows with problems", "", base::thousands(upload.problem_rows)}});
  return rows[0].id<UploadId>(0);
}

std::optional<Upload> UploadStore::find(db::Connection& connection, const access::Actor& actor,
                                        UploadId id) const {
  const db::Rows rows = connection.exec("SELECT " EXAMS_UPLOAD_COLUMNS ", u.report" EXAMS_UPLOAD_TABLES
                                        "WHERE COALESCE(u.centre_id, 0) = ? AND u.kind = ? AND u.id = ?",
                                        actor.centre, format_.code, id);
  if (rows.empty()) return {};
  Upload upload = upload_from(rows[0]);
  upload.report = report_from(rows[0].text(13));
  return upload;
}

std::vector<Upload> UploadStore::recent(db::Connection& connection, const access::Actor& actor,
                                        std::size_t limit) const {
  const db::Rows rows =
      connection.exec("SELECT " EXAMS_UPLOAD_COLUMNS EXAMS_UPLOAD_TABLES
                      "WHERE COALESCE(u.centre_id, 0) = ? AND u.kind = ? ORDER BY u.id DESC LIMIT ?",
                      actor.centre, format_.code, limit);
  std::vector<Upload> uploads;
  for (const db::Row& row : rows) uploads.push_back(upload_from(row));
  return uploads;
}

bool UploadStore::start_adding(db::Connection& connection, const access::Actor& actor, UploadId id,
                               std::string_view held_by) const {
  return !connection
              .exec("UPDATE upload SET status = 'adding', beat_at = ? WHERE " EXAMS_UPLOAD_IS_THEIRS
                    "AND id = ? AND status = 'checked' AND ready_rows > 0 AND held_by = ? RETURNING id",
                    connection.now(), actor.centre, format_.code, id, held_by)
              .empty();
}

void UploadStore::beat(db::Connection& connection, const access::Actor& actor, UploadId id,
                       std::string_view held_by, std::size_t secured_rows) const {
  connection.exec("UPDATE upload SET beat_at = ?, secured_rows = ? WHERE " EXAMS_UPLOAD_IS_THEIRS
                  "AND id = ? AND status = 'adding' AND held_by = ?",
                  connection.now(), secured_rows, actor.centre, format_.code, id, held_by);
}

bool UploadStore::finish_adding(db::Connection& connection, const access::Actor& actor, UploadId id,
                                std::string_view held_by, const Report& report) const {
  const db::Rows rows = connection.exec(
      "UPDATE upload SET status = 'added', finished_at = ?, secured_rows = ready_rows, report = ? "
      "WHERE " EXAMS_UPLOAD_IS_THEIRS
      "AND id = ? AND status = 'adding' AND held_by = ? RETURNING id, filename, ready_rows",
      connection.now(), to_json(report), actor.centre, format_.code, id, held_by);
  if (rows.empty()) return false;
  record(connection, actor, format_.added, rows[0],
         {{fmt::format("{} added", format_.sheet), "", base::thousands(count(rows[0], 2))}});
  return true;
}

void UploadStore::fail(db::Connection& connection, const access::Actor& actor, UploadId id,
                       std::string_view held_by, Failure failure, const Report& report) const {
  const db::Rows rows = connection.exec(
      "UPDATE upload SET status = 'failed', failure = ?, finished_at = ?, report = ? "
      "WHERE " EXAMS_UPLOAD_IS_THEIRS
      "AND id = ? AND status = 'adding' AND held_by = ? RETURNING id, filename, ready_rows",
      failure_codes.at(static_cast<std::size_t>(failure)), connection.now(), to_json(report), actor.centre,
      format_.code, id, held_by);
  record_failure(connection, actor, rows, failure);
}

void UploadStore::change_reports(db::Connection& connection, const access::Actor& actor,
                                 const std::function<bool(Report&)>& change) const {
  for (const db::Row& row :
       connection.exec("SELECT id, report FROM upload WHERE " EXAMS_UPLOAD_IS_THEIRS "AND report <> ''",
                       actor.centre, format_.code)) {
    Report report = report_from(row.text(1));
    if (!change(report)) continue;
    connection.exec("UPDATE upload SET report = ? WHERE " EXAMS_UPLOAD_IS_THEIRS "AND id = ?",
                    to_json(report), actor.centre, format_.code, row.integer(0));
  }
}

void UploadStore::fail_if_silent(db::Connection& connection, const access::Actor& actor, UploadId id,
                                 base::Instant silent_since) const {
  const db::Rows rows = connection.exec(
      "UPDATE upload SET status = 'failed', failure = 'stopped', finished_at = ? "
      "WHERE " EXAMS_UPLOAD_IS_THEIRS
      "AND id = ? AND status = 'adding' AND beat_at < ? RETURNING id, filename, ready_rows",
      connection.now(), actor.centre, format_.code, id, silent_since);
  record_failure(connection, actor, rows, Failure::stopped);
}

void UploadStore::record_failure(db::Connection& connection, const access::Actor& actor,
                                 const db::Rows& failed, Failure failure) const {
  for (const db::Row& row : failed) {
    record(connection, actor, format_.failed, row, {{"Why", "", words(format_, failure)}});
  }
}

void erase_centre(db::Connection& connection, access::CentreId centre) {
  connection.exec("DELETE FROM upload WHERE centre_id = ?", centre);
}

}  // namespace uploads
