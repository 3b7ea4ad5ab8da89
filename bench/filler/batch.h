// Rows on their way into the Hub's tables, and what puts them there as fast as the database takes them.
//
// They are those of schema 12; fill() brings the tables from there to the binary's own by its migrations, as
// a Hub that was there before is brought. So a migration that adds a column or a table kept beside others
// fills it here too.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.h"

namespace fill {

inline constexpr std::size_t schema = 12;

struct Table {
  std::string_view name;
  std::string_view columns;
  std::vector<std::vector<db::Value>> rows{};

  void add(std::vector<db::Value> row) { rows.push_back(std::move(row)); }
};

struct Batch {
  Table centre{"centre", "id, number, name, created_at, search_key"};
  Table account{"account",
                "id, centre_id, role, centre_admin, first_name, last_name, email, email_key, sort_key, "
                "search_key, password_hash, must_change_password, declaration_version, declared_by, "
                "declared_at, created_at, last_signed_in_at"};
  Table audit_event{"audit_event",
                    "id, at, centre_id, actor_id, actor_name, action, subject_kind, subject_id, "
                    "subject_name, details, search_key"};
  Table hub_event{"hub_event", "event_id, centre_number, centre_name"};
  Table assessment_slug{"assessment_slug", "id, slug, slug_key"};
  Table assessment{"assessment",
                   "id, slug, year, version, title, summary, audience, valid_until, content_hash, "
                   "published_at, section_count, question_count"};
  Table section{"section",
                "id, assessment_id, position, section_key, title, time_limit, pass_mark, marks_needed, "
                "retake, passes_since, reading, question_count"};
  Table question{"question",
                 "id, section_id, position, question_key, text, choose_many, explanation, option_count"};
  Table question_option{"question_option", "id, question_id, position, text, correct"};
  Table hidden_assessment{"hidden_assessment", "centre_id, account_id, slug"};
  Table hidden_by_default{"hidden_by_default", "centre_id, slug"};
  Table extra_time{"extra_time", "account_id, centre_id, percent, given_by, given_at"};
  Table attempt{"attempt",
                "id, centre_id, account_id, slug, year, section_key, version, section_id, option_seed, "
                "started_at, deadline_at, handed_in_at, timed_out, mark, passed"};
  Table answer{"answer", "attempt_id, question_id, chosen, saved_at"};
  Table section_result{"section_result",
                       "account_id, centre_id, slug, year, section_key, started_at, failed_attempts, "
                       "open_attempt, passed_attempt, passed_version, passed_at"};
  Table assessment_pass{"assessment_pass", "account_id, centre_id, slug, year, version, passed_at"};
  Table certificate{"certificate",
                    "id, code, centre_id, account_id, slug, year, version, person_name, title, centre_name, "
                    "centre_number, passed_at, valid_until, issued_at, superseded_at, withdrawn_at"};

  // In an order in which no row comes before one that it names.
  std::array<Table*, 17> tables() {
    return {&centre,  &account,  &audit_event,     &hub_event,         &assessment_slug,   &assessment,
            &section, &question, &question_option, &hidden_assessment, &hidden_by_default, &extra_time,
            &attempt, &answer,   &section_result,  &assessment_pass,   &certificate};
  }
};

class Sink {
 public:
  // `database` is empty and of schema 12. Takes the indexes off that are no keys.
  static std::unique_ptr<Sink> open(db::Database& database, const std::string& url);

  virtual ~Sink() = default;
  // Everything in one transaction; leaves the batch empty. Counts its rows.
  void put(Batch&);
  // Puts the indexes back, and lets the tables number on from what is there.
  virtual void finish() = 0;

  std::size_t rows_put() const { return rows_put_; }

 protected:
  virtual void write(Batch&) = 0;

 private:
  std::size_t rows_put_ = 0;
};

}  // namespace fill
