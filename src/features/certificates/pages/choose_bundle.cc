#include <fmt/format.h>

#include "base/random.h"
#include "base/text.h"
#include "features/certificates/certificate_store.h"
#include "features/certificates/pages/bundle_progress.h"
#include "features/certificates/pages/pages.h"
#include "html/list.h"
#include "html/page.h"

namespace certificates::pages {
namespace {

struct Counted {
  std::size_t people = 0;
  std::size_t certificates = 0;
  std::string year{};  // empty: this year
};

Counted count(const BundleParts& parts, const web::Request& request) {
  return parts.database.read([&](db::Connection& c) {
    const auto chosen = parts.choose(c, request.actor(), request.query);
    const auto all = list(c, request.actor(), chosen.accounts, chosen.assessment, chosen.year);
    return Counted{chosen.accounts.size(), all.size(), chosen.year};
  });
}

void show_choice(html::View& view, const web::Request& request, const Counted& counted) {
  // A name of its own for the download, under which the page asks how far it is.
  const auto job = base::random_token(12);
  auto part = view.add("CHOICE");
  part.set("CERTIFICATES", base::counted(counted.certificates, "certificate", "certificates"));
  part.set("WHOSE_YEAR",
           counted.year.empty() ? "this year's certificates" : "certificates of " + counted.year);
  part.set("PEOPLE", base::counted(counted.people, "user", "users"));
  part.set("ZIP", html::with_query("/summary/certificates.zip", request.query, "job", job));
  part.set("PDF", html::with_query("/summary/certificates.pdf", request.query, "job", job));
  show_progress(view.root(), nullptr, job);
}

}  // namespace

web::Response BundlePages::choose(const web::Request& request) {
  const auto counted = count(parts_, request);
  html::View view("features/certificates/pages/choose_bundle.html");
  const auto back = html::with_query("/summary", request.query, "job", "");
  if (counted.certificates == 0) {
    html::show_empty(view.root(),
                     {"No certificates to download",
                      fmt::format("Of the {} that you chose, nobody has a current certificate yet.",
                                  base::counted(counted.people, "user", "users"))});
  } else {
    show_choice(view, request, counted);
  }
  return html::page(request,
                    {.title = "Download certificates",
                     .menu = "/summary",
                     .width = "narrow",
                     .back_href = back,
                     .back_label = "User Summary"},
                    std::move(view));
}

}  // namespace certificates::pages
