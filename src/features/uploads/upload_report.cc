#include "features/uploads/upload_report.h"

#include <boost/json.hpp>

namespace uploads {
namespace {

namespace json = boost::json;

// Compact, since a file may have 50,000 problems: [row, column, value, what to do].
json::array written(const std::vector<Problem>& problems) {
  json::array list;
  list.reserve(problems.size());
  for (const Problem& p : problems) list.push_back(json::array{p.row, p.column, p.value, p.what_to_do});
  return list;
}

std::string text(const json::value& value) {
  return std::string(value.as_string());
}

std::vector<Problem> read(const json::value& list) {
  std::vector<Problem> problems;
  for (const json::value& item : list.as_array()) {
    const json::array& p = item.as_array();
    problems.push_back({p.at(0).to_number<std::size_t>(), text(p.at(1)), text(p.at(2)), text(p.at(3))});
  }
  return problems;
}

}  // namespace

std::string to_json(const Report& report) {
  return json::serialize(json::object{{"problems", written(report.problems)},
                                      {"notes", json::array(report.notes.begin(), report.notes.end())},
                                      {"taken", written(report.taken)},
                                      {"added", json::array(report.added.begin(), report.added.end())}});
}

Report report_from(std::string_view text_of_it) {
  if (text_of_it.empty()) return {};
  const json::value value = json::parse(text_of_it);
  Report report;
  report.problems = read(value.at("problems"));
  for (const json::value& note : value.at("notes").as_array()) report.notes.push_back(text(note));
  report.taken = read(value.at("taken"));
  if (const json::value* added = value.as_object().if_contains("added")) {
    for (const json::value& id : added->as_array()) report.added.push_back(id.as_int64());
  }
  return report;
}

}  // namespace uploads
