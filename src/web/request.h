// One HTTP request, whole and bounded: the server has read it within the route's limits before a handler sees
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/form.h"
#include "web/session.h"

namespace web {

enum class Method { get, head, post };

struct MalformedForm {};

struct Request {
  Method method = Method::get;
  std::string path;                                          // decoded, starts with /
  Fields query;                                              // decoded, in order
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;
  std::string peer;   // the client's address (from a trusted proxy's header if so configured)
  std::string id;     // request id, in the log and on error pages
  std::string route;  // the matching pattern, for logs and metrics: /users/{id}/edit
  std::vector<std::pair<std::string, std::string>> path_values;  // {id} -> "12"
  std::optional<Session> session;
  std::string csrf;  // for forms on this page: the session's, or a signed-out visitor's own

  // The first header of that name (lower case), or empty.
  std::string_view header(std::string_view lower_case_name) const;
  std::optional<std::string> cookie(std::string_view name) const;
  void set_header(std::string_view lower_case_name, std::string value);  // in the place of what it was

  // What stands at {name} in the route's pattern; throws std::logic_error if the pattern has no such name.
  std::string_view path_value(std::string_view name) const;
  // The same as a positive id; 0, which no row has, for anything else.
  std::int64_t path_id(std::string_view name) const;

  // Throws std::logic_error on a route that anyone may call without a session.
  const access::Actor& actor() const;

  // The body as a form: urlencoded or multipart by its Content-Type; empty for any other. Parsed at the first
  // call, which is the dispatcher's: a handler never sees the MalformedForm that this throws, the client gets
  // a 400.
  const Form& form() const;

  // Nobody asks for the body or its form any more: their memory is free.
  void drop_body();

  // Sent by htmx for a part of a page (HX-Request).
  bool wants_fragment() const;

 private:
  mutable std::optional<Form> form_;
};

// Where somebody who is not signed in is sent, and how they come back.
// /sign-in?next=... for the page asked for; for a part of a page (htmx), the page that it belongs to.
std::string sign_in_address(const Request&);

}  // namespace web
