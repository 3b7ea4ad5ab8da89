#include "features/audit/pages/filters.h"

#include "base/day.h"

namespace audit::pages {
namespace {

using Kind = html::Field::Kind;

std::optional<base::DaySpan> day(html::List& list, std::string_view name) {
  const auto typed = list.get(name);
  if (typed.empty()) return std::nullopt;
  auto span = base::day_from_iso(typed);
  if (!span) list.wrong(name, "Write the day as year-month-day, such as 2026-11-23.");
  return span;
}

}  // namespace

std::string_view address(Whose whose) {
  return whose == Whose::hub ? "/operator/audit" : "/audit";
}

html::List audit_list(const web::Request& request, Whose whose) {
  html::Field action{
      .name = "action", .label = "What", .kind = Kind::drop_down, .choices = {{"", "Everything"}}};
  for (const auto& each : actions_in(whose))
    action.choices.push_back({std::string(each.code), std::string(each.words)});
  return {request,
          std::string(address(whose)),
          {{.name = "person", .label = "Who did it, or to whom", .kind = Kind::search, .hint = "Name"},
           std::move(action),
           {.name = "from", .label = "From", .kind = Kind::date, .width = "short"},
           {.name = "to", .label = "To", .kind = Kind::date, .width = "short"}}};
}

Filter filter_of(html::List& list) {
  Filter filter;
  filter.action = list.get("action");
  filter.person = list.get("person");
  const auto from = day(list, "from");
  const auto to = day(list, "to");
  if (from && to && to->end <= from->start) {
    list.wrong("to", "The last day is before the first. Swap the two days.");
  }
  if (from) filter.from = from->start;
  if (to) filter.until = to->end;
  return filter;
}

}  // namespace audit::pages
