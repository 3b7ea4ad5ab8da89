#include "web/static_files.h"

#include <gtest/gtest.h>

namespace web {
namespace {

constexpr Asset assets[] = {
    {"app.3f9c2e51.css", "text/css; charset=utf-8", "plain", "gzipped", "brotli"},
    {"favicon.svg", "image/svg+xml", "<svg/>", "", ""},
};

Response fetch(std::string file, std::string_view accept_encoding = "", std::string_view if_none_match = "") {
  static const Handler handler = static_files(assets);
  Request request;
  request.path_values = {{"file", std::move(file)}};
  request.headers = {{"accept-encoding", std::string(accept_encoding)},
                     {"if-none-match", std::string(if_none_match)}};
  return handler(request);
}

TEST(StaticFiles, AreKeptForEverWhereTheirNameHoldsTheirContent) {
  const auto hashed = fetch("app.3f9c2e51.css");
  EXPECT_TRUE(hashed.cacheable);
  EXPECT_EQ(hashed.header_value("cache-control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(hashed.header_value("content-type"), "text/css; charset=utf-8");
  EXPECT_EQ(hashed.body, "plain");
  EXPECT_EQ(fetch("favicon.svg").header_value("cache-control"), "public, max-age=3600");
}

TEST(StaticFiles, GoOutInTheBestEncodingThatTheBrowserTakes) {
  const auto br = fetch("app.3f9c2e51.css", "gzip, deflate, br");
  EXPECT_EQ(br.body, "brotli");
  EXPECT_EQ(br.header_value("content-encoding"), "br");
  EXPECT_EQ(br.header_value("vary"), "Accept-Encoding");
  EXPECT_EQ(fetch("app.3f9c2e51.css", "gzip").body, "gzipped");
  EXPECT_EQ(fetch("favicon.svg", "br, gzip").body, "<svg/>");
  EXPECT_EQ(fetch("favicon.svg", "br, gzip").header_value("content-encoding"), "");
}

TEST(StaticFiles, AreNotSentAgainToWhoHasThem) {
  const auto first = fetch("app.3f9c2e51.css", "br");
  const std::string etag(first.header_value("etag"));
  const auto again = fetch("app.3f9c2e51.css", "br", etag);
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
  EXPECT_EQ(again.header_value("etag"), etag);
  EXPECT_EQ(fetch("app.3f9c2e51.css", "br", "W/\"x\", " + etag).status, 304);
  EXPECT_EQ(fetch("app.3f9c2e51.css", "br", "*").status, 304);
  EXPECT_EQ(fetch("app.3f9c2e51.css", "gzip", etag).status, 200);
}

TEST(StaticFiles, AnswerAnUnknownNamePlainly) {
  EXPECT_EQ(fetch("nothing.css").status, 404);
}

TEST(StaticFiles, RefuseAPathTwice) {
  const Asset twice[] = {assets[0], assets[0]};
  EXPECT_THROW(static_files(twice), std::logic_error);
}

TEST(BestEncoding, GoesByQuality) {
  EXPECT_EQ(best_encoding("br;q=0.5, gzip;q=0.8", true, true), "gzip");
  EXPECT_EQ(best_encoding("br;q=0, gzip", true, true), "gzip");
  EXPECT_EQ(best_encoding("*", true, true), "br");
  EXPECT_EQ(best_encoding("*;q=0, gzip", true, true), "gzip");
  EXPECT_EQ(best_encoding("GZIP", true, true), "gzip");
  EXPECT_EQ(best_encoding("br;q=nonsense", true, true), "");
  EXPECT_EQ(best_encoding("identity, br;q=0.5", true, true), "");
  EXPECT_EQ(best_encoding("", true, true), "");
  EXPECT_EQ(best_encoding("br", false, true), "");
}

}  // namespace
}  // namespace web
