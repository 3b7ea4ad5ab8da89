#include "web/form.h"

#include <algorithm>

#include "base/number.h"

namespace web {

std::string_view Fields::get(std::string_view name) const {
  const auto found =
      std::ranges::find(items_, name, [](const auto& item) { return std::string_view(item.first); });
  return found == items_.end() ? std::string_view{} : std::string_view(found->second);
}

bool Fields::has(std::string_view name) const {
  return std::ranges::any_of(items_, [&](const auto& item) { return item.first == name; });
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const auto& [key, value] : items_) {
    if (key == name) values.push_back(value);
  }
  return values;
}

long Fields::number(std::string_view name, long otherwise, long max) const {
  const auto value = base::number_from<unsigned long>(get(name));
  return value && *value <= static_cast<unsigned long>(max) ? static_cast<long>(*value) : otherwise;
}

const UploadedFile* Form::file(std::string_view field) const {
  const auto found = std::ranges::find(files, field, &UploadedFile::field);
  return found == files.end() ? nullptr : &*found;
}

}  // namespace web
