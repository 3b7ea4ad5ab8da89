#include <set>

#include "base/text.h"
#include "features/uploads/pages/pages.h"
#include "html/download.h"
#include "html/list.h"
#include "web/dispatcher.h"

namespace uploads::pages {
namespace {

constexpr std::size_t problems_a_page = 100;
constexpr std::size_t taken_shown = 100;
constexpr int refresh_seconds = 2;

// One upload on its way to the page.
struct Shown {
  const web::Request& request;
  const Site& site;
  const Format& format;
  const Uploads::Look& look;

  const Upload& upload() const { return look.upload; }
  std::string address() const { return site.upload(upload().id); }
};

bool is_secret(const Format& format, std::string_view column) {
  const auto found = std::ranges::find(format.columns, column, &Column::name);
  return found != format.columns.end() && found->secret;
}

void show_problem(html::View::Part row, const Problem& problem, const Format& format) {
  row.set("ROW", base::thousands(problem.row)).set("WHAT_TO_DO", problem.what_to_do);
  row.set("COLUMN", problem.column.empty() ? "Whole row" : problem.column);
  if (!problem.value.empty()) {
    row.add("VALUE").set("TYPED", problem.value);
  } else {
    row.show_if("HIDDEN", is_secret(format, problem.column));
  }
}

void show_problems(html::View& view, const Shown& shown) {
  const auto& problems = shown.upload().report.problems;
  if (problems.empty()) return;
  html::List list(shown.request, shown.address(), {}, {}, problems_a_page);
  auto part = view.add("PROBLEMS");
  part.set("ROWS_WITH_PROBLEMS",
           base::counted(shown.upload().problem_rows, "row has a problem", "rows have problems"));
  part.show_if("DOWNLOAD", shown.look.problems_held);
  for (const auto& problem : list.rows_of(problems)) show_problem(part.add("PROBLEM"), problem, shown.format);
  list.show(part, {.one = "problem", .many = "problems"});
}

void show_ready(html::View& view, const Shown& shown) {
  const auto& ready = shown.look.ready;
  if (ready.empty()) return;
  const auto& headings = shown.site.ready_headings;
  auto part = view.add("READY");
  for (const std::string_view heading : headings) part.add("READY_HEADING").set("TEXT", heading);
  for (const Values& values : ready) {
    const auto cells = shown.site.ready_cells(values);
    auto row = part.add("READY_ROW");
    row.set("FIRST", cells.at(0));
    for (std::size_t i = 1; i < cells.size(); ++i)
      row.add("CELL").set("HEADING", headings.at(i)).set("TEXT", cells[i]);
  }
  if (shown.upload().ready_rows > ready.size())
    part.add("MORE").set("COUNT", base::thousands(shown.upload().ready_rows - ready.size()));
}

void show_checked(html::View& view, const Shown& shown) {
  const Upload& upload = shown.upload();
  auto part = view.add("CHECKED");
  part.set("READY_ROWS", base::counted(upload.ready_rows, "row is ready", "rows are ready"));
  part.set("PROBLEM_ROWS", base::counted(upload.problem_rows, "row has a problem", "rows have problems"));
  if (shown.look.may_confirm) {
    auto confirm = part.add("CONFIRM");
    confirm.set("COUNT", base::counted(upload.ready_rows, shown.format.one, shown.format.many));
    confirm.show_if("OTHERS", upload.problem_rows > 0);
  } else if (upload.ready_rows == 0) {
    part.show("NONE_READY");
  } else if (!shown.look.held) {
    part.show("GONE");
  } else {
    auto not_yours = part.add("NOT_YOURS");
    not_yours.set("UPLOADER", upload.uploader.empty() ? "whoever uploaded it" : upload.uploader);
    not_yours.show_if("DECLARED", upload.declaration_version.has_value());
    not_yours.show_if("UNDECLARED", !upload.declaration_version && !upload.uploader.empty());
  }
}

void show_working(html::View& view, const Shown& shown) {
  view.show("POLL");
  const std::size_t total = shown.upload().ready_rows;
  const std::size_t secured = shown.look.secured;
  const auto all = base::counted(total, "password", "passwords");
  auto part = view.add("WORKING");
  part.set("TOTAL", static_cast<std::int64_t>(total)).set("SECURED", static_cast<std::int64_t>(secured));
  part.set("WORDS", secured < total
                        ? fmt::format("{} of {} secured", base::thousands(secured), all)
                        : fmt::format("All {} secured; now the {} are added", all, shown.format.many));
}

void show_added(html::View& view, const Shown& shown) {
  const Upload& upload = shown.upload();
  auto part = view.add("ADDED");
  part.set("COUNT", base::counted(upload.ready_rows, fmt::format("{} was", shown.format.one),
                                  fmt::format("{} were", shown.format.many)));
  part.set("ADVICE", shown.site.advice_when_added);
  if (shown.site.show_added && !upload.report.added.empty())
    shown.site.show_added(part.include("ADDED_LIST", shown.site.added_template), shown.request, upload);
}

void show_taken(html::View::Part part, const Shown& shown) {
  const auto& taken = shown.upload().report.taken;
  auto list = part.add("TAKEN");
  std::set<std::size_t> rows;
  for (const Problem& problem : taken) rows.insert(problem.row);
  list.set("COUNT", base::counted(rows.size(), "row", "rows"));
  for (std::size_t i = 0; i < std::min(taken.size(), taken_shown); ++i)
    show_problem(list.add("TAKEN_ROW"), taken[i], shown.format);
}

void show_failed(html::View& view, const Shown& shown) {
  auto part = view.add("FAILED");
  switch (shown.upload().failure.value()) {
    case Failure::stopped:
      part.show("STOPPED");
      break;
    case Failure::lost:
      part.show("LOST");
      break;
    case Failure::power:
      part.show("POWER");
      break;
    case Failure::taken:
      show_taken(part, shown);
      break;
  }
}

void show_state(html::View& view, const Shown& shown) {
  switch (shown.upload().status) {
    case Status::checked:
      return show_checked(view, shown);
    case Status::adding:
      return show_working(view, shown);
    case Status::added:
      return show_added(view, shown);
    case Status::failed:
      return show_failed(view, shown);
  }
}

}  // namespace

web::Response UploadPages::upload(const web::Request& request) {
  const auto look = web::found(uploads_.look(request.actor(), UploadId{request.path_id("id")}));
  const Upload& upload = look.upload;
  const Shown shown{request, site_, uploads_.format(), look};
  html::View view("features/uploads/pages/upload.html");
  view.set("ADDRESS", shown.address()).set("FORM_ADDRESS", site_.form());
  view.set("HOME", site_.home).set("HOME_TITLE", site_.home_title).set("MANY", shown.format.many);
  view.set("NONE", shown.format.none).set("NONE_FIRST", shown.format.none_first);
  view.set("UPLOADED_BY", upload.uploader.empty() ? site_.former : upload.uploader);
  view.set("UPLOADED_AT", base::british_date_time(upload.created_at));
  for (const std::string& note : upload.report.notes) view.add("NOTE").set("TEXT", note);
  view.show_if("NOTES", !upload.report.notes.empty());
  show_state(view, shown);
  show_ready(view, shown);
  show_problems(view, shown);
  return html::page(request,
                    {.title = "Upload of " + upload.filename,
                     .menu = site_.home,
                     .back_href = site_.form(),
                     .back_label = std::string(site_.title),
                     .refresh_seconds = upload.status == Status::adding ? refresh_seconds : 0},
                    std::move(view));
}

web::Response UploadPages::confirm(const web::Request& request) {
  const UploadId id{request.path_id("id")};
  web::or_refuse(uploads_.confirm(request.actor(), id));
  return web::Response::see_other(site_.upload(id));
}

web::Response UploadPages::problems(const web::Request& request) {
  const UploadId id{request.path_id("id")};
  return html::download_workbook("problems", web::or_refuse(uploads_.problems_workbook(request.actor(), id)));
}

}  // namespace uploads::pages
