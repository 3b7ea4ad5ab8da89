#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "documents/workbook.h"
#include "features/audit/details.h"
#include "features/certificates/certificate.h"
#include "features/records/pages/open_record.h"
#include "features/records/pages/pages.h"
#include "html/download.h"
#include "html/markdown.h"

namespace records::pages {
namespace {

using documents::Figure;
using documents::Workbook;
using Columns = std::vector<documents::Column>;

constexpr std::size_t events_at_once = 500;

void add_details(Workbook& workbook, const OpenRecord& open) {
  const auto& request = open.request;
  const auto& record = open.record;
  workbook.sheet("Details",
                 Columns{{.heading = "What", .width = 26}, {.heading = "Value", .width = 70, .wrap = true}});
  const auto line = [&](std::string name, Figure value) {
    const Figure cells[] = {{.text = std::move(name)}, std::move(value)};
    workbook.row(cells);
  };
  line("First name", {.text = record.person.first_name});
  line("Last name", {.text = record.person.last_name});
  line("Email", {.text = record.person.email});
  line("Role", {.text = std::string(access::title(record.person.role, record.person.centre_admin))});
  line("Centre number", {.text = record.centre.centre.number});
  line("Centre", {.text = record.centre.centre.name});
  line("Account added", Figure::moment(record.person.created_at));
  line("Declaration", {.text = declaration_words(record.origin)});
  line("Last sign-in", Figure::moment(record.person.last_signed_in_at));
  line("Signed in now", {.text = sessions_words(record.open_sessions)});
  line("Extra time", {.text = extra_time_words(record.access)});
  line("Hidden assessments", {.text = hidden_words(record.access)});
  line("Record read", Figure::moment(record.read_at));
  line("Asked for by", {.text = request.asked_by});
  line("Needed for", {.text = request.purpose});
}

void add_results(Workbook& workbook, const PersonRecord& record) {
  workbook.sheet("Results", Columns{{.heading = "Assessment", .width = 36},
                                    {.heading = "Year", .width = 10},
                                    {.heading = "Assessment passed", .width = 26},
                                    {.heading = "Section", .width = 36},
                                    {.heading = "Version", .width = 9},
                                    {.heading = "Started", .width = 26},
                                    {.heading = "Handed in", .width = 26},
                                    {.heading = "Mark", .width = 8},
                                    {.heading = "Questions", .width = 10},
                                    {.heading = "Result", .width = 22}});
  for (const auto& assessment : record.assessments) {
    for (const auto& section : assessment.sections) {
      for (const auto& one : section.tries) {
        const auto& attempt = one.attempt;
        const Figure cells[] = {{.text = one.assessment},
                                {.text = assessment.year},
                                Figure::moment(assessment.passed_at),
                                {.text = one.section},
                                Figure::of(static_cast<std::size_t>(attempt.version)),
                                Figure::moment(attempt.started_at),
                                Figure::moment(attempt.handed_in_at),
                                attempt.handed_in_at ? Figure::of(std::size_t{attempt.mark}) : Figure{},
                                Figure::of(one.questions),
                                {.text = result_words(attempt)}};
        workbook.row(cells);
      }
    }
  }
}

std::string chosen_words(const attempts::Question& question, const attempts::Chosen& chosen) {
  std::vector<std::string> texts;
  for (const auto& option : question.options) {
    if (std::ranges::find(chosen, option.id) != chosen.end())
      texts.push_back(html::plain_markdown(option.text));
  }
  return fmt::format("{}", fmt::join(texts, "; "));
}

// What is not handed in is not marked.
std::string_view right_words(const attempts::Attempt& attempt, const attempts::Question& question,
                             const attempts::Chosen& chosen) {
  if (chosen.empty()) return "Unanswered";
  if (!attempt.handed_in_at) return "Not handed in";
  return attempts::is_right(question, chosen) ? "Right" : "Wrong";
}

void add_answers_of(Workbook& workbook, const attempts::RecordedAttempt& one,
                    const attempts::RecordedAnswers& recorded) {
  std::size_t position = 0;
  for (const auto& question : recorded.section.questions) {
    const auto found = recorded.answers.find(question.id);
    const auto chosen = found == recorded.answers.end() ? attempts::Chosen{} : found->second;
    const Figure cells[] = {{.text = one.assessment},
                            {.text = one.attempt.year},
                            {.text = one.section},
                            Figure::moment(one.attempt.started_at),
                            Figure::of(++position),
                            {.text = html::plain_markdown(question.text)},
                            {.text = chosen_words(question, chosen)},
                            {.text = std::string(right_words(one.attempt, question, chosen))}};
    workbook.row(cells);
  }
}

void add_answers(Workbook& workbook, db::Database& database, const OpenRecord& open) {
  workbook.sheet("Answers", Columns{{.heading = "Assessment", .width = 36},
                                    {.heading = "Year", .width = 10},
                                    {.heading = "Section", .width = 36},
                                    {.heading = "Started", .width = 26},
                                    {.heading = "Question", .width = 10},
                                    {.heading = "As it was put", .width = 60, .wrap = true},
                                    {.heading = "Chosen", .width = 50, .wrap = true},
                                    {.heading = "Result", .width = 16}});
  for (const auto& assessment : open.record.assessments) {
    for (const auto& section : assessment.sections) {
      for (const auto& one : section.tries) {
        const auto recorded = database.read(attempts::answers_of, open.scope, one.attempt.id);
        if (recorded) add_answers_of(workbook, one, *recorded);
      }
    }
  }
}

void add_certificates(Workbook& workbook, const PersonRecord& record) {
  workbook.sheet("Certificates", Columns{{.heading = "Assessment", .width = 36},
                                         {.heading = "Year", .width = 10},
                                         {.heading = "Name on it", .width = 28},
                                         {.heading = "Centre on it", .width = 36},
                                         {.heading = "Passed", .width = 26},
                                         {.heading = "Issued", .width = 26},
                                         {.heading = "State", .width = 30},
                                         {.heading = "Code", .width = 40}});
  for (const auto& certificate : record.certificates) {
    const Figure cells[] = {{.text = certificate.title},
                            {.text = certificate.year},
                            {.text = certificate.person_name},
                            {.text = certificate.centre_number + " " + certificate.centre_name},
                            Figure::moment(certificate.passed_at),
                            Figure::moment(certificate.issued_at),
                            {.text = state_words(certificate, record.read_at)},
                            {.text = certificates::in_groups(certificate.code)}};
    workbook.row(cells);
  }
}

void add_events(Workbook& workbook, db::Database& database, const OpenRecord& open) {
  workbook.sheet("Events", Columns{{.heading = "When", .width = 26},
                                   {.heading = "Who", .width = 28},
                                   {.heading = "What", .width = 30},
                                   {.heading = "To whom or what", .width = 32},
                                   {.heading = "Details", .width = 70}});
  audit::Position position;
  for (bool more = true; more;) {
    const auto page = database.read(events_about, open.scope, position, events_at_once);
    for (const auto& entry : page.entries) {
      const Figure cells[] = {Figure::moment(entry.at),
                              {.text = entry.actor_name},
                              {.text = std::string(audit::words(entry.action))},
                              {.text = entry.subject.name},
                              {.text = audit::details_text(entry.details)}};
      workbook.row(cells);
    }
    more = page.older;
    if (more) position = {audit::Position::Way::older_than, page.entries.back().id};
  }
}

// Answers and events are read some at a time, so that memory stays flat.
documents::Workbook record_workbook(db::Database& database, const OpenRecord& open) {
  Workbook workbook;
  add_details(workbook, open);
  add_results(workbook, open.record);
  add_answers(workbook, database, open);
  add_certificates(workbook, open.record);
  add_events(workbook, database, open);
  return workbook;
}

}  // namespace

web::Response RecordPages::file(const web::Request& request) {
  auto found = record_of(database_, request);
  if (auto* ended = std::get_if<web::Response>(&found)) return std::move(*ended);
  const auto& open = std::get<OpenRecord>(found);
  // Nobody gets a record without its being kept in the audit.
  database_.write([&](db::Connection& c) { record_downloaded(c, request.actor(), open.request); });
  return html::download(
      fmt::format("Record of {} {}", open.record.person.full_name(), base::iso_date(open.record.read_at)),
      record_workbook(database_, open));
}

}  // namespace records::pages
