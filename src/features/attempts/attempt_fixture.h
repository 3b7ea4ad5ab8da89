// What the store's tests share: one published assessment on both databases, the cast, and moves within
// transactions of their own. Time passes by moving an attempt's own times back.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "features/attempts/attempt_store.h"
#include "features/attempts/hand_in_due.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace attempts {

class RememberedPasses : public PassListener {
 public:
  void passed(db::Connection& c, const AssessmentPassed& pass) override {
    c.exec("INSERT INTO told (account_id, version) VALUES (?, ?)", pass.account, pass.version);
  }
};

class OnAttempts : public test::OnBothDatabases {
 public:
  OnAttempts() {
    database().write(
        [](db::Connection& c) { c.run_script("CREATE TABLE told (account_id BIGINT, version BIGINT)"); });
    publish(content);
  }

  static assessments::Assessment two_sections() {
    auto assessment = test::assessment();
    auto& many = assessment.sections.at(0).questions.at(2);
    many.choose_many = true;
    many.options.push_back({{}, "Right as well", true});
    assessment.sections.at(1).time_limit = std::chrono::minutes(20);
    return assessment;
  }

  void publish(const assessments::Assessment& assessment) {
    database().write([&](db::Connection& c) { assessments::publish(c, assessment, nullptr).value(); });
  }

  base::Result<AttemptId> start_as(const access::Actor& actor, int position,
                                   std::string_view slug = "exam-room-essentials") {
    return database().write([&](db::Connection& c) { return store.start(c, actor, slug, position); });
  }
  AttemptId started(int position) { return start_as(invigilator, position).value(); }

  std::optional<Paper> loaded(const access::Actor& actor, AttemptId id) {
    return database().read([&](db::Connection& c) { return load(c, actor, id); });
  }
  Paper paper(AttemptId id) { return loaded(invigilator, id).value(); }

  base::Result<Outcome> save_as(const access::Actor& actor, AttemptId id, const FormItems& form) {
    return database().write([&](db::Connection& c) { return store.save(c, actor, id, form); });
  }
  Outcome saved(AttemptId id, const FormItems& form) { return save_as(invigilator, id, form).value(); }

  base::Result<Outcome> hand_in_as(const access::Actor& actor, AttemptId id, const FormItems& form) {
    return database().write([&](db::Connection& c) { return store.hand_in(c, actor, id, form); });
  }
  Outcome handed_in(AttemptId id, const FormItems& form) { return hand_in_as(invigilator, id, form).value(); }

  // The fields of a form with every question right, but for those whose numbers are given.
  static FormItems answers(const Section& section, const std::vector<std::size_t>& wrong = {}) {
    FormItems form;
    for (std::size_t i = 0; i < section.questions.size(); ++i) {
      const auto& question = section.questions[i];
      const bool right = std::ranges::find(wrong, i + 1) == wrong.end();
      for (const auto& option : question.options) {
        if (option.correct == right) form.push_back(field(question, option));
      }
    }
    return form;
  }
  FormItems right(AttemptId id) { return answers(paper(id).section); }
  FormItems with_wrong(AttemptId id, std::size_t question) { return answers(paper(id).section, {question}); }

  static std::pair<std::string, std::string> field(const Question& question,
                                                   const assessments::Option& option) {
    return {fmt::format("q{}", std::to_underlying(question.id)),
            std::to_string(std::to_underlying(option.id))};
  }

  void pass(int position) {
    const auto id = started(position);
    ASSERT_EQ(handed_in(id, right(id)).kind, Outcome::Kind::done);
  }

  // As if everything of the attempt had happened that much earlier.
  void move_back(AttemptId id, std::chrono::milliseconds by) {
    database().write([&](db::Connection& c) {
      c.exec("UPDATE attempt SET started_at = started_at - ?, deadline_at = deadline_at - ? WHERE id = ?",
             by.count(), by.count(), id);
      c.exec("UPDATE answer SET saved_at = saved_at - ? WHERE attempt_id = ?", by.count(), id);
    });
  }
  // As if the database's clock had been put forward.
  void clock_jumps(AttemptId id, std::chrono::milliseconds by) {
    move_back(id, by);
    jumped += by;
  }
  void hide(const access::Actor& actor) {
    database().write([&](db::Connection& c) {
      c.exec("INSERT INTO hidden_assessment (centre_id, account_id, slug) VALUES (?, ?, ?)", actor.centre,
             actor.account, content.slug);
    });
  }

  std::int64_t count(std::string_view sql) {
    return database().read([&](db::Connection& c) { return c.exec(sql).front().integer(0); });
  }
  std::int64_t told() { return count("SELECT COUNT(*) FROM told"); }
  db::Row result(std::string_view section_key) {
    return database().read([&](db::Connection& c) {
      return c
          .exec(
              "SELECT failed_attempts, open_attempt, passed_attempt, passed_version FROM section_result"
              " WHERE account_id = ? AND section_key = ?",
              invigilator.account, section_key)
          .at(0);
    });
  }

  assessments::Assessment content = two_sections();
  test::Cast cast = test::make_cast(database());
  const access::Actor& invigilator = cast.here.invigilator;
  RememberedPasses passes;
  std::chrono::milliseconds jumped{0};  // by which the wall clock went ahead of the steady one
  AttemptStore store{passes, [this] { return std::chrono::steady_clock::now() - jumped; }};
};

}  // namespace attempts
