#include "features/assessments/publishing.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

#include "base/text.h"
#include "features/assessments/assessment_rules.h"
#include "features/audit/audit.h"

namespace assessments {
namespace {

using Outcome = Publication::Outcome;

struct Newest {
  AssessmentId id;
  int version;
  std::string content_hash;
};

std::optional<Newest> newest_of_year(db::Connection& c, const Assessment& content) {
  const auto rows = c.exec(
      "SELECT id, version, content_hash FROM assessment WHERE slug = ? AND year = ? ORDER BY version DESC "
      "LIMIT 1",
      content.slug, content.year);
  if (rows.empty()) return std::nullopt;
  return Newest{rows[0].id<AssessmentId>(0), static_cast<int>(rows[0].integer(1)), rows[0].text(2)};
}

struct Claim {
  bool is_new;
  bool withdrawn;
};

// Refuses a slug that is there in another letter case.
base::Result<Claim> claim_slug(db::Connection& c, const std::string& slug) {
  const auto key = base::folded(slug);
  const auto rows = c.exec("SELECT slug, withdrawn_at FROM assessment_slug WHERE slug_key = ?", key);
  if (rows.empty()) {
    c.exec("INSERT INTO assessment_slug (slug, slug_key) VALUES (?, ?)", slug, key);
    return Claim{.is_new = true, .withdrawn = false};
  }
  if (rows[0].text(0) == slug) return Claim{.is_new = false, .withdrawn = !rows[0].is_null(1)};
  return base::refuse(base::Refusal::bad_input(
      "slug", fmt::format("There is already an assessment \"{0}\". Write \"{0}\" to make this "
                          "its next version, or choose another slug.",
                          rows[0].text(0))));
}

std::string newer_year(db::Connection& c, const Assessment& content) {
  const auto rows =
      c.exec("SELECT year FROM assessment WHERE slug = ? AND year > ? ORDER BY year DESC LIMIT 1",
             content.slug, content.year);
  return rows.empty() ? "" : rows[0].text(0);
}

std::map<std::string, int> passes_since_so_far(db::Connection& c, const Assessment& content) {
  std::map<std::string, int> since;
  for (const auto& row : c.exec(
           "SELECT s.section_key, s.passes_since FROM assessment a JOIN section s ON s.assessment_id = a.id "
           "WHERE a.slug = ? AND a.year = ? ORDER BY a.version",
           content.slug, content.year)) {
    since[row.text(0)] = static_cast<int>(row.integer(1));
  }
  return since;
}

std::string stored_audience(const Assessment& content) {
  std::vector<std::string_view> codes;
  for (const auto role : content.audience) codes.push_back(access::code(role));
  return fmt::format("{}", fmt::join(codes, ","));
}

AssessmentId insert_version(db::Connection& c, const Assessment& content, int version) {
  const auto valid_until = content.valid_until.empty() ? std::nullopt : std::optional(content.valid_until);
  return c
      .exec(
          "INSERT INTO assessment (slug, year, version, title, summary, audience, valid_until, content_hash, "
          "published_at, "
          "section_count, question_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
          content.slug, content.year, version, content.title, content.summary, stored_audience(content),
          valid_until, content_hash(content), c.now(), content.sections.size(), content.question_count())
      .at(0)
      .id<AssessmentId>(0);
}

SectionId insert_section(db::Connection& c, AssessmentId assessment, std::size_t position,
                         const Section& section, int passes_since) {
  const auto time_limit =
      section.time_limit ? std::optional<std::int64_t>(section.time_limit->count()) : std::nullopt;
  return c
      .exec(
          "INSERT INTO section (assessment_id, position, section_key, title, time_limit, pass_mark, "
          "marks_needed, "
          "retake, "
          "passes_since, reading, question_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
          assessment, position, section.key, section.title, time_limit, pass_mark_text(section.pass_mark),
          section.marks_needed(), section.retake, passes_since, section.reading, section.questions.size())
      .at(0)
      .id<SectionId>(0);
}

void insert_questions(db::Connection& c, SectionId section, const std::vector<Question>& questions) {
  std::vector<std::vector<db::Value>> question_rows;
  std::vector<std::vector<db::Value>> option_rows;
  for (std::size_t q = 0; q < questions.size(); ++q) {
    const auto& question = questions[q];
    question_rows.push_back({section, q + 1, question.key, question.text, question.choose_many,
                             question.explanation, question.options.size()});
    for (std::size_t o = 0; o < question.options.size(); ++o) {
      option_rows.push_back({o + 1, question.options[o].text, question.options[o].correct, section, q + 1});
    }
  }
  c.exec_many(
      "INSERT INTO question (section_id, position, question_key, text, choose_many, explanation, "
      "option_count) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      question_rows);
  c.exec_many(
      "INSERT INTO question_option (question_id, position, text, correct) "
      "SELECT id, CAST(? AS BIGINT), CAST(? AS TEXT), CAST(? AS INTEGER) FROM question WHERE section_id = ? "
      "AND "
      "position = ?",
      option_rows);
}

// Returns the titles of the sections whose earlier passes stop counting.
std::vector<std::string> insert_sections(db::Connection& c, AssessmentId id, const Assessment& content,
                                         int version) {
  const auto since = passes_since_so_far(c, content);
  std::vector<std::string> to_take_again;
  for (std::size_t i = 0; i < content.sections.size(); ++i) {
    const auto& section = content.sections[i];
    const auto earlier = since.find(section.key);
    const bool keeps_passes = earlier != since.end() && !section.retake;
    if (earlier != since.end() && section.retake) to_take_again.push_back(section.title);
    insert_questions(c, insert_section(c, id, i + 1, section, keeps_passes ? earlier->second : version),
                     section.questions);
  }
  return to_take_again;
}

void record(db::Connection& c, const access::Actor* publisher, const Publication& done,
            const std::string& title) {
  audit::Event event{.action = audit::action::assessment_published,
                     .subject = {"assessment", std::to_underlying(done.id), title},
                     .details = {{"Slug", "", done.slug},
                                 {"Year", "", done.year},
                                 {"Version", done.version > 1 ? fmt::to_string(done.version - 1) : "",
                                  fmt::to_string(done.version)}}};
  if (done.restored) event.details.push_back({"Can be taken", "No: withdrawn", "Yes, again"});
  if (publisher != nullptr) {
    audit::record(c, *publisher, event);
  } else {
    audit::record_command(c, std::nullopt, event);
  }
}

}  // namespace

base::Result<Publication> publish(db::Connection& c, const Assessment& content,
                                  const access::Actor* publisher) {
  if (!check(content).empty()) throw std::logic_error("content with problems cannot be published");
  const auto claim = claim_slug(c, content.slug);
  if (!claim) return base::refuse(claim.error());
  const auto newest = newest_of_year(c, content);

  Publication done{.outcome = Outcome::unchanged,
                   .id{},
                   .slug = content.slug,
                   .year = content.year,
                   .version = newest ? newest->version : 0,
                   .newer_year = newer_year(c, content),
                   .withdrawn = claim->withdrawn,
                   .to_take_again = {},
                   .section_count = content.sections.size(),
                   .question_count = content.question_count()};
  if (newest && newest->content_hash == content_hash(content)) {
    done.id = newest->id;
    return done;
  }
  done.outcome = claim->is_new ? Outcome::new_assessment : newest ? Outcome::next_version : Outcome::new_year;
  done.version += 1;
  done.id = insert_version(c, content, done.version);
  done.to_take_again = insert_sections(c, done.id, content, done.version);
  if (done.withdrawn && done.newer_year.empty()) {
    c.exec("UPDATE assessment_slug SET withdrawn_at = NULL WHERE slug = ?", content.slug);
    done.withdrawn = false;
    done.restored = true;
  }
  record(c, publisher, done, content.title);
  return done;
}

std::string Publication::words() const {
  const auto* still = withdrawn ? "; withdrawn: nobody can take it" : "";
  if (outcome == Outcome::unchanged)
    return fmt::format("{}: unchanged, {} version {}{}", slug, year, version, still);
  const auto what = outcome == Outcome::new_assessment ? "new"
                    : outcome == Outcome::new_year     ? "new year"
                                                       : "changed";
  auto words = fmt::format("{}: {}, {} version {} ({}, {})", slug, what, year, version,
                           base::counted(section_count, "section", "sections"),
                           base::counted(question_count, "question", "questions"));
  if (!to_take_again.empty()) words += fmt::format("; to be taken again: {}", fmt::join(to_take_again, ", "));
  if (!newer_year.empty()) words += fmt::format("; {} stays the current year", newer_year);
  if (restored) words += "; it was withdrawn and can be taken again";
  return words + still;
}

}  // namespace assessments
