#include "features/uploads/uploads.h"

#include <fmt/format.h>

#include <condition_variable>

#include "base/random.h"
#include "base/text.h"
#include "features/uploads/upload_workbooks.h"

namespace uploads {
namespace {

constexpr std::chrono::seconds dead_after_silence{15};
constexpr std::size_t ready_shown = 100;
constexpr std::size_t recent_shown = 10;
constexpr std::size_t longest_filename = 200;

// A name as browsers send it, fit to be shown and kept.
std::string shown_name(std::string_view filename) {
  if (filename.empty() || !base::valid_utf8(filename)) return "file";
  std::string name;
  for (const char c : filename.substr(0, longest_filename))
    name += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  while (!base::valid_utf8(name)) name.pop_back();  // a character cut in two
  return name;
}

void sweep(std::stop_token stop, HeldUploads& held) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock(mutex);
  while (!stop.stop_requested()) {
    wake.wait_for(lock, stop, std::chrono::minutes{1}, [] { return false; });
    held.forget_old();
  }
}

}  // namespace

Uploads::Uploads(db::Database& database, base::WorkPool& heavy, std::unique_ptr<const Kind> kind)
    : database_(database),
      kind_(std::move(kind)),
      store_(kind_->format()),
      process_(base::random_token(12)),
      adder_(database, heavy, process_, *kind_),
      sweeper_([this](std::stop_token stop) { sweep(std::move(stop), held_); }) {}

Uploads::~Uploads() = default;

base::Result<UploadId> Uploads::take(const access::Actor& actor, std::string_view filename,
                                     std::string_view bytes) {
  auto file = read_upload(format(), bytes);
  if (!file) return base::refuse(std::move(file.error()));
  CheckedFile checked = check_upload(*kind_, std::move(*file), actor, [&](std::span<const Row> rows) {
    return database_.read([&](db::Connection& c) { return kind_->taken(c, actor, rows); });
  });
  const NewUpload upload{.filename = shown_name(filename),
                         .held_by = process_,
                         .declaration_version = kind_->declaration_version(),
                         .ready_rows = checked.ready.size(),
                         .problem_rows = checked.problem_rows.size(),
                         .report = {checked.problems, checked.notes, {}}};
  const UploadId id = database_.write([&](db::Connection& c) { return store_.add(c, actor, upload); });
  held_.put(id, actor.account, std::move(checked));
  return id;
}

std::optional<Upload> Uploads::find(const access::Actor& actor, UploadId id) {
  return database_.read([&](db::Connection& c) { return store_.find(c, actor, id); });
}

std::optional<Uploads::Look> Uploads::look(const access::Actor& actor, UploadId id) {
  const auto progress = adder_.progress(id);
  auto upload = find(actor, id);
  if (!upload) return {};
  if (upload->status == Status::adding && !progress && !adder_.progress(id)) {
    database_.write(
        [&](db::Connection& c) { store_.fail_if_silent(c, actor, id, c.now() - dead_after_silence); });
    upload = find(actor, id);
    if (!upload) return {};
  }
  Look look{.upload = std::move(*upload)};
  look.held = held_.holds_ready_rows(id);
  look.problems_held = held_.problems(id) != nullptr;
  look.may_confirm = look.held && look.upload.status == Status::checked && look.upload.ready_rows > 0 &&
                     look.upload.uploaded_by == actor.account;
  look.secured = progress ? progress->secured : look.upload.secured_rows;
  look.ready = held_.ready_values(id, ready_shown);
  return look;
}

std::vector<Upload> Uploads::recent(const access::Actor& actor) {
  return database_.read([&](db::Connection& c) { return store_.recent(c, actor, recent_shown); });
}

base::Result<void> Uploads::confirm(const access::Actor& actor, UploadId id) {
  auto upload = find(actor, id);
  if (!upload) return base::refuse(base::Refusal::not_found());
  if (upload->uploaded_by != actor.account) {
    return base::refuse(base::Refusal::forbidden(fmt::format(
        "Only the person who uploaded this file can add its {}. You can upload the file yourself.",
        format().many)));
  }
  if (!database_.write([&](db::Connection& c) { return store_.start_adding(c, actor, id, process_); }))
    return {};
  if (auto rows = held_.take_ready_rows(id)) {
    adder_.start({id, actor, upload->declaration_version, std::move(*rows), std::move(upload->report)});
  } else {
    database_.write(
        [&](db::Connection& c) { store_.fail(c, actor, id, process_, Failure::lost, upload->report); });
  }
  return {};
}

base::Result<std::string> Uploads::problems_workbook(const access::Actor& actor, UploadId id) {
  if (!find(actor, id)) return base::refuse(base::Refusal::not_found());
  const auto problems = held_.problems(id);
  if (!problems || problems->problem_rows.empty()) {
    return base::refuse(base::Refusal::conflict(
        "The rows of this file are no longer kept, because they hold passwords. Upload the "
        "file again to see what to correct."));
  }
  return uploads::problems_workbook(format(), *problems);
}

std::string Uploads::template_workbook() const {
  return uploads::template_workbook(format());
}

}  // namespace uploads
