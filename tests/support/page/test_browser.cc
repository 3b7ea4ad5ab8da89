#include "support/page/test_browser.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace test {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

std::string percent_encoded(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0) {
      encoded += c;
    } else {
      encoded += fmt::format("%{:02X}", byte);
    }
  }
  return encoded;
}

std::string csrf_in(std::string_view html) {
  constexpr std::string_view mark = "name=\"csrf\" value=\"";
  const auto at = html.find(mark);
  if (at == std::string_view::npos) return {};
  const auto start = at + mark.size();
  return std::string(html.substr(start, html.find('"', start) - start));
}

}  // namespace

std::string Answer::header(std::string_view name) const {
  for (const auto& [have, value] : headers) {
    if (lower(have) == lower(name)) return value;
  }
  return {};
}

Answer TestBrowser::get(std::string_view path_and_query) {
  web::Request request;
  request.method = web::Method::get;
  const auto mark = path_and_query.find('?');
  request.path = path_and_query.substr(0, mark);
  if (mark != std::string_view::npos) {
    const auto end = path_and_query.find('#');
    request.query = web::parse_urlencoded(
                        path_and_query.substr(mark + 1, end == std::string_view::npos ? end : end - mark - 1))
                        .value();
  }
  return send(std::move(request));
}

std::string TestBrowser::csrf() {
  if (!forced_csrf_.empty()) return forced_csrf_;
  if (last_csrf_.empty()) get("/sign-in");
  return last_csrf_;
}

Answer TestBrowser::post(std::string_view path, const FormFields& fields) {
  web::Request request;
  request.method = web::Method::post;
  request.path = path;
  request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
  request.body = "csrf=" + percent_encoded(csrf());
  for (const auto& [name, value] : fields)
    request.body += fmt::format("&{}={}", percent_encoded(name), percent_encoded(value));
  return send(std::move(request));
}

Answer TestBrowser::post_file(std::string_view path, const FormFields& fields, std::string_view file_field,
                              std::string_view filename, std::string_view bytes) {
  constexpr std::string_view boundary = "----a-boundary-of-the-test-browser";
  web::Request request;
  request.method = web::Method::post;
  request.path = path;
  request.headers.emplace_back("content-type", fmt::format("multipart/form-data; boundary={}", boundary));
  FormFields all = fields;
  all.emplace_back("csrf", csrf());
  for (const auto& [name, value] : all) {
    request.body += fmt::format("--{}\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{}\r\n", boundary,
                                name, value);
  }
  request.body += fmt::format(
      "--{}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\n"
      "Content-Type: application/octet-stream\r\n\r\n",
      boundary, file_field, filename);
  request.body += bytes;
  request.body += fmt::format("\r\n--{}--\r\n", boundary);
  return send(std::move(request));
}

Answer TestBrowser::sign_in(std::string_view email, std::string_view password) {
  get("/sign-in");
  return post("/sign-in", {{"email", std::string(email)}, {"password", std::string(password)}});
}

Answer TestBrowser::send(web::Request request) {
  request.peer = "192.0.2.1";
  request.id = "test";
  request.headers.emplace_back("host", "127.0.0.1:8080");
  std::string cookies;
  for (const auto& [name, value] : cookies_)
    cookies += fmt::format("{}{}={}", cookies.empty() ? "" : "; ", name, value);
  if (!cookies.empty()) request.headers.emplace_back("cookie", cookies);
  for (const auto& [name, value] : headers_) request.headers.emplace_back(name, value);

  auto response = dispatcher_.respond(request);
  Answer answer{response.status, std::move(response.body), {}, response.headers};
  if (response.stream) {
    while (auto piece = response.stream->next()) answer.body += *piece;
  }
  answer.location = answer.header("location");
  for (const auto& [name, value] : response.headers) {
    if (lower(name) != "set-cookie") continue;
    const auto equals = value.find('=');
    const auto end = value.find(';');
    const auto cookie_value = value.substr(equals + 1, end - equals - 1);
    if (cookie_value.empty()) {
      cookies_.erase(value.substr(0, equals));
    } else {
      cookies_[value.substr(0, equals)] = cookie_value;
    }
  }
  if (auto token = csrf_in(answer.body); !token.empty()) last_csrf_ = std::move(token);
  return answer;
}

TestBrowser PageTest::signed_in(const access::Actor& actor) {
  const auto email = database().read([&](db::Connection& c) {
    return c.exec("SELECT email FROM account WHERE id = ?", actor.account).at(0).text(0);
  });
  auto browser = stranger();
  const auto answer = browser.sign_in(email);
  if (answer.status != 303) throw std::runtime_error(fmt::format("signing in answered {}", answer.status));
  browser.follow(answer);
  return browser;
}

}  // namespace test
