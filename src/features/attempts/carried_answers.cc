#include "features/attempts/carried_answers.h"

#include <algorithm>
#include <map>
#include <ranges>

namespace attempts {
namespace {

constexpr std::size_t longest = 8 << 10;
constexpr std::string_view unsure = "?";  // a was-field that matches nothing: the question is taken as it is

bool is_id(std::string_view text) {
  constexpr std::size_t digits = 19;
  return !text.empty() && text.size() <= digits &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

struct Sent {
  std::optional<std::string> was{};
  std::vector<std::string> chosen{};

  // As the page writes it: the options ascending.
  bool as_it_was() const {
    auto ids = chosen;
    std::ranges::sort(ids, {}, [](const std::string& id) { return std::pair(id.size(), id); });
    std::string now;
    for (const auto& id : ids) now += (now.empty() ? "" : ",") + id;
    return was == now;
  }
};

}  // namespace

std::optional<std::string> packed(const FormItems& form) {
  std::map<std::string, Sent> questions;
  for (const auto& [field, value] : form) {
    if (field.starts_with("was") && is_id(std::string_view(field).substr(3))) {
      questions[field.substr(3)].was = value;
    } else if (field.starts_with('q') && is_id(std::string_view(field).substr(1)) && is_id(value)) {
      questions[field.substr(1)].chosen.push_back(value);
    }
  }
  std::string text;
  for (const auto& [question, sent] : questions) {
    if (sent.as_it_was()) continue;
    text += (text.empty() ? "" : "-") + question;
    for (const auto& option : sent.chosen) text += "." + option;
    if (text.size() > longest) return std::nullopt;
  }
  return text;
}

FormItems unpacked(std::string_view text) {
  FormItems form;
  for (const auto each : text | std::views::split('-')) {
    std::string question;
    for (const auto part : each | std::views::split('.')) {
      const std::string id(part.begin(), part.end());
      if (!is_id(id)) break;
      if (question.empty()) {
        question = id;
        form.emplace_back("was" + question, unsure);
      } else {
        form.emplace_back("q" + question, id);
      }
    }
  }
  return form;
}

}  // namespace attempts
