#include "features/audit/pages/filter_form.h"

#include "base/day.h"
#include "base/text.h"

namespace audit::pages {
namespace {

std::optional<base::DaySpan> day(const web::Fields& query, std::string_view name,
                                 std::vector<base::FieldError>& errors) {
  const auto typed = base::trimmed(query.get(name));
  if (typed.empty()) return std::nullopt;
  auto span = base::day_from_iso(typed);
  if (!span) errors.push_back({std::string(name), "Write the day as year-month-day, such as 2026-11-23."});
  return span;
}

}  // namespace

FilterForm filter_form(const web::Fields& query) {
  FilterForm form;
  form.filter.action = query.get("action");
  form.filter.person = base::trimmed(query.get("person"));
  const auto from = day(query, "from", form.errors);
  const auto to = day(query, "to", form.errors);
  if (from && to && to->end <= from->start) {
    form.errors.push_back({"to", "The last day is before the first. Swap the two days."});
  }
  if (from) form.filter.from = from->start;
  if (to) form.filter.until = to->end;
  for (const auto* name : {"action", "person", "from", "to"}) {
    if (!query.get(name).empty()) form.fields.add(name, std::string(query.get(name)));
  }
  return form;
}

}  // namespace audit::pages
