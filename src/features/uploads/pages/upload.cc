#include <fmt/format.h>

#include <set>

#include "base/text.h"
#include "features/uploads/pages/pages.h"
#include "html/page.h"
#include "html/paging.h"
#include "web/dispatcher.h"

namespace uploads::pages {
namespace {

constexpr std::size_t problems_a_page = 100;
constexpr std::size_t taken_shown = 100;
constexpr int refresh_seconds = 2;

// One upload on its way to the page.
struct Shown {
  const Site& site;
  const Format& format;
  const Uploads::Look& look;

  std::string address() const { return pages::address(site, look.upload.id); }
  std::string counted(std::size_t n) const { return base::counted(n, format.one, format.many); }
};

bool is_secret(const Format& format, std::string_view column) {
  const auto found = std::ranges::find(format.columns, column, &Column::name);
  return found != format.columns.end() && found->secret;
}

void show_problem(html::View::Part row, const Problem& problem, const Format& format) {
  row.set("ROW", base::thousands(problem.row));
  row.set("COLUMN", problem.column.empty() ? "Whole row" : problem.column)
      .set("WHAT_TO_DO", problem.what_to_do);
  if (!problem.value.empty()) {
    row.add("VALUE").set("TYPED", problem.value);
  } else {
    row.show_if("HIDDEN", is_secret(format, problem.column));
  }
}

void show_problems(html::View& view, const web::Request& request, const Shown& shown) {
  const Uploads::Look& look = shown.look;
  const auto& problems = look.upload.report.problems;
  if (problems.empty()) return;
  html::Paging paging{.page_size = problems_a_page, .total = problems.size()};
  paging.page =
      std::min(static_cast<std::size_t>(std::max(1L, request.query.number("page", 1))), paging.pages());
  auto part = view.add("PROBLEMS");
  part.set("ROWS_WITH_PROBLEMS",
           base::counted(look.upload.problem_rows, "row has a problem", "rows have problems"));
  if (look.problems_held) part.add("DOWNLOAD").set("HREF", shown.address() + "/problems.xlsx");
  for (std::size_t i = paging.first_row();
       i < std::min(problems.size(), paging.first_row() + paging.page_size); ++i) {
    show_problem(part.add("PROBLEM"), problems[i], shown.format);
  }
  html::show_paging(part, paging, shown.address(), request.query, "problem", "problems");
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
  if (shown.look.upload.ready_rows > ready.size())
    part.add("MORE").set("COUNT", base::thousands(shown.look.upload.ready_rows - ready.size()));
}

void show_checked(html::View& view, const Shown& shown) {
  const Upload& upload = shown.look.upload;
  auto part = view.add("CHECKED");
  part.set("READY_ROWS", base::counted(upload.ready_rows, "row is ready", "rows are ready"));
  part.set("PROBLEM_ROWS", base::counted(upload.problem_rows, "row has a problem", "rows have problems"));
  part.set("NONE", none_first(shown.format)).set("MANY", shown.format.many);
  part.set("FORM", form_address(shown.site));
  if (shown.look.may_confirm) {
    auto confirm = part.add("CONFIRM");
    confirm.set("ADDRESS", shown.address()).set("BUTTON", "Add " + shown.counted(upload.ready_rows));
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
  view.add("POLL").set("ADDRESS", shown.address());
  auto part = view.add("WORKING");
  const std::size_t total = shown.look.upload.ready_rows;
  const std::size_t secured = shown.look.secured;
  part.set("TOTAL", static_cast<std::int64_t>(total)).set("SECURED", static_cast<std::int64_t>(secured));
  part.set("MANY", shown.format.many).set("NONE", shown.format.none);
  part.set("HOME", shown.site.home).set("HOME_TITLE", shown.site.home_title);
  part.set("WORDS", secured < total
                        ? fmt::format("{} of {} secured", base::thousands(secured),
                                      base::counted(total, "password", "passwords"))
                        : fmt::format("All {} secured; now the {} are added",
                                      base::counted(total, "password", "passwords"), shown.format.many));
}

void show_added(html::View& view, const web::Request& request, const Shown& shown) {
  const std::size_t added = shown.look.upload.ready_rows;
  auto part = view.add("ADDED");
  part.set("COUNT", shown.counted(added)).show_if("ONE", added == 1).show_if("SEVERAL", added != 1);
  part.set("ADVICE", shown.site.advice_when_added);
  part.set("HOME", shown.site.home).set("HOME_TITLE", shown.site.home_title);
  const Upload& upload = shown.look.upload;
  if (shown.site.show_added && !upload.report.added.empty())
    shown.site.show_added(part.include("ADDED_LIST", shown.site.added_template), request, upload);
}

void show_taken(html::View::Part part, const Shown& shown) {
  const auto& taken = shown.look.upload.report.taken;
  auto list = part.add("TAKEN");
  std::set<std::size_t> rows;
  for (const Problem& problem : taken) rows.insert(problem.row);
  list.set("COUNT", base::counted(rows.size(), "row", "rows"));
  for (std::size_t i = 0; i < std::min(taken.size(), taken_shown); ++i)
    show_problem(list.add("TAKEN_ROW"), taken[i], shown.format);
}

void show_failed(html::View& view, const Shown& shown) {
  auto part = view.add("FAILED");
  part.set("NONE", none_first(shown.format))
      .set("MANY", shown.format.many)
      .set("FORM", form_address(shown.site));
  switch (shown.look.upload.failure.value()) {
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

void show_state(html::View& view, const web::Request& request, const Shown& shown) {
  switch (shown.look.upload.status) {
    case Status::checked:
      return show_checked(view, shown);
    case Status::adding:
      return show_working(view, shown);
    case Status::added:
      return show_added(view, request, shown);
    case Status::failed:
      return show_failed(view, shown);
  }
}

}  // namespace

web::Handler upload(Uploads& uploads, Site site) {
  return [&uploads, site = std::move(site)](const web::Request& request) {
    const auto look = uploads.look(request.actor(), UploadId{request.path_id("id")});
    if (!look) throw web::Refused{base::Refusal::not_found()};
    const Shown shown{site, uploads.format(), *look};
    html::View view("features/uploads/pages/upload.html");
    view.set("UPLOADED_BY", look->upload.uploader.empty() ? site.former : look->upload.uploader);
    view.set("UPLOADED_AT", base::british_date_time(look->upload.created_at));
    for (const std::string& note : look->upload.report.notes) view.add("NOTE").set("TEXT", note);
    view.show_if("NOTES", !look->upload.report.notes.empty());
    show_state(view, request, shown);
    show_ready(view, shown);
    show_problems(view, request, shown);
    return html::page(request,
                      {.title = "Upload of " + look->upload.filename,
                       .menu = site.home,
                       .back_href = form_address(site),
                       .back_label = std::string(site.title),
                       .refresh_seconds = look->upload.status == Status::adding ? refresh_seconds : 0},
                      std::move(view));
  };
}

}  // namespace uploads::pages
