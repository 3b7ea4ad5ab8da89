#include "web/route.h"

#include <algorithm>
#include <stdexcept>

#include "web/path_pattern.h"

namespace web {
namespace {

void check(const Route& route) {
  const std::string pattern(route.pattern);
  if (route.method == Method::post && route.body_limit == 0)
    throw std::logic_error(pattern + ": a POST has a body limit");
  if (route.method == Method::get && route.body_limit != 0)
    throw std::logic_error(pattern + ": a GET has no body");
  if ((route.who & anyone) == 0 || (route.who & ~static_cast<unsigned>(anyone)) != 0) {
    throw std::logic_error(pattern + ": says nobody may call it");
  }
  if (route.work == Work::at_once && route.who != anyone)
    throw std::logic_error(pattern + ": at_once asks nobody who they are");
  if (!route.handler) throw std::logic_error(pattern + ": has no handler");
}

std::vector<Route> routes_of(const std::vector<Row>& rows) {
  std::vector<Route> routes;
  for (const auto& row : rows) {
    const bool form = row.takes == Takes::form;
    if (form) routes.push_back({Method::get, row.pattern, row.who, 0, row.handler});
    const auto method = row.takes == Takes::get ? Method::get : Method::post;
    routes.push_back({method, row.pattern, row.who, row.body_limit, row.handler, row.work, row.signed_out});
  }
  return routes;
}

}  // namespace

Who who_is(const access::Actor& actor) {
  switch (actor.role) {
    case access::Role::exams_officer:
      return actor.centre_admin ? centre_admins : exams_officers;
    case access::Role::senior_leader:
      return senior_leaders;
    case access::Role::invigilator:
      return invigilators;
    case access::Role::hub_operator:
      break;
  }
  return hub_operators;
}

RouteTable::RouteTable(std::vector<Row> rows) : routes_(routes_of(rows)) {
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    check(routes_[i]);
    PathPattern pattern(routes_[i].pattern);
    auto same =
        std::ranges::find_if(paths_, [&](const Path& path) { return path.pattern.same_shape(pattern); });
    if (same == paths_.end()) same = paths_.insert(paths_.end(), {pattern, {}});
    for (const auto other : same->routes) {
      if (routes_[other].method == routes_[i].method)
        throw std::logic_error(std::string(routes_[i].pattern) + ": there twice");
    }
    same->routes.push_back(i);
  }
  std::ranges::stable_sort(
      paths_, [](const Path& a, const Path& b) { return a.pattern.more_specific_than(b.pattern); });
}

RouteTable::Match RouteTable::match(Method method, std::string_view path) const {
  Match result;
  const auto segments = split_path(path);
  const auto found =
      std::ranges::find_if(paths_, [&](const Path& each) { return each.pattern.matches(segments); });
  if (found == paths_.end()) return result;
  result.path_known = true;
  for (const auto index : found->routes) {
    const Route& route = routes_[index];
    result.allow += result.allow.empty() ? "" : ", ";
    result.allow += route.method == Method::get ? "GET, HEAD" : "POST";
    if (route.method != (method == Method::head ? Method::get : method)) continue;
    result.route = &route;
    result.values = PathPattern(route.pattern).values(segments);
  }
  return result;
}

}  // namespace web
