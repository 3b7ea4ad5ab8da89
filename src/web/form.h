// Form data, both kinds. Bounded: at most 20,000 fields (an upload's confirmation has few; a long section
// some hundreds).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace web {

// Names and values in order, names may repeat.
class Fields {
 public:
  void add(std::string name, std::string value) { items_.emplace_back(std::move(name), std::move(value)); }
  // The first of that name, or empty.
  std::string_view get(std::string_view name) const;
  bool has(std::string_view name) const;
  std::vector<std::string_view> all(std::string_view name) const;
  // A whole number of at most `max`, else `otherwise`.
  long number(std::string_view name, long otherwise, long max = 1'000'000) const;
  const std::vector<std::pair<std::string, std::string>>& items() const { return items_; }

 private:
  std::vector<std::pair<std::string, std::string>> items_;
};

struct UploadedFile {
  std::string field;
  std::string filename;  // as the browser sent it, without any folder; for showing, never for opening
  std::string bytes;
};

struct Form {
  Fields fields;
  std::vector<UploadedFile> files;

  std::string_view get(std::string_view name) const { return fields.get(name); }
  const UploadedFile* file(std::string_view field) const;
};

// application/x-www-form-urlencoded (also a query string). Nothing on a malformed escape, text that is not
// UTF-8, a NUL.
std::optional<Fields> parse_urlencoded(std::string_view body);

// multipart/form-data. Nothing unless it is exactly well formed: every part closed, the last boundary there.
// A file input left empty is no file.
std::optional<Form> parse_multipart(std::string_view body, std::string_view boundary);

// By the Content-Type: either kind, an empty form for any other type, nothing where the body is not what it
// says it is.
std::optional<Form> parse_form(std::string_view content_type, std::string_view body);

inline constexpr std::size_t max_fields = 20'000;

}  // namespace web
