// What the page tests of taking a section share: one assessment of two sections, and a browser's view of its
// forms.
#pragma once

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <utility>

#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "features/attempts/attempt_store.h"
#include "support/page/test_browser.h"

namespace attempts::pages {

class OnAttemptPages : public test::PageTest {
 public:
  OnAttemptPages() { publish(content); }

  static assessments::Assessment two_sections() {
    auto assessment = test::assessment();
    for (auto& section : assessment.sections) {
      for (auto& question : section.questions) question.explanation = "Secret explanation of " + question.key;
    }
    auto& many = assessment.sections.at(0).questions.at(2);
    many.choose_many = true;
    many.options.push_back({{}, "Right as well", true});
    assessment.sections.at(1).time_limit = std::chrono::minutes(20);
    return assessment;
  }

  void publish(const assessments::Assessment& assessment) {
    database().write([&](db::Connection& c) { assessments::publish(c, assessment, nullptr).value(); });
  }

  // Its address, /attempts/12.
  static std::string start(test::TestBrowser& browser, int section) {
    return browser.post(fmt::format("/assessments/exam-room-essentials/sections/{}/start", section)).location;
  }

  Paper paper(const std::string& attempt, const access::Actor& actor) {
    const AttemptId id{std::stoll(attempt.substr(attempt.rfind('/') + 1))};
    return database().read([&](db::Connection& c) { return load(c, actor, id).value(); });
  }
  Paper paper(const std::string& attempt) { return paper(attempt, cast().here.invigilator); }

  // A form with every question right, but for those whose numbers are given, which are wrong; `left_out` has
  // no answer.
  test::FormFields answers(const std::string& attempt, const std::vector<std::size_t>& wrong = {},
                           std::size_t left_out = 0) {
    test::FormFields form;
    const auto now = paper(attempt);
    for (std::size_t i = 0; i < now.section.questions.size(); ++i) {
      if (i + 1 == left_out) continue;
      const auto& question = now.section.questions[i];
      const bool right = std::ranges::find(wrong, i + 1) == wrong.end();
      for (const auto& option : question.options) {
        if (option.correct == right) {
          form.emplace_back(fmt::format("q{}", std::to_underlying(question.id)),
                            std::to_string(std::to_underlying(option.id)));
        }
      }
    }
    return form;
  }

  void time_runs_out(const std::string& attempt) {
    database().write([&](db::Connection& c) {
      c.exec(
          "UPDATE attempt SET started_at = started_at - 3600000, deadline_at = deadline_at - 3600000 WHERE "
          "id = ?",
          std::stoll(attempt.substr(attempt.rfind('/') + 1)));
    });
  }
  void hide_from(const access::Actor& actor) {
    database().write([&](db::Connection& c) {
      c.exec("INSERT INTO hidden_assessment (centre_id, account_id, slug) VALUES (?, ?, ?)", actor.centre,
             actor.account, content.slug);
    });
  }

  assessments::Assessment content = two_sections();
  test::TestBrowser browser = signed_in(cast().here.invigilator);
};

}  // namespace attempts::pages
