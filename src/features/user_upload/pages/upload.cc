#include <fmt/format.h>

#include "base/text.h"
#include "features/user_upload/pages/address.h"
#include "features/user_upload/pages/pages.h"
#include "html/page.h"
#include "html/paging.h"
#include "web/dispatcher.h"

namespace user_upload::pages {
namespace {

constexpr std::size_t problems_a_page = 100;
constexpr std::size_t taken_shown = 100;
constexpr int refresh_seconds = 2;

std::string users(std::size_t n) {
  return base::counted(n, "user", "users");
}

void show_problem(html::View::Part row, const Problem& problem) {
  row.set("ROW", base::thousands(problem.row));
  row.set("COLUMN", problem.column.empty() ? "Whole row" : problem.column).set("WHAT_TO_DO", problem.what_to_do);
  if (!problem.value.empty()) {
    row.add("VALUE").set("TYPED", problem.value);
  } else {
    row.show_if("HIDDEN", problem.column == "Password");
  }
}

void show_problems(html::View& view, const web::Request& request, const Uploads::Look& look) {
  const auto& problems = look.upload.report.problems;
  if (problems.empty()) return;
  html::Paging paging{.page_size = problems_a_page, .total = problems.size()};
  paging.page = std::min(static_cast<std::size_t>(std::max(1L, request.query.number("page", 1))), paging.pages());
  auto part = view.add("PROBLEMS");
  part.set("ROWS_WITH_PROBLEMS", base::counted(look.upload.problem_rows, "row has a problem", "rows have problems"));
  if (look.problems_held) part.add("DOWNLOAD").set("HREF", address(look.upload.id) + "/problems.xlsx");
  for (std::size_t i = paging.first_row(); i < std::min(problems.size(), paging.first_row() + paging.page_size); ++i) {
    show_problem(part.add("PROBLEM"), problems[i]);
  }
  html::show_paging(part, paging, address(look.upload.id), request.query, "problem", "problems");
}

void show_ready(html::View& view, const Uploads::Look& look) {
  if (look.ready.empty()) return;
  auto part = view.add("READY");
  for (const auto& person : look.ready) {
    part.add("PERSON")
        .set("NAME", person.first_name + " " + person.last_name)
        .set("EMAIL", person.email)
        .set("ROLE", person.role);
  }
  if (look.upload.ready_rows > look.ready.size())
    part.add("MORE").set("COUNT", base::thousands(look.upload.ready_rows - look.ready.size()));
}

void show_checked(html::View& view, const Uploads::Look& look) {
  const Upload& upload = look.upload;
  auto part = view.add("CHECKED");
  part.set("READY_ROWS", base::counted(upload.ready_rows, "row is ready", "rows are ready"));
  part.set("PROBLEM_ROWS", base::counted(upload.problem_rows, "row has a problem", "rows have problems"));
  if (look.may_confirm) {
    auto confirm = part.add("CONFIRM");
    confirm.set("ADDRESS", address(upload.id)).set("BUTTON", "Add " + users(upload.ready_rows));
    confirm.show_if("OTHERS", upload.problem_rows > 0);
  } else if (upload.ready_rows == 0) {
    part.show("NONE_READY");
  } else if (!look.held) {
    part.show("GONE");
  } else {
    part.add("NOT_YOURS").set("UPLOADER", upload.uploader.empty() ? "whoever uploaded it" : upload.uploader);
  }
}

void show_working(html::View& view, const Uploads::Look& look) {
  view.add("POLL").set("ADDRESS", address(look.upload.id));
  auto part = view.add("WORKING");
  const std::size_t total = look.upload.ready_rows;
  part.set("TOTAL", static_cast<std::int64_t>(total)).set("SECURED", static_cast<std::int64_t>(look.secured));
  part.set("WORDS", look.secured < total ? fmt::format("{} of {} secured", base::thousands(look.secured),
                                                       base::counted(total, "password", "passwords"))
                                         : fmt::format("All {} secured; now the users are added",
                                                       base::counted(total, "password", "passwords")));
}

void show_failed(html::View& view, const Uploads::Look& look) {
  auto part = view.add("FAILED");
  switch (look.upload.failure.value()) {
    case Failure::stopped:
      part.show("STOPPED");
      break;
    case Failure::lost:
      part.show("LOST");
      break;
    case Failure::power:
      part.show("POWER");
      break;
    case Failure::taken: {
      const auto& taken = look.upload.report.taken;
      auto list = part.add("TAKEN");
      list.set("COUNT", base::counted(taken.size(), "email", "emails"));
      for (std::size_t i = 0; i < std::min(taken.size(), taken_shown); ++i)
        show_problem(list.add("TAKEN_ROW"), taken[i]);
    }
  }
}

void show_state(html::View& view, const Uploads::Look& look) {
  switch (look.upload.status) {
    case Status::checked:
      return show_checked(view, look);
    case Status::adding:
      return show_working(view, look);
    case Status::added:
      view.add("ADDED")
          .set("USERS", users(look.upload.ready_rows))
          .show_if("ONE", look.upload.ready_rows == 1)
          .show_if("MANY", look.upload.ready_rows != 1);
      return;
    case Status::failed:
      return show_failed(view, look);
  }
}

}  // namespace

web::Handler upload(Uploads& uploads) {
  return [&uploads](const web::Request& request) {
    const auto look = uploads.look(request.actor(), UploadId{request.path_id("id")});
    if (!look) throw web::Refused{base::Refusal::not_found()};
    html::View view("features/user_upload/pages/upload.html");
    view.set("UPLOADED_BY", look->upload.uploader.empty() ? "A former user" : look->upload.uploader);
    view.set("UPLOADED_AT", base::british_date_time(look->upload.created_at));
    for (const std::string& note : look->upload.report.notes) view.add("NOTE").set("TEXT", note);
    view.show_if("NOTES", !look->upload.report.notes.empty());
    show_state(view, *look);
    show_ready(view, *look);
    show_problems(view, request, *look);
    return html::page(request,
                      {.title = "Upload of " + look->upload.filename,
                       .menu = "/users",
                       .back_href = "/users/upload",
                       .back_label = "Upload users",
                       .refresh_seconds = look->upload.status == Status::adding ? refresh_seconds : 0},
                      std::move(view));
  };
}

}  // namespace user_upload::pages
