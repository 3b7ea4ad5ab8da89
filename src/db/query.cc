#include "db/query.h"

#include <algorithm>
#include <stdexcept>

#include "base/text.h"

namespace db {
namespace {

constexpr std::size_t widths[] = {1, 8, 64, Keys::at_once};
constexpr std::size_t most_words = 8;

std::vector<std::string> words_of(std::string_view typed) {
  std::vector<std::string> words;
  const auto key = base::search_key(typed);
  for (std::size_t start = 0; start < key.size() && words.size() < most_words;) {
    const auto end = std::min(key.find_first_of(" ,", start), key.size());
    if (end > start) words.push_back(key.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

}  // namespace

std::vector<Keys> Keys::parts() const {
  std::vector<Keys> parts;
  for (auto begin = values_.begin(); begin != values_.end();) {
    const auto end = begin + std::min<std::ptrdiff_t>(values_.end() - begin, at_once);
    parts.emplace_back(std::vector(begin, end));
    begin = end;
  }
  return parts;
}

std::vector<Value> Keys::filled() const {
  const auto* const width = std::ranges::lower_bound(widths, values_.size());
  if (values_.empty() || width == std::end(widths)) throw std::logic_error("no keys, or too many at once");
  auto filled = values_;
  filled.resize(*width, values_.back());
  return filled;
}

Query& Query::search(std::string_view column, std::string_view typed) {
  for (const auto& word : words_of(typed)) {
    also(" AND ").also(column).also(" LIKE ? ESCAPE '\\'", base::like_pattern(word));
  }
  return *this;
}

void Query::add(std::string_view sql, std::span<const Argument> args) {
  for (const auto& arg : args) {
    const auto place = sql.find('?');
    if (place == std::string_view::npos) throw std::logic_error("more arguments than places in " + sql_);
    sql_ += sql.substr(0, place + 1);
    sql.remove_prefix(place + 1);
    if (const auto* value = std::get_if<Value>(&arg)) {
      args_.push_back(*value);
      continue;
    }
    const auto keys = std::get<Keys>(arg).filled();
    args_.insert(args_.end(), keys.begin(), keys.end());
    for (std::size_t i = 1; i < keys.size(); ++i) sql_ += ", ?";
  }
  sql_ += sql;
}

}  // namespace db
