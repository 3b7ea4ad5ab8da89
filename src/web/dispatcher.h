// From a whole request to its answer: route, session, who may call, cross-site and CSRF checks, the handler,
// and the one place where a throw becomes a 500 or 503. No sockets here: the server calls it, and so do page
// tests. Any thread.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/refusal.h"
#include "web/metrics.h"
#include "web/route.h"

namespace web {

// Pages for what is not a handler's own answer; html implements it. `status` is one of 400 403 404 405 409
// 413 422 429 431 500 503; `message` a sentence for the person, or empty for the page's own.
class ErrorPages {
 public:
  virtual ~ErrorPages() = default;
  virtual Response page(const Request&, int status, std::string_view message) = 0;
};

// Told of every refusal of power (a route or a rule that said forbidden), for the audit.
class RefusalListener {
 public:
  virtual ~RefusalListener() = default;
  virtual void refused(const Request&) = 0;
};

class Dispatcher {
 public:
  struct Settings {
    std::string public_origin;  // https://hub.example.org: what Origin must be on unsafe methods
    bool secure_cookies = false;
    Metrics* metrics = nullptr;  // counts requests there; not owned
  };
  Dispatcher(RouteTable, Settings, Authenticator&, ErrorPages&, RefusalListener&);

  // Fills in route, path_values, session and csrf of the request, and answers it. Never throws.
  //  - unknown path 404, wrong method 405; a route of hub_operators only is 404 for everybody else who is
  //  signed in
  //  - nobody signed in: 303 to /sign-in?next=... for a page, 403 for an unsafe method, or what the route's
  //  `signed_out` answers to a form of our own pages
  //  - wrong role: 403, and the RefusalListener hears of it
  //  - must_change_password: 303 to /account/password for all but that page, /sign-out and static files
  //  - unsafe method: Sec-Fetch-Site cross-site or same-site, a foreign Origin, or a wrong `csrf` field: 403
  //  - a form that is malformed: 400
  // Pages for people who are not signed in carry a token of their own in the `csrf` cookie, which forms send
  // back.
  Response respond(Request&);

  // The same answer, as far as it does not take the body, before that is read: of those who may not send it
  // (not signed in, wrong role, from another site), of a database that cannot be asked. Nothing where the
  // body may come; its request then has a session unless strangers may call the route, or it is a small form
  // that is carried on (Row::signed_out). Never throws.
  std::optional<Response> refusal_unread(Request&);

  // For what never becomes a whole request (malformed, too large) or finds no worker: the page, logged and
  // counted alike. Never throws.
  Response error(Request&, int status, std::string_view message = {});

  const RouteTable& routes() const { return routes_; }

 private:
  struct Visitor {
    std::string token;
    bool is_new;
  };
  template <class Step>
  std::invoke_result_t<Step> guarded(const Request&, Step);
  Response answer(Request&);
  std::optional<Response> refusal_at_the_door(Request&);
  Visitor identify(Request&);
  std::optional<Response> kept_out(const Request&, const Route&);
  std::optional<Response> turned_away(const Request&, const Route&);
  Response signed_out(const Request&);
  Response refusal(const Request&, const base::Refusal&);
  Response page(const Request&, int status, std::string_view message = {});
  void tell_of_refusal(const Request&);
  bool authentic(const Request&, const Route&, std::string_view visitor_token) const;
  bool from_elsewhere(const Request&) const;
  bool carried_on(const Request&, const Route&, std::size_t size) const;
  void record(const Request&, int status, std::chrono::microseconds);

  RouteTable routes_;
  Settings settings_;
  Authenticator& authenticator_;
  ErrorPages& error_pages_;
  RefusalListener& refusals_;
};

// A handler's way out with a Refusal: throw it, and the dispatcher answers with the page for its kind (and
// tells the RefusalListener of a forbidden one). Form pages answer bad_input themselves, with the form.
struct Refused {
  base::Refusal refusal;
};

// What was looked for, or throws Refused: there is no such thing.
template <class T>
T found(std::optional<T> thing) {
  if (!thing) throw Refused{base::Refusal::not_found()};
  return std::move(*thing);
}

// The value, or throws Refused.
template <class T>
T or_refuse(base::Result<T> result) {
  if (!result) throw Refused{std::move(result.error())};
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

}  // namespace web
