#include <fmt/format.h>

#include "features/audit/details.h"
#include "features/audit/pages/filters.h"
#include "features/audit/pages/pages.h"
#include "html/download.h"

namespace audit::pages {
namespace {

using documents::Figure;

constexpr std::size_t at_a_time = 500;

std::vector<documents::Column> columns(Whose whose) {
  std::vector<documents::Column> all{{.heading = "When", .width = 26, .csv_heading = "When (UTC)"},
                                     {.heading = "Who", .width = 28},
                                     {.heading = "What", .width = 30},
                                     {.heading = "To whom or what", .width = 32},
                                     {.heading = "Details", .width = 70}};
  if (whose == Whose::hub) {
    all.push_back({.heading = "Centre number", .width = 14});
    all.push_back({.heading = "Centre", .width = 36});
  }
  return all;
}

documents::Row row_of(const Entry& entry, Whose whose) {
  documents::Row row{Figure::moment(entry.at), Figure::of(entry.actor_name),
                     Figure::of(std::string(words(entry.action))), Figure::of(entry.subject.name),
                     Figure::of(details_text(entry.details))};
  if (whose == Whose::hub) {
    row.push_back(Figure::of(entry.centre_number));
    row.push_back(Figure::of(entry.centre_name));
  }
  return row;
}

// Everything that the filters let through, newest first, some hundred events at a time.
auto reader(db::Database& database, access::Actor actor, Whose whose, Filter filter) {
  return [&database, actor = std::move(actor), whose, filter = std::move(filter), position = Position{},
          more = true]() mutable {
    std::vector<documents::Row> rows;
    if (!more) return rows;
    const auto page =
        database.read([&](db::Connection& c) { return list(c, actor, whose, filter, position, at_a_time); });
    more = page.older;
    if (!page.entries.empty()) position = {Position::Way::older_than, page.entries.back().id};
    for (const auto& entry : page.entries) rows.push_back(row_of(entry, whose));
    return rows;
  };
}

}  // namespace

web::Response AuditPages::download(const web::Request& request) {
  auto list = audit_list(request, whose_);
  const auto filter = filter_of(list);
  if (!list.errors().empty()) throw web::Refused{base::Refusal::bad_input(list.errors())};
  const auto format = html::format_of(request);
  std::vector<Detail> details{{"Format", "", std::string(html::words(format))}};
  for (const auto& [name, value] : list.kept().items()) details.push_back({"Filter " + name, "", value});
  database_.write([&](db::Connection& c) {
    record(c, request.actor(), {action::audit_exported, {"audit", std::nullopt, "Audit"}, details});
  });
  return html::download(fmt::format("Audit {}", base::iso_date(database_.now())), format,
                        {.name = "Audit",
                         .columns = columns(whose_),
                         .next = reader(database_, request.actor(), whose_, filter)});
}

}  // namespace audit::pages
