#include "features/uploads/uploads.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>

#include "base/characters.h"
#include "base/random.h"
#include "base/text.h"
#include "documents/workbook.h"

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
  for (const char32_t c : base::decoded(base::first_characters(filename, longest_filename))) {
    if (base::leaves_a_mark(c)) name += base::encoded(c);  // nothing that turns the direction
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') name += ' ';
  }
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

using documents::Workbook;

documents::Column heading_of(const Column& column) {
  return {.heading = starred(column),
          .width = column.width,
          .choices = {column.choices.begin(), column.choices.end()},
          .note = std::string(column.note)};
}

// All that is wrong with a row, in one cell.
std::string corrections(const CheckedFile& file, std::size_t row) {
  std::string text;
  for (const Problem& problem : std::ranges::equal_range(file.problems, row, {}, &Problem::row)) {
    if (!text.empty()) text += '\n';
    text += problem.column.empty() ? problem.what_to_do : problem.column + ": " + problem.what_to_do;
  }
  return text;
}

struct KeptColumn {
  std::size_t index;
  documents::Column made;
};

std::vector<KeptColumn> kept_columns(const Format& format, const CheckedFile& file) {
  std::size_t widest = file.columns.headings.size();
  for (const ProblemRow& row : file.problem_rows) widest = std::max(widest, row.cells.size());
  std::vector<KeptColumn> kept;
  for (std::size_t i = 0; i < widest; ++i) {
    const std::string heading = i < file.columns.headings.size() ? file.columns.headings[i] : "";
    if (heading == corrections_heading) continue;  // of the round before
    const auto known = column_headed(format, heading);
    documents::Column column = known ? heading_of(format.columns[*known]) : documents::Column{};
    column.heading = heading;
    kept.push_back({i, std::move(column)});
  }
  return kept;
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
  held_.put(id, {actor.account, actor.centre}, std::move(checked));
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

std::string template_workbook(const Format& format) {
  Workbook workbook(true);
  std::vector<documents::Column> columns;
  std::vector<std::string> example_row;
  for (const Column& column : format.columns) {
    columns.push_back(heading_of(column));
    example_row.emplace_back(column.example);
  }
  workbook.sheet(format.sheet, columns, false);
  workbook.row(example_row);
  workbook.text_sheet("Instructions", format.instructions);
  return workbook.bytes();
}

std::string problems_workbook(const Format& format, const CheckedFile& file) {
  Workbook workbook;
  const auto kept = kept_columns(format, file);
  std::vector<documents::Column> columns;
  for (const KeptColumn& column : kept) columns.push_back(column.made);
  columns.push_back({.heading = std::string(corrections_heading), .width = 80, .wrap = true});
  workbook.sheet(format.sheet, columns);
  for (const ProblemRow& row : file.problem_rows) {
    std::vector<documents::Figure> cells;
    for (const KeptColumn& column : kept) {
      // Any cell may hold the password where cells are shifted, so none goes through a temporary file.
      cells.push_back({.kind = documents::Figure::Kind::secret,
                       .text = column.index < row.cells.size() ? row.cells[column.index].plain() : ""});
    }
    cells.push_back({.text = corrections(file, row.number)});
    workbook.row(cells);
    for (auto& cell : cells) wipe(cell.text);
  }
  return workbook.bytes();
}

}  // namespace uploads
