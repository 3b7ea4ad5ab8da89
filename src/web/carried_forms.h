// A form that somebody sent after their session had ended, on its way through the sign-in: inside the sign-in
// form, never in an address. The feature whose forms must not be lost implements it, and app wires it.
#pragma once

#include <string>
#include <string_view>

#include "access/actor.h"
#include "web/request.h"

namespace web {

class CarriedForms {
 public:
  virtual ~CarriedForms() = default;

  struct Carried {
    std::string next;       // the page to go on with after signing in
    std::string form;       // what was typed, in letters, digits, - and . only; empty: nothing
    bool too_long = false;  // it could not be carried
  };
  virtual Carried pack(const Request&) = 0;

  // For whoever has signed in now: sends what was carried, if it is theirs. The page to show them.
  virtual std::string unpack(const access::Actor&, std::string_view next, std::string_view form) = 0;
};

}  // namespace web
