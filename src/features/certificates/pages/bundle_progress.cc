#include "features/certificates/pages/bundle_progress.h"

#include <fmt/format.h>

#include "base/text.h"
#include "features/certificates/pages/pages.h"
#include "html/list.h"
#include "html/page.h"

namespace certificates::pages {
namespace {

bool running(const Download* download) {
  return download != nullptr && download->state() == Download::State::running;
}

std::string progress_address(std::string_view name) {
  return html::with_query("/summary/certificates/progress", {}, "job", name);
}

void show_running(html::View::Part part, const Download& download, std::string_view name) {
  part.add("RUNNING")
      .set("WORDS", fmt::format("{} of {} drawn", base::thousands(download.done()),
                                base::counted(download.total(), "certificate", "certificates")))
      .set("DONE", static_cast<std::int64_t>(download.done()))
      .set("TOTAL", static_cast<std::int64_t>(download.total()))
      .set("JOB", name);
}

}  // namespace

void show_progress(html::View::Part parent, const Download* download, std::string_view name) {
  auto part = parent.include("PROGRESS", "features/certificates/pages/bundle_progress.html");
  if (download == nullptr || running(download)) part.add("POLL").set("ADDRESS", progress_address(name));
  if (download == nullptr) {
    part.add("WAITING").set("ADDRESS", progress_address(name));
  } else if (running(download)) {
    show_running(part, *download, name);
  } else if (download->state() == Download::State::finished) {
    part.add("FINISHED").set("COUNT", base::counted(download->total(), "certificate", "certificates"));
  } else {
    part.add("STOPPED").set("COUNT",
                            fmt::format("{} of {}", base::thousands(download->done()),
                                        base::counted(download->total(), "certificate", "certificates")));
  }
}

web::Response BundlePages::progress(const web::Request& request) {
  const auto name = request.query.get("job");
  const auto download = parts_.downloads.find(request.actor().account, name);
  html::View view("features/certificates/pages/bundle_progress_page.html");
  show_progress(view.root(), download.get(), name);
  if (request.wants_fragment()) return html::fragment(request, std::move(view));
  return html::page(request,
                    {.title = "Downloading certificates",
                     .menu = "/summary",
                     .width = "narrow",
                     .back_href = "/summary",
                     .back_label = "User Summary",
                     .refresh_seconds = running(download.get()) ? 2 : 0},
                    std::move(view));
}

web::Response BundlePages::stop(const web::Request& request) {
  const auto name = request.form().get("job");
  if (const auto download = parts_.downloads.find(request.actor().account, name)) download->stop();
  return web::Response::see_other(progress_address(name));
}

}  // namespace certificates::pages
