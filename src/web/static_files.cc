#include "web/static_files.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "base/random.h"
#include "web/wire_text.h"

namespace web {
namespace {

bool names_its_content(std::string_view path) {
  const auto extension = path.rfind('.');
  if (extension == std::string_view::npos) return false;
  const auto hash = path.substr(0, extension).find_last_of(".-");
  if (hash == std::string_view::npos) return false;
  const auto text = path.substr(hash + 1, extension - hash - 1);
  return text.size() >= 8 &&
         text.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
             std::string_view::npos;
}

struct Kept {
  Asset asset;
  std::string tag;  // of the content; each encoding adds its own name
  std::string_view cache_control;
};

std::string_view bytes_in(const Asset& asset, std::string_view encoding) {
  return encoding == "br" ? asset.br : encoding == "gzip" ? asset.gzip : asset.identity;
}

bool same_as_before(const Request& request, std::string_view etag) {
  const auto known = request.header("if-none-match");
  return known == "*" || known.find(etag) != std::string_view::npos;
}

Response serve(const Request& request, const Kept& kept) {
  const auto encoding =
      best_encoding(request.header("accept-encoding"), !kept.asset.br.empty(), !kept.asset.gzip.empty());
  const std::string etag = "\"" + kept.tag + (encoding.empty() ? "" : "-" + std::string(encoding)) + "\"";
  Response response;
  response.cacheable = true;
  response.header("Cache-Control", std::string(kept.cache_control));
  response.header("Vary", "Accept-Encoding");
  response.header("ETag", etag);
  if (same_as_before(request, etag)) {
    response.status = 304;
    return response;
  }
  response.header("Content-Type", std::string(kept.asset.type));
  if (!encoding.empty()) response.header("Content-Encoding", std::string(encoding));
  response.body = bytes_in(kept.asset, encoding);
  return response;
}

// 0, 0.5, 1.000 in thousandths; anything else counts as not acceptable.
int thousandths(std::string_view q) {
  const bool shaped =
      !q.empty() && q.size() <= 5 && (q[0] == '0' || q[0] == '1') && (q.size() == 1 || q[1] == '.') &&
      q.substr(std::min<std::size_t>(q.size(), 2)).find_first_not_of("0123456789") == std::string_view::npos;
  if (!shaped) return 0;
  std::string digits(q.substr(std::min<std::size_t>(q.size(), 2)));
  digits.resize(3, '0');
  return std::min(1000, (q[0] - '0') * 1000 + std::stoi(digits));
}

// What the header gives to this coding; -1 where it does not speak of it.
int preference(std::string_view header, std::string_view coding) {
  int named = -1;
  while (!header.empty()) {
    const auto item = header.substr(0, header.find(','));
    header.remove_prefix(std::min(header.size(), item.size() + 1));
    const auto semicolon = std::min(item.find(';'), item.size());
    if (!same_word(stripped(item.substr(0, semicolon)), coding)) continue;
    const auto parameter = stripped(item.substr(std::min(item.size(), semicolon + 1)));
    if (parameter.empty()) {
      named = 1000;
    } else {
      named = same_word(parameter.substr(0, 2), "q=") ? thousandths(parameter.substr(2)) : 0;
    }
  }
  return named;
}

int quality(std::string_view header, std::string_view coding) {
  const int named = preference(header, coding);
  return named >= 0 ? named : std::max(0, preference(header, "*"));
}

}  // namespace

Handler static_files(std::span<const Asset> assets) {
  std::unordered_map<std::string_view, Kept> table;
  for (const Asset& asset : assets) {
    const auto cache_control =
        names_its_content(asset.path) ? "public, max-age=31536000, immutable" : "public, max-age=3600";
    const bool added =
        table.emplace(asset.path, Kept{asset, base::sha256_hex(asset.identity).substr(0, 16), cache_control})
            .second;
    if (!added) throw std::logic_error("static file there twice: " + std::string(asset.path));
  }
  return [table = std::move(table)](const Request& request) {
    const auto found = table.find(request.path_value("file"));
    return found == table.end() ? Response::text("There is no such file here.\n", 404)
                                : serve(request, found->second);
  };
}

std::string_view best_encoding(std::string_view accept_encoding, bool have_br, bool have_gzip) {
  std::string_view best;
  int liking = std::max(0, preference(accept_encoding, "identity"));
  const auto consider = [&](std::string_view coding, bool have) {
    const int here = have ? quality(accept_encoding, coding) : 0;
    if (here == 0 || here < liking || (here == liking && !best.empty())) return;
    best = coding;
    liking = here;
  };
  consider("br", have_br);
  consider("gzip", have_gzip);
  return best;
}

}  // namespace web
