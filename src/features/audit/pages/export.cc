#include "features/audit/pages/export.h"

#include <fmt/format.h>

#include "features/audit/pages/filter_form.h"
#include "web/dispatcher.h"

namespace audit::pages {
namespace {

constexpr std::size_t at_a_time = 500;

std::vector<Detail> as_details(const FilterForm& form, std::string_view format) {
  std::vector<Detail> details{{"Format", "", std::string(format)}};
  for (const auto& [name, value] : form.fields.items()) details.push_back({"Filter " + name, "", value});
  return details;
}

}  // namespace

std::vector<Entry> ExportReader::next() {
  if (!more_) return {};
  auto page = database_.read(
      [&](db::Connection& c) { return list(c, actor_, whose_, filter_, position_, at_a_time); });
  more_ = page.older;
  if (!page.entries.empty()) position_ = {Position::Way::older_than, page.entries.back().id};
  return std::move(page.entries);
}

ExportReader start_export(db::Database& database, const web::Request& request, Whose whose,
                          std::string_view format) {
  auto form = filter_form(request.query);
  if (!form.errors.empty()) throw web::Refused{base::Refusal::bad_input(std::move(form.errors))};
  database.write([&](db::Connection& c) {
    record(c, request.actor(),
           {action::audit_exported, {"audit", std::nullopt, "Audit"}, as_details(form, format)});
  });
  return {database, request.actor(), whose, std::move(form.filter)};
}

std::string export_filename(db::Database& database, std::string_view ending) {
  return fmt::format("Audit {}{}", base::iso_date(database.now()), ending);
}

}  // namespace audit::pages
