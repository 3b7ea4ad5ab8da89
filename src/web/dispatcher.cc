#include "web/dispatcher.h"

#include <cxxabi.h>

#include <cstdlib>
#include <limits>
#include <typeinfo>

#include "base/log.h"
#include "base/number.h"
#include "base/random.h"
#include "base/unavailable.h"
#include "web/request.h"
#include "web/target.h"

namespace web {
namespace {

using std::chrono::steady_clock;

constexpr std::string_view retry_soon = "5";  // seconds

bool open_before_password_change(const Route& route) {
  return route.pattern == "/account/password" || route.pattern.starts_with("/account/password/") ||
         route.pattern == "/sign-out" || route.work == Work::at_once;
}

int status_of(base::Refusal::Kind kind) {
  using enum base::Refusal::Kind;
  switch (kind) {
    case bad_input:
      return 422;
    case forbidden:
      return 403;
    case not_found:
      return 404;
    case conflict:
      return 409;
    case too_many:
      return 429;
    case too_large:
      return 413;
  }
  return 500;
}

bool is_visitor_token(std::string_view text) {
  return text.size() == 43 &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
             std::string_view::npos;
}

// Bytes of the body that is to come; as much as can be where the head does not say.
std::size_t announced(const Request& request) {
  const auto said = base::number_from<std::size_t>(request.header("content-length"));
  return said.value_or(std::numeric_limits<std::size_t>::max());
}

std::string class_name(const std::exception& exception) {
  int failed = 0;
  const std::unique_ptr<char, decltype(&std::free)> name(
      abi::__cxa_demangle(typeid(exception).name(), nullptr, nullptr, &failed), &std::free);
  return failed == 0 ? name.get() : typeid(exception).name();
}

// what() only of the two plain classes, whose texts are the house's own: others may quote what somebody
// typed.
void log_failure(const Request& request, const std::exception& exception) {
  const bool own =
      typeid(exception) == typeid(std::logic_error) || typeid(exception) == typeid(std::runtime_error);
  base::log(base::LogLevel::error, "request_failed",
            {{"request", request.id},
             {"route", request.route},
             {"exception", class_name(exception)},
             {"what", own ? exception.what() : ""}});
}

}  // namespace

Dispatcher::Dispatcher(RouteTable routes, Settings settings, Authenticator& authenticator,
                       ErrorPages& error_pages, RefusalListener& refusals)
    : routes_(std::move(routes)),
      settings_(std::move(settings)),
      authenticator_(authenticator),
      error_pages_(error_pages),
      refusals_(refusals) {
  settings_.public_origin = normal_origin(settings_.public_origin);
}

Response Dispatcher::respond(Request& request) {
  const auto start = steady_clock::now();
  if (request.id.empty()) request.id = base::random_token(9);
  Response response = guarded(request, [&] { return answer(request); });
  record(request, response.status,
         std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - start));
  return response;
}

std::optional<Response> Dispatcher::refusal_unread(Request& request) {
  const auto start = steady_clock::now();
  if (request.id.empty()) request.id = base::random_token(9);
  auto refusal = guarded(request, [&] { return refusal_at_the_door(request); });
  if (refusal) {
    record(request, refusal->status,
           std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - start));
  }
  return refusal;
}

Response Dispatcher::error(Request& request, int status, std::string_view message) {
  if (request.id.empty()) request.id = base::random_token(9);
  Response response = page(request, status, message);
  if (status == 503) response.header("Retry-After", std::string(retry_soon));
  record(request, response.status, std::chrono::microseconds{0});
  return response;
}

template <class Step>
std::invoke_result_t<Step> Dispatcher::guarded(const Request& request, Step step) {
  try {
    return step();
  } catch (const Refused& refused) {
    return refusal(request, refused.refusal);
  } catch (const MalformedForm&) {
    return page(request, 400, "The form arrived damaged. Go back and send it again.");
  } catch (const base::Unavailable& exception) {
    log_failure(request, exception);
    return std::move(page(request, 503).header("Retry-After", std::string(retry_soon)));
  } catch (const std::exception& exception) {
    log_failure(request, exception);
  } catch (...) {
    base::log(base::LogLevel::error, "request_failed", {{"request", request.id}, {"route", request.route}});
  }
  return page(request, 500);
}

Response Dispatcher::answer(Request& request) {
  auto match = routes_.match(request.method, request.path);
  if (match.route && match.route->work == Work::at_once) {
    request.route = match.route->pattern;
    request.path_values = std::move(match.values);
    return match.route->handler(request);
  }
  const auto visitor = identify(request);
  if (!match.path_known) return page(request, 404);
  if (!match.route) return std::move(page(request, 405).header("Allow", match.allow));
  const Route& route = *match.route;
  request.route = route.pattern;
  request.path_values = std::move(match.values);

  const auto with_visitor = [&](Response response) {
    if (!request.session && visitor.is_new && response.header_value("Content-Type").starts_with("text/html"))
      response.header("Set-Cookie", set_cookie("visitor", visitor.token, settings_.secure_cookies));
    return response;
  };
  if (carried_on(request, route, request.body.size())) return with_visitor(route.signed_out(request));
  if (auto refusal = kept_out(request, route)) return std::move(*refusal);
  if (request.method == Method::post && !authentic(request, route, visitor.is_new ? "" : visitor.token)) {
    return page(request, 403,
                "This page was open for too long. Go back, load it again and send it once more.");
  }
  return with_visitor(route.handler(request));
}

