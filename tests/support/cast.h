// The fixed cast of every store and page test: two centres, each with a Centre Admin, an exams officer, a
// senior leader and an invigilator, and a Hub operator. Made with plain SQL, so that it needs no feature.
#pragma once

#include <string>

#include "access/actor.h"
#include "db/database.h"

namespace test {

// Everybody's password, and its hash made once at Argon2id's lowest cost so that tests are quick.
inline constexpr const char* cast_password = "correct horse battery staple";

struct CentreCast {
  access::Actor admin;
  access::Actor officer;
  access::Actor leader;
  access::Actor invigilator;
};

struct Cast {
  CentreCast here;   // centre 10001 "Demo Hill School": admin@here.example, officer@here.example, leader@...,
                     // invigilator@...
  CentreCast there;  // centre 20002 "Other Valley College": the same at there.example
  access::Actor hub_operator;  // operator@hub.example
};

Cast make_cast(db::Database&);

}  // namespace test
