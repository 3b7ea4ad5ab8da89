// The route table's rows. app/routes.cc is the only table; everything the web layer must know before it reads
// a body, or lets anyone in, stands in the row.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "web/path_pattern.h"
#include "web/request.h"
#include "web/response.h"

namespace web {

// Who may call a route: a set of these.
enum Who : unsigned {
  invigilators = 1,
  senior_leaders = 2,
  exams_officers = 4,  // EO accounts that are not Centre Admin
  centre_admins = 8,
  hub_operators = 16,
  strangers = 32,  // nobody signed in

  user_managers = exams_officers | centre_admins,
  resource_readers = user_managers | senior_leaders,
  centre_people = resource_readers | invigilators,
  signed_in = centre_people | hub_operators,
  anyone = signed_in | strangers,
};

// The one of them that this person is.
Who who_is(const access::Actor&);

// Which pool runs the handler.
enum class Work {
  at_once,     // from memory alone, without a database: no pool, it waits for nobody
  page,        // database and HTML: short
  heavy,       // hashes a password, reads or makes a document
  signing_in,  // hashes the password of somebody who signs in: waits for no file
};

using Handler = std::function<Response(const Request&)>;

// A page is a member function of its feature's Pages: on(users, &UserPages::edit). The route keeps `pages`
// alive.
template <class Pages>
Handler on(std::shared_ptr<Pages> pages, Response (Pages::*page)(const Request&)) {
  return [pages = std::move(pages), page](const Request& request) { return ((*pages).*page)(request); };
}

// How the table writes a route; a form is two of them, a GET that shows it and a POST that sends it.
enum class Takes { get, post, form };

struct Row {
  Takes takes;
  std::string_view pattern;  // /users/{id}/edit ; {name} is one segment; {name}.pdf allowed
  unsigned who;
  std::size_t body_limit;  // bytes; 0 for get
  Handler handler;
  Work work = Work::page;  // of a form: what its POST does
  // Answers a form that was sent from here by somebody not signed in any more; the dispatcher does where
  // none.
  Handler signed_out{};
};

struct Route {
  Method method;  // get also answers HEAD
  std::string_view pattern;
  unsigned who;
  std::size_t body_limit;
  Handler handler;
  Work work = Work::page;
  Handler signed_out{};
};

class RouteTable {
 public:
  // Throws std::logic_error for a pattern that is malformed or there twice, a post without a body limit,
  // nobody allowed. Of two patterns that match one path the more specific one stands: /users/add before
  // /users/{id}.
  explicit RouteTable(std::vector<Row>);

  struct Match {
    const Route* route = nullptr;
    std::vector<std::pair<std::string, std::string>> values;
    bool path_known = false;  // some other method of this path exists: 405 rather than 404
    std::string allow;        // for the Allow header of a 405
  };
  Match match(Method, std::string_view path) const;

  const std::vector<Route>& routes() const { return routes_; }

 private:
  struct Path {
    PathPattern pattern;
    std::vector<std::size_t> routes;  // one for each method
  };

  std::vector<Route> routes_;
  std::vector<Path> paths_;  // the most specific first
};

}  // namespace web
