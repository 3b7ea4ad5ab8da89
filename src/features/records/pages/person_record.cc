#include <fmt/format.h>

#include "features/audit/pages/detail_view.h"
#include "features/certificates/certificate.h"
#include "features/directory/pages/centre_of.h"
#include "features/records/pages/open_record.h"
#include "features/records/pages/pages.h"

namespace records::pages {
namespace {

using directory::pages::head;

constexpr std::size_t events_shown = 50;

void show_facts(html::View& view, const PersonRecord& record) {
  const auto fact = [&](std::string_view name, std::string_view value) {
    view.add("FACT").set("NAME", name).set("VALUE", value);
  };
  const auto& person = record.person;
  fact("Name", person.full_name());
  fact("Email", person.email);
  fact("Role", access::title(person.role, person.centre_admin));
  fact("Centre", record.centre.centre.number + " " + record.centre.centre.name);
  fact("Account added", base::british_date_time(person.created_at));
  fact("Declaration", declaration_words(record.origin));
  fact("Last sign-in", when_words(person.last_signed_in_at, "Never"));
  fact("Signed in now", sessions_words(record.open_sessions));
  fact("Extra time", extra_time_words(record.access));
  fact("Hidden assessments", hidden_words(record.access));
}

void show_try(html::View::Part assessment, const attempts::RecordedAttempt& one) {
  const auto& attempt = one.attempt;
  auto row = assessment.add("TRY");
  row.set("SECTION", one.section).set("BEGUN", base::british_date_time(attempt.started_at));
  row.set("HANDED_IN", when_words(attempt.handed_in_at, "")).set("RESULT", result_words(attempt));
  row.set("MARK", attempt.handed_in_at ? fmt::format("{} / {}", attempt.mark, one.questions) : "");
}

void show_assessments(html::View& view, const std::vector<RecordedAssessment>& assessments) {
  view.show_if("NO_ASSESSMENTS", assessments.empty());
  for (const auto& one : assessments) {
    auto part = view.add("ASSESSMENT");
    part.set("TITLE", one.title).set("YEAR", one.year);
    if (one.passed_at) {
      part.add("PASSED").set("DATE", base::british_date_time(*one.passed_at));
    } else {
      part.show("STARTED");
    }
    for (const auto& section : one.sections) {
      for (const auto& attempt : section.tries) show_try(part, attempt);
    }
  }
}

void show_certificates(html::View& view, const PersonRecord& record) {
  if (record.certificates.empty()) return void(view.show("NO_CERTIFICATES"));
  view.show("CERTIFICATES");
  for (const auto& certificate : record.certificates) {
    auto row = view.add("CERTIFICATE");
    row.set("TITLE", certificate.title).set("YEAR", certificate.year).set("NAME", certificate.person_name);
    row.set("PASSED_ON", base::british_date(certificate.passed_at));
    row.set("ISSUED", base::british_date(certificate.issued_at));
    row.set("STATE", state_words(certificate, record.read_at));
    row.set("CODE", certificates::in_groups(certificate.code));
  }
}

void show_events(html::View& view, const audit::EntryPage& events) {
  for (const auto& entry : events.entries) {
    auto row = view.add("EVENT");
    row.set("WHEN", base::british_date_time(entry.at)).set("WHO", entry.actor_name);
    row.set("WHAT", audit::words(entry.action)).set("SUBJECT", entry.subject.name);
    audit::pages::show_details(row, "DETAILS", entry.details);
  }
  if (events.older) view.add("MORE").set("COUNT", static_cast<std::int64_t>(events.entries.size()));
}

}  // namespace

web::Response RecordPages::show(const web::Request& request) {
  auto found = record_of(database_, request);
  if (auto* ended = std::get_if<web::Response>(&found)) return std::move(*ended);
  const auto& open = std::get<OpenRecord>(found);
  const auto events =
      database_.read([&](db::Connection& c) { return events_about(c, open.scope, {}, events_shown); });
  html::View view("features/records/pages/person_record.html");
  view.set("UNTIL", base::british_date_time(open.request.open_until()));
  view.set("ASKED_BY", open.request.asked_by).set("PURPOSE", open.request.purpose);
  show_facts(view, open.record);
  show_assessments(view, open.record.assessments);
  show_certificates(view, open.record);
  show_events(view, events);
  auto page = head(open.record.centre, "Record of " + open.record.person.full_name());
  page.width = {};
  page.actions = {{.href = fmt::format("/operator/records/{}.xlsx", std::to_underlying(open.request.id)),
                   .label = "Download as Excel",
                   .icon = "download",
                   .primary = true}};
  return html::page(request, page, std::move(view));
}

}  // namespace records::pages
