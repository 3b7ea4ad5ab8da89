// For the tests of erasure: a centre that has a row in every table that a centre can have rows in, and those
// tables as the database itself tells them, so that a new one cannot be forgotten.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "db/connection.h"
#include "features/assessments/assessment_store.h"
#include "support/cast.h"
#include "support/schema.h"

namespace test_schema {

using test::columns;
using test::references;
using test::rows_of;

using Tables = std::set<std::string>;

inline const Tables audit_tables{"audit_event", "hub_event"};  // what is left of an erased centre

// `centre`, whatever has a centre_id, and whatever refers to one of these.
inline Tables tables_of_a_centre(db::Connection& c) {
  Tables found{"centre"};
  for (const auto& [table, column] : columns(c)) {
    if (column == "centre_id" && !audit_tables.contains(table)) found.insert(table);
  }
  const auto all = references(c);
  for (std::size_t before = 0; before != found.size();) {
    before = found.size();
    for (const auto& [child, parent] : all) {
      if (found.contains(parent)) found.insert(child);
    }
  }
  return found;
}

inline test::CentreCast another_centre(db::Connection& c) {
  const auto centre =
      c.exec("INSERT INTO centre (number, name, created_at) VALUES ('30003', 'C', 1) RETURNING id")
          .at(0)
          .id<access::CentreId>(0);
  const auto add = [&](access::Role role) {
    const auto email = std::string(access::code(role)) + "@third.example";
    const auto rows = c.exec(
        "INSERT INTO account (centre_id, role, first_name, last_name, email, email_key, sort_key, "
        "search_key, "
        "password_hash, must_change_password, created_at) VALUES (?, ?, 'A', 'B', ?, ?, 'k', 'k', '-', 0, 1) "
        "RETURNING id",
        centre, access::code(role), email, email);
    access::Actor actor{};
    actor.account = rows.at(0).id<access::AccountId>(0);
    actor.centre = centre;
    actor.role = role;
    return actor;
  };
  test::CentreCast people;
  people.officer = add(access::Role::exams_officer);
  people.invigilator = add(access::Role::invigilator);
  return people;
}

// One row or more in each of them: whoever adds such a table says here how a centre comes to have a row of
// it.
inline void fill(db::Connection& c, const test::CentreCast& people, const assessments::Version& version) {
  const auto centre = people.invigilator.centre;
  const auto account = people.invigilator.account;
  const auto code = "CODE" + std::to_string(std::to_underlying(centre));
  c.exec("INSERT INTO session VALUES (?, ?, 'csrf', 1, 1, 'a browser')", code, account);
  c.exec(
      "INSERT INTO upload (centre_id, kind, uploaded_by, filename, status, held_by, declaration_version, "
      "created_at, "
      "ready_rows, problem_rows, report) VALUES (?, 'users', ?, 'users.csv', 'checked', 'x', 1, 1, 0, 1, "
      "'{}')",
      centre, people.officer.account);
  c.exec("INSERT INTO hidden_assessment VALUES (?, ?, ?)", centre, account, version.slug);
  c.exec("INSERT INTO hidden_by_default VALUES (?, ?)", centre, version.slug);
  c.exec("INSERT INTO extra_time VALUES (?, ?, 25, ?, 1)", account, centre, people.officer.account);
  const auto& section = version.content->sections.front();
  const auto attempt =
      c.exec(
           "INSERT INTO attempt (centre_id, account_id, slug, year, section_key, version, section_id, "
           "option_seed, started_at) VALUES (?, ?, ?, ?, ?, 1, ?, 1, 1) RETURNING id",
           centre, account, version.slug, version.year, section.key, section.id)
          .at(0)
          .integer(0);
  c.exec("INSERT INTO answer SELECT CAST(? AS BIGINT), id, '', 1 FROM question WHERE section_id = ?", attempt,
         section.id);
  c.exec("INSERT INTO section_result VALUES (?, ?, ?, ?, ?, 1, 0, ?, NULL, NULL, NULL)", account, centre,
         version.slug, version.year, section.key, attempt);
  c.exec("INSERT INTO assessment_pass VALUES (?, ?, ?, ?, 1, 1)", account, centre, version.slug,
         version.year);
  c.exec(
      "INSERT INTO certificate (code, centre_id, account_id, slug, year, version, person_name, title, "
      "centre_name, "
      "centre_number, passed_at, issued_at) VALUES (?, ?, ?, ?, ?, 1, 'Ivan Invigilator', 'T', 'C', '1', 1, "
      "1)",
      code, centre, account, version.slug, version.year);
  c.exec(
      "INSERT INTO record_request (centre_id, account_id, requested_by, asked_by, purpose, requested_at) "
      "VALUES (?, ?, 1, 'the person', 'a copy', 1)",
      centre, account);
}

}  // namespace test_schema