std::optional<Response> Dispatcher::refusal_at_the_door(Request& request) {
  const auto match = routes_.match(request.method, request.path);
  if (!match.route || match.route->work == Work::at_once) return std::nullopt;
  identify(request);
  request.route = match.route->pattern;
  if (carried_on(request, *match.route, announced(request))) return std::nullopt;
  return kept_out(request, *match.route);
}

// Whose request it is, and which token the forms of its page carry.
Dispatcher::Visitor Dispatcher::identify(Request& request) {
  request.session = authenticator_.authenticate(request);
  const auto name = cookie_name("visitor", settings_.secure_cookies);
  std::string token = request.cookie(name).value_or("");
  const bool is_new = !is_visitor_token(token);
  if (is_new) token = base::random_token();
  request.csrf = request.session ? request.session->csrf : token;
  return {std::move(token), is_new};
}

// What needs no body to be refused.
std::optional<Response> Dispatcher::kept_out(const Request& request, const Route& route) {
  if (auto away = turned_away(request, route)) return away;
  if (request.method != Method::post || !from_elsewhere(request)) return std::nullopt;
  return page(request, 403, "This was sent from another site. Open the page here and send it again.");
}

// Whoever may not come here, and where they go instead.
std::optional<Response> Dispatcher::turned_away(const Request& request, const Route& route) {
  const unsigned who = request.session ? who_is(request.session->actor) : strangers;
  if (route.who == hub_operators && (who & (hub_operators | strangers)) == 0) return page(request, 404);
  if (request.session && request.session->must_change_password && !open_before_password_change(route)) {
    return Response::see_other("/account/password");
  }
  if ((route.who & who) != 0) return std::nullopt;
  if (who == strangers) return signed_out(request);
  tell_of_refusal(request);
  return page(request, 403);
}

Response Dispatcher::signed_out(const Request& request) {
  if (request.wants_fragment()) {
    return std::move(page(request, 403, "You are signed out. Sign in to go on.")
                         .header("HX-Redirect", sign_in_address(request)));
  }
  if (request.method == Method::post)
    return page(request, 403, "You are signed out. Sign in and send the form again.");
  return Response::see_other(sign_in_address(request));
}

// Set by the browser itself, out of reach of a page elsewhere. Old browsers send neither: the token alone
// decides then.
bool Dispatcher::from_elsewhere(const Request& request) const {
  const auto site = request.header("sec-fetch-site");
  if (!site.empty() && site != "same-origin" && site != "none") return true;
  const auto origin = request.header("origin");
  if (origin.empty() || origin == settings_.public_origin) return false;
  // A Hub without https is reached by several names of its machine, localhost and 127.0.0.1: the page's own
  // will do.
  return settings_.secure_cookies || origin != normal_origin("http://" + std::string(request.header("host")));
}

// A form of our own pages after its session's end. Its token cannot be known any more, so the browser itself
// has to say where it is from; and only as much as a person chooses between two savings.
bool Dispatcher::carried_on(const Request& request, const Route& route, std::size_t size) const {
  constexpr std::size_t most = 32 << 10;
  const bool said = request.header("sec-fetch-site") == "same-origin" || !request.header("origin").empty();
  return route.signed_out && !request.session && said && !from_elsewhere(request) && size <= most;
}

// A form that was opened before signing in may be sent after it where strangers are welcome: a second tab's
// sign-in.
bool Dispatcher::authentic(const Request& request, const Route& route, std::string_view visitor_token) const {
  const auto sent = request.form().get("csrf");
  if (sent.empty()) return false;
  if (request.session && base::equal_in_constant_time(sent, request.session->csrf)) return true;
  return (route.who & strangers) != 0 && !visitor_token.empty() &&
         base::equal_in_constant_time(sent, visitor_token);
}

Response Dispatcher::refusal(const Request& request, const base::Refusal& refusal) {
  if (refusal.kind == base::Refusal::Kind::forbidden) tell_of_refusal(request);
  std::string message = refusal.message;
  for (const auto& field : refusal.fields) message += (message.empty() ? "" : " ") + field.message;
  Response response = page(request, status_of(refusal.kind), message);
  if (refusal.retry_after.count() > 0)
    response.header("Retry-After", std::to_string(refusal.retry_after.count()));
  return response;
}

void Dispatcher::tell_of_refusal(const Request& request) {
  try {
    refusals_.refused(request);
  } catch (const std::exception& exception) {
    log_failure(request, exception);
  }
}

Response Dispatcher::page(const Request& request, int status, std::string_view message) {
  // Only programs see these two: browsers send neither slow heads nor odd expectations.
  if (status == 408) return Response::text("The request took too long to arrive.\n", status);
  if (status == 417) return Response::text("Only 100-continue can be expected here.\n", status);
  try {
    return error_pages_.page(request, status, message);
  } catch (const std::exception& exception) {
    log_failure(request, exception);
  } catch (...) {
    base::log(base::LogLevel::error, "error_page_failed", {{"request", request.id}});
  }
  const std::string_view plain = "This page cannot be shown now. Try again in a moment.";
  return Response::text(std::string(message.empty() ? plain : message) + "\n", status);
}

void Dispatcher::record(const Request& request, int status, std::chrono::microseconds took) {
  if (settings_.metrics) settings_.metrics->count_request(request.route, status, took);
  base::log(base::LogLevel::info, "request",
            {{"request", request.id},
             {"actor",
              request.session ? static_cast<std::int64_t>(request.session->actor.account) : std::int64_t{0}},
             {"route", request.route},
             {"status", static_cast<std::int64_t>(status)},
             {"duration_us", static_cast<std::int64_t>(took.count())}});
}

}  // namespace web
