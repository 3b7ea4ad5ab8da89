#include "web/static_files.h"

#include <stdexcept>
#include <unordered_map>

#include "base/random.h"
#include "web/accept_encoding.h"

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

}  // namespace web
