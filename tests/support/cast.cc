#include "support/cast.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <stdexcept>

#include "base/text.h"

namespace test {

namespace {

struct Person {
  const char* first_name;
  const char* last_name;
  const char* email_name;
  const char* role;
  bool centre_admin;
  access::Role actor_role;
};

constexpr Person admin{"Asha", "Admin", "admin", "EO", true, access::Role::exams_officer};
constexpr Person officer{"Oscar", "Officer", "officer", "EO", false, access::Role::exams_officer};
constexpr Person leader{"Lena", "Leader", "leader", "SLT", false, access::Role::senior_leader};
constexpr Person invigilator{"Ivan", "Invigilator", "invigilator", "INV", false, access::Role::invigilator};
constexpr Person hub_operator{"Olive", "Operator", "operator", "OPERATOR", false, access::Role::hub_operator};

struct Centre {
  std::optional<access::CentreId> id;
  std::string number;
  std::string name;
  std::string domain;
};

std::string hashed(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (sodium_init() < 0 || crypto_pwhash_str(hash.data(), password.data(), password.size(),
                                             crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN) != 0)
    throw std::runtime_error("cannot hash the cast's password");
  return hash.data();
}

const std::string& cast_hash() {
  static const std::string hash = hashed(cast_password);
  return hash;
}

access::Actor add(db::Connection& c, const Centre& centre, const Person& person) {
  const std::string email = fmt::format("{}@{}", person.email_name, centre.domain);
  const std::string name = fmt::format("{} {}", person.first_name, person.last_name);
  const auto rows = c.exec(
      "INSERT INTO account (centre_id, role, centre_admin, first_name, last_name, email, email_key, "
      "sort_key, "
      "search_key,"
      " password_hash, must_change_password, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?) "
      "RETURNING id",
      centre.id, person.role, person.centre_admin, person.first_name, person.last_name, email, email,
      base::collation_key(fmt::format("{}, {}", person.last_name, person.first_name)),
      base::search_key(fmt::format("{} {}", name, email)), cast_hash(), c.now());
  return {.account = rows.front().id<access::AccountId>(0),
          .centre = centre.id.value_or(access::CentreId{0}),
          .role = person.actor_role,
          .centre_admin = person.centre_admin,
          .name = name,
          .centre_name = centre.name,
          .centre_number = centre.number};
}

CentreCast add_centre(db::Connection& c, Centre centre) {
  const auto rows = c.exec("INSERT INTO centre (number, name, created_at) VALUES (?, ?, ?) RETURNING id",
                           centre.number, centre.name, c.now());
  centre.id = rows.front().id<access::CentreId>(0);
  return {.admin = add(c, centre, admin),
          .officer = add(c, centre, officer),
          .leader = add(c, centre, leader),
          .invigilator = add(c, centre, invigilator)};
}

}  // namespace

Cast make_cast(db::Database& database) {
  return database.write([](db::Connection& c) {
    return Cast{.here = add_centre(c, {{}, "10001", "Demo Hill School", "here.example"}),
                .there = add_centre(c, {{}, "20002", "Other Valley College", "there.example"}),
                .hub_operator = add(c, {{}, "", "", "hub.example"}, hub_operator)};
  });
}

}  // namespace test
