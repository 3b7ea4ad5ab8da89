// multipart/form-data as browsers write it (RFC 7578, HTML's escapes in names), and nothing more lenient than
// that.
#include <algorithm>

#include "base/text.h"
#include "web/form.h"
#include "web/wire_text.h"

namespace web {
namespace {

bool good_boundary(std::string_view boundary) {
  constexpr std::string_view allowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'()+_,-./:=? ";
  return !boundary.empty() && boundary.size() <= 70 && boundary.back() != ' ' &&
         boundary.find_first_not_of(allowed) == std::string_view::npos;
}

// What a browser escapes in a name: ", CR and LF.
std::string unescaped(std::string_view quoted) {
  std::string text;
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    const auto escape = quoted.substr(i, 3);
    if (escape == "%22" || escape == "%0D" || escape == "%0A") {
      text += escape == "%22" ? '"' : escape == "%0D" ? '\r' : '\n';
      i += 2;
    } else if (quoted.substr(i, 2) == "\\\"") {
      text += '"';
      ++i;
    } else {
      text += quoted[i];
    }
  }
  return text;
}

struct Disposition {
  std::string name;
  std::optional<std::string> filename;
};

// form-data; name="..."; filename="..."
std::optional<Disposition> parse_disposition(std::string_view value) {
  constexpr std::string_view kind = "form-data";
  if (!same_word(value.substr(0, kind.size()), kind)) return std::nullopt;
  value.remove_prefix(kind.size());
  std::optional<std::string> name;
  std::optional<std::string> filename;
  while (!(value = stripped(value)).empty()) {
    if (value.front() != ';') return std::nullopt;
    value = stripped(value.substr(1));
    const auto equals = value.find("=\"");
    if (equals == std::string_view::npos) return std::nullopt;
    const auto key = value.substr(0, equals);
    auto& target = same_word(key, "name") ? name : filename;
    if (target || !(same_word(key, "name") || same_word(key, "filename"))) return std::nullopt;
    value.remove_prefix(equals + 2);
    auto end = value.find('"');
    while (end != std::string_view::npos && end > 0 && value[end - 1] == '\\') end = value.find('"', end + 1);
    if (end == std::string_view::npos) return std::nullopt;
    target = unescaped(value.substr(0, end));
    if (!base::is_text(*target)) return std::nullopt;
    value.remove_prefix(end + 1);
  }
  if (!name) return std::nullopt;
  return Disposition{std::move(*name), std::move(filename)};
}

// The lines above a part's bytes; only Content-Disposition matters.
std::optional<Disposition> parse_part_head(std::string_view head) {
  std::optional<Disposition> disposition;
  while (!head.empty()) {
    const auto line = head.substr(0, head.find("\r\n"));
    head.remove_prefix(std::min(head.size(), line.size() + 2));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos ||
        line.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos) {
      return std::nullopt;
    }
    const auto name = line.substr(0, colon);
    if (same_word(name, "content-transfer-encoding")) return std::nullopt;
    if (!same_word(name, "content-disposition")) continue;
    if (disposition) return std::nullopt;
    disposition = parse_disposition(stripped(line.substr(colon + 1)));
    if (!disposition) return std::nullopt;
  }
  return disposition;
}

std::string without_folder(std::string_view name) {
  const auto slash = name.find_last_of("/\\");
  return std::string(slash == std::string_view::npos ? name : name.substr(slash + 1));
}

bool add_part(Form& form, std::string_view head, std::string_view bytes) {
  auto disposition = parse_part_head(head);
  if (!disposition || form.fields.items().size() + form.files.size() == max_fields) return false;
  if (!disposition->filename) {
    if (!base::is_text(bytes)) return false;
    form.fields.add(std::move(disposition->name), std::string(bytes));
  } else if (!disposition->filename->empty() || !bytes.empty()) {
    form.files.push_back(
        {std::move(disposition->name), without_folder(*disposition->filename), std::string(bytes)});
  }
  return true;
}

}  // namespace

std::optional<Form> parse_multipart(std::string_view body, std::string_view boundary) {
  if (!good_boundary(boundary)) return std::nullopt;
  const std::string delimiter = "\r\n--" + std::string(boundary);
  if (!body.starts_with(std::string_view(delimiter).substr(2))) return std::nullopt;
  body.remove_prefix(delimiter.size() - 2);
  Form form;
  while (body.starts_with("\r\n")) {
    body.remove_prefix(2);
    const auto end = body.find(delimiter);
    const auto part = body.substr(0, end);
    const auto blank = part.find("\r\n\r\n");
    if (end == std::string_view::npos || blank == std::string_view::npos) return std::nullopt;
    if (!add_part(form, part.substr(0, blank), part.substr(blank + 4))) return std::nullopt;
    body.remove_prefix(end + delimiter.size());
  }
  if (body != "--" && body != "--\r\n") return std::nullopt;
  return form;
}

std::optional<Form> parse_form(std::string_view content_type, std::string_view body) {
  const auto semicolon = std::min(content_type.find(';'), content_type.size());
  const auto type = stripped(content_type.substr(0, semicolon));
  if (same_word(type, "application/x-www-form-urlencoded")) {
    auto fields = parse_urlencoded(body);
    if (!fields) return std::nullopt;
    return Form{std::move(*fields), {}};
  }
  if (!same_word(type, "multipart/form-data")) return Form{};
  auto parameter = stripped(content_type.substr(std::min(content_type.size(), semicolon + 1)));
  constexpr std::string_view key = "boundary=";
  if (!same_word(parameter.substr(0, key.size()), key)) return std::nullopt;
  parameter.remove_prefix(key.size());
  if (parameter.size() >= 2 && parameter.front() == '"' && parameter.back() == '"') {
    parameter = parameter.substr(1, parameter.size() - 2);
  }
  return parse_multipart(body, parameter);
}

}  // namespace web
