// Reading one mapping of the tree field by field, and where everything stood. Every problem goes to
// `Problems`, told once for a place.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "features/assessments/assessment_rules.h"
#include "features/assessments/yaml_tree.h"

namespace assessments {

class Problems {
 public:
  void stands_at(const Place& place, int line) { lines_.emplace(place, line); }
  void tell(const Place& place, int line, std::string message);  // from reading
  void tell_all(const std::vector<Problem>&);  // from the rules, but for places already told of
  int line_of(const Place&) const;
  std::vector<YamlError> take() { return std::move(errors_); }

 private:
  std::map<Place, int> lines_;
  std::set<Place> told_;
  std::vector<YamlError> errors_;
};

// The fields of one mapping. `what` names the whole for people: "an option".
class Fields {
 public:
  Fields(const YamlNode&, Place, std::string_view what, std::initializer_list<std::string_view> known,
         Problems&);

  std::string text(std::string_view name);  // must be there
  std::string optional_text(
      std::string_view name);        // empty where the field is left out; told of where it is there but empty
  bool flag(std::string_view name);  // true or false; false where it is left out
  const YamlNode* list(std::string_view name);  // must be there; null where it is not a list

  void tell(std::string_view name, std::string message);
  const YamlNode* find(std::string_view name) const;
  Place place(std::string_view name) const;

 private:
  const YamlNode* require(std::string_view name);
  std::optional<std::string> scalar(std::string_view name, const YamlNode&);
  void refuse_field(const YamlNode& key, std::initializer_list<std::string_view> known,
                    std::string_view what);

  std::map<std::string, const YamlNode*, std::less<>> fields_;
  Place place_;
  bool is_mapping_;
  Problems& problems_;
};

}  // namespace assessments
